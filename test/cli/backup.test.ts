import { spawnSync } from 'node:child_process';
import { existsSync, copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run as backup } from '../../src/cli/backup';
import { run as restore } from '../../src/cli/restore';
import { projectRoot, readConfig } from '../../src/shared/config';
import { closeDatabase, databaseFile, databaseOf, openDatabase, type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { eraseForGood } from '../../src/store/erasures';
import { readKeyring } from '../../src/store/openKeyring';
import { findPerson } from '../../src/store/people';
import { personalDataOf } from '../../src/store/personalData';
import { rotateKey } from '../../src/store/rotateKey';
import { fillSealed } from '../store/everything';
import { temporaryFolder } from '../store/temporary';

const SERVICE_KEY = newKey().toString('base64');
const settings = (DATA_DIR: string, more: object = {}) => ({ DATA_DIR, SERVICE_KEY, ...more });
async function command(of: typeof backup, words: string[], env: NodeJS.ProcessEnv) {
  const lines: string[] = [];
  const code = await of(words, (line) => lines.push(line), env);
  return { code, said: lines.join('\n') };
}
const within = async <T>(env: NodeJS.ProcessEnv, look: (db: Database, key: Buffer) => Promise<T>): Promise<T> => {
  const config = readConfig(env);
  const db = await openDatabase(databaseOf(config));
  try {
    return await look(db, await readKeyring(db, config));
  } finally {
    await closeDatabase(db);
  }
};
const checksumIn = (said: string) => /\d+ rader, kontrollsumma \w{16}/.exec(said)?.[0];

let folder: string;
let copy: string;
beforeEach(async () => {
  folder = temporaryFolder();
  copy = join(temporaryFolder(), 'kopia.db');
  await within(settings(folder), (db, key) => fillSealed(db, key, ['asa', 'bo']));
});

describe('a backup and its restore', () => {
  it('bring everything to an empty machine, with the same number of rows and the same checksum', async () => {
    const before = await within(settings(folder), (db, key) => personalDataOf(db, key, 'bo'));
    const made = await command(backup, [copy], settings(folder));
    expect(made.code).toBe(0);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const machine = temporaryFolder();
    const back = await command(restore, [copy], settings(machine));
    expect(back.code).toBe(0);
    expect(checksumIn(made.said)).toBeDefined();
    expect(checksumIn(back.said)).toBe(checksumIn(made.said));
    expect(readdirSync(machine)).toEqual([databaseFile]);
    expect(statSync(join(machine, databaseFile)).mode & 0o777).toBe(0o600);
    expect(await within(settings(machine), (db, key) => personalDataOf(db, key, 'bo'))).toEqual(before);
  });

  it('are made while the service has the database open, and hold what has been acknowledged', async () => {
    await within(settings(folder), async (db) => {
      await db.updateTable('people').set({ name: 'Nyss ändrad' }).where('id', '=', 'bo').execute();
      expect((await command(backup, [copy], settings(folder))).code).toBe(0);
    });
    const machine = temporaryFolder();
    await command(restore, [copy], settings(machine));
    expect(await within(settings(machine), (db) => findPerson(db, 'bo'))).toMatchObject({ name: 'Nyss ändrad' });
  });

  it('repeat the erasures that were made after the backup, before anybody can read it', async () => {
    await command(backup, [copy], settings(folder));
    const listFile = join(folder, 'erasures');
    await within(settings(folder), (db, serviceKey) => eraseForGood({ db, serviceKey, listFile }, 'asa', new Date()));
    const machine = temporaryFolder();
    copyFileSync(listFile, join(machine, 'erasures'));
    const { said } = await command(restore, [copy], settings(machine));
    expect(said).toContain('Raderingar som upprepades: 1.');
    expect(await within(settings(machine), (db) => findPerson(db, 'asa'))).toBeUndefined();
    expect(await within(settings(machine), (db) => findPerson(db, 'bo'))).toBeDefined();
    expect(readFileSync(join(machine, databaseFile)).includes('Namn asa')).toBe(false);
  });

  it('say where the list of erasures is missing', async () => {
    await command(backup, [copy], settings(folder));
    expect((await command(restore, [copy], settings(temporaryFolder()))).said).toMatch(/Ingen lista över raderingar/);
  });

  it('repeat the erasures of a backup from before the service key was changed', async () => {
    await command(backup, [copy], settings(folder));
    const changed = { SERVICE_KEY: newKey().toString('base64'), SERVICE_KEY_OLD: SERVICE_KEY };
    const listFile = join(folder, 'erasures');
    await within(settings(folder, changed), async (db, serviceKey) => {
      await rotateKey(db, serviceKey, () => undefined);
      await eraseForGood({ db, serviceKey, listFile }, 'asa', new Date());
    });
    const machine = temporaryFolder();
    copyFileSync(listFile, join(machine, 'erasures'));
    const { said } = await command(restore, [copy], settings(machine, changed));
    expect(said).toContain('Raderingar som upprepades: 1.');
  });
});

describe('npm run restore', () => {
  beforeEach(() => command(backup, [copy], settings(folder)));

  it('refuses a folder that has a database, and changes nothing there', async () => {
    const before = readFileSync(join(folder, databaseFile));
    await expect(command(restore, [copy], settings(folder))).rejects.toThrow(/Det finns redan en databas/);
    expect(readFileSync(join(folder, databaseFile)).equals(before)).toBe(true);
  });

  it('refuses what is no backup, and leaves nothing behind', async () => {
    const machine = temporaryFolder();
    const half = join(temporaryFolder(), 'halv.db');
    const whole = readFileSync(copy);
    for (const content of [Buffer.from('hej'), whole.subarray(0, whole.length / 2)]) {
      writeFileSync(half, content);
      await expect(command(restore, [half], settings(machine))).rejects.toThrow(
        /^Säkerhetskopian .*halv\.db går inte att använda/,
      );
    }
    // SQLite takes an empty file for an empty database.
    writeFileSync(half, '');
    await expect(command(restore, [half], settings(machine))).rejects.toThrow(/halv\.db är tom, eller ingen/);
    await expect(command(restore, [`${copy}x`], settings(machine))).rejects.toThrow('finns inte');
    expect(readdirSync(machine)).toEqual([]);
  });

  it('refuses a key that does not open it, or none, and leaves nothing behind', async () => {
    const machine = temporaryFolder();
    const other = { SERVICE_KEY: newKey().toString('base64') };
    await expect(command(restore, [copy], settings(machine, other))).rejects.toThrow('öppnar inte');
    const without = await command(restore, [copy], { DATA_DIR: machine });
    expect(without).toMatchObject({ code: 1, said: expect.stringContaining('service.key') as string });
    expect(readdirSync(machine)).toEqual([]);
  });

  it('begins anew after one that was killed', async () => {
    const machine = temporaryFolder();
    for (const ending of ['', '-wal']) writeFileSync(join(machine, `${databaseFile}.ofärdig${ending}`), 'halvt');
    expect((await command(restore, [copy], settings(machine))).code).toBe(0);
    expect(readdirSync(machine)).toEqual([databaseFile]);
  });
});

describe('npm run backup', () => {
  it('never writes over a file, and leaves no half copy', async () => {
    writeFileSync(copy, 'förra veckans');
    await expect(command(backup, [copy], settings(folder))).rejects.toThrow('finns redan');
    expect(readFileSync(copy, 'utf8')).toBe('förra veckans');
    mkdirSync(join(folder, 'tom'));
    writeFileSync(join(folder, 'tom', databaseFile), 'ingen databas alls, men lång nog för att vara en'.repeat(20));
    const other = join(folder, 'kopia.db');
    await expect(command(backup, [other], settings(join(folder, 'tom')))).rejects.toThrow('hör till ett annat program');
    expect(readdirSync(folder).filter((name) => name.startsWith('kopia'))).toEqual([]);
  });

  it('says in one line of a terminal what is wrong', () => {
    writeFileSync(copy, 'förra veckans');
    const script = join(projectRoot, 'dist/src/cli/backup.js');
    const env = { ...process.env, ...settings(folder) };
    const { stderr, status } = spawnSync(process.execPath, [script, copy], { env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([
      1,
      `${copy} finns redan. Ange ett nytt namn: en säkerhetskopia skrivs aldrig över.\n`,
    ]);
  });

  it('says how a PostgreSQL is copied, without its password', async () => {
    const DATABASE_URL = 'postgres://coach:hemligt@db/coach';
    const { code, said } = await command(backup, ['fil'], settings(folder, { DATABASE_URL }));
    expect(code).toBe(1);
    expect(said).toMatch(/pg_dump --format=custom --no-owner --file=fil "\$DATABASE_URL"/);
    expect(said).not.toContain('hemligt');
    expect(existsSync('fil')).toBe(false);
  });

  it('makes no new database, and explains itself when called wrongly', async () => {
    const empty = temporaryFolder();
    expect(await command(backup, [copy], settings(empty))).toMatchObject({ code: 1 });
    expect(readdirSync(empty)).toEqual([]);
    expect((await command(backup, [], settings(folder))).said).toContain('npm run backup -- FIL');
    expect((await command(restore, [], settings(folder))).said).toContain('npm run restore -- FIL');
  });
});
