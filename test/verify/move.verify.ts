import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Libsql from 'libsql';
import { run as move } from '../../src/cli/move';
import { projectRoot, readConfig } from '../../src/shared/config';
import { closeDatabase, databaseFile, openDatabase } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { readKeyring } from '../../src/store/openKeyring';
import { personalDataOf } from '../../src/store/personalData';
import { sumsOf } from '../../src/store/tableSums';
import { fillSealed } from '../store/everything';
import { temporaryFolder, temporaryPlace } from '../store/temporary';

jest.setTimeout(300_000);

const people = Array.from({ length: 40 }, (_, nth) => `chef-${nth}`);
const settings = { DATA_DIR: temporaryFolder(), SERVICE_KEY: newKey().toString('base64') };
const file = join(settings.DATA_DIR, databaseFile);
const rows = 6_000;

async function moved(url: string) {
  const lines: string[] = [];
  const code = await move([url], (line) => lines.push(line), settings);
  return { code, said: lines.join('\n') };
}
async function told(url?: string): Promise<unknown> {
  const db = await openDatabase(url ?? file);
  try {
    const key = await readKeyring(db, readConfig(settings));
    return await Promise.all(people.map((id) => personalDataOf(db, key, id)));
  } finally {
    await closeDatabase(db);
  }
}

/** What PostgreSQL is for: on SQLite there is nowhere to move to. */
describe('npm run move', () => {
  beforeAll(async () => {
    const db = await openDatabase(file);
    await fillSealed(db, await readKeyring(db, readConfig(settings)), people);
    for (let nth = 0; nth < rows; nth += 500)
      await db
        .insertInto('activities')
        .values(
          Array.from({ length: 500 }, (_, at) => ({ key: `${nth + at} \0 å`, claimed_at: 'nu', finished_at: null })),
        )
        .execute();
    await closeDatabase(db);
  });

  it('takes everything along, the same in number and checksum, and leaves the file', async () => {
    const url = await temporaryPlace();
    const before = await told();
    const { code, said } = await moved(url);
    expect(code).toBe(0);
    const sqlite = new Libsql(file);
    for (const [table, { rows: count, sum }] of sumsOf(sqlite))
      expect(said).toContain(`${table}: ${count} rader, kontrollsumma ${sum.slice(0, 16)}, lika på båda sidor`);
    sqlite.close();
    expect(await told(url)).toEqual(before);
    expect(await told()).toEqual(before);
    await expect(moved(url)).rejects.toThrow(/inte tom: det finns något i/);
    expect(await told(url)).toEqual(before);
  });

  it('killed in the middle leaves PostgreSQL empty, and can be run again', async () => {
    const url = await temporaryPlace();
    const command = spawn(process.execPath, ['dist/src/cli/move.js', url], {
      cwd: projectRoot,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(command.stdout, 'data');
    command.kill('SIGKILL');
    await once(command, 'close');
    const db = await openDatabase(url);
    expect(await db.selectFrom('activities').select('key').limit(1).execute()).toEqual([]);
    expect(await db.selectFrom('people').select('id').limit(1).execute()).toEqual([]);
    await closeDatabase(db);
    expect((await moved(url)).code).toBe(0);
  });

  it('waits for nobody who writes into the file, and says so', async () => {
    const url = await temporaryPlace();
    const writer = new Libsql(file);
    writer.exec('begin immediate');
    await expect(moved(url)).rejects.toThrow(/upptagen|används/);
    writer.exec('rollback');
    writer.close();
  });
});
