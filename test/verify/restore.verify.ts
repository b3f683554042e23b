import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { run as backup } from '../../src/cli/backup';
import { run as restore } from '../../src/cli/restore';
import { startService } from '../../src/main';
import { readConfig } from '../../src/shared/config';
import { closeDatabase, databaseFile, databaseOf, openDatabase } from '../../src/store/database';
import { eraseForGood } from '../../src/store/erasures';
import { readKeyring } from '../../src/store/openKeyring';
import { findPerson } from '../../src/store/people';
import { personalDataOf } from '../../src/store/personalData';
import { anna, bo, run, type Running } from '../journeys/service';
import { ourContent, ourLibrary } from '../journeys/ours';
import { temporaryFolder } from '../store/temporary';

jest.setTimeout(300_000);

async function command(of: typeof restore, words: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const lines: string[] = [];
  const code = await of(words, (line) => lines.push(line), env);
  expect({ code, lines }).toMatchObject({ code: 0 });
  return lines.join('\n');
}
const checksumIn = (said: string) => /\d+ rader, kontrollsumma \w{16}/.exec(said)?.[0];
async function dataOf(settings: Running['settings'], id: string) {
  const config = readConfig(settings);
  const db = await openDatabase(databaseOf(config));
  try {
    return { known: await findPerson(db, id), ...(await personalDataOf(db, await readKeyring(db, config), id)) };
  } finally {
    await closeDatabase(db);
  }
}

/** PostgreSQL is copied with its own tools. */
it('the drill: backup of a running service, an erasure, a lost machine, a restore', async () => {
  const running = await run();
  const walk = async (who: typeof anna) => {
    const chat = running.chat(who);
    await running.channel.say(chat, who, 'ram');
    const { sent } = await running.channel.say(chat, who, 'Vad säger Region Skåne om tillit?');
    await running.channel.feedback(chat, who, sent[0]!, 'like', `Bra, säger ${who.name}`);
  };
  for (const who of [anna, bo]) await walk(who);
  const copy = join(temporaryFolder(), 'kopia.db');
  // Somebody writes while it is copied.
  const [made] = await Promise.all([command(backup, [copy], running.settings), walk(bo)]);
  // What they wrote is in the copy, and nobody without the key can read it.
  for (const who of [anna, bo]) expect(readFileSync(copy).includes(`säger ${who.name}`)).toBe(false);
  const config = readConfig(running.settings);
  await running.stored(async (db) => {
    const erasing = { db, serviceKey: await readKeyring(db, config), listFile: config.erasuresFile };
    await eraseForGood(erasing, anna.aadObjectId, running.now());
  });

  const machine = { DATA_DIR: temporaryFolder(), DATABASE_URL: '' };
  for (const name of ['service.key', 'erasures'])
    copyFileSync(join(running.settings.DATA_DIR!, name), join(machine.DATA_DIR, name));
  await running.stop();
  const back = await command(restore, [copy], machine);
  expect(checksumIn(back)).toBeDefined();
  expect(checksumIn(back)).toBe(checksumIn(made));
  expect(back).toContain('Raderingar som upprepades: 1.');

  const service = await startService(
    { ...readConfig(machine), port: 0 },
    { log: pino({ level: 'silent' }), now: running.now, content: ourContent(), library: await ourLibrary() },
  );
  expect((await fetch(`${service.url}/health`)).status).toBe(200);
  await service.stop();
  const erased = await dataOf(machine, anna.aadObjectId);
  expect(erased.known).toBeUndefined();
  expect(erased).toMatchObject({ feedback: [], sessions: [], erased: [expect.any(String)] });
  expect(await dataOf(machine, bo.aadObjectId)).toMatchObject({
    known: { id: bo.aadObjectId },
    feedback: [{ words: `Bra, säger ${bo.name}` }],
  });
  await expect(command(restore, [copy], machine)).rejects.toThrow(databaseFile);
});
