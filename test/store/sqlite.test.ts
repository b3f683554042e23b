import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import Libsql from 'libsql';
import { claimActivity } from '../../src/store/activities';
import { closeDatabase, openDatabase } from '../../src/store/database';
import { findPerson, recordRoster } from '../../src/store/people';
import { runProcess, startProcess } from './otherProcess';
import { temporaryDatabase, temporaryFolder } from './temporary';

const now = new Date('2024-05-06T07:08:09.010Z');
const newFile = () => join(temporaryFolder(), 'data', 'store.db');

/** A database with a hundred people in it, closed again. */
async function filledFile(): Promise<string> {
  const file = newFile();
  const db = await openDatabase(file);
  for (let n = 0; n < 100; n++) await recordRoster(db, `person-${n}`, { name: 'Åsa '.repeat(40) }, now);
  await closeDatabase(db);
  return file;
}

/** Does what another program would do to the file. */
function execute(file: string, statement: string): void {
  const sqlite = new Libsql(file);
  sqlite.exec(statement);
  sqlite.close();
}

describe('openDatabase', () => {
  it('makes folder and file that only this user can read', async () => {
    const file = newFile();
    await temporaryDatabase(file);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(statSync(join(file, '..')).mode & 0o077).toBe(0);
  });

  it('keeps what was written when it is opened again', async () => {
    const db = await temporaryDatabase(await filledFile());
    expect(await findPerson(db, 'person-99')).toMatchObject({ id: 'person-99' });
  });

  it('waits for the disk at every commit and holds foreign keys', async () => {
    const db = await temporaryDatabase();
    const setting = async (name: string) =>
      Object.values((await sql.raw<object>(`pragma ${name}`).execute(db)).rows[0] ?? {})[0] as unknown;
    expect(await setting('journal_mode')).toBe('wal');
    expect(await setting('synchronous')).toBe(2);
    expect(await setting('foreign_keys')).toBe(1);
    expect(await setting('secure_delete')).toBe(1);
    expect(await setting('busy_timeout')).toBe(5000);
  });

  it('makes the tables once when several handles open a new file at once', async () => {
    const file = newFile();
    const handles = await Promise.all(Array.from({ length: 4 }, () => temporaryDatabase(file)));
    const claims = await Promise.all(handles.map((db) => claimActivity(db, 'a', now)));
    expect(claims.sort()).toEqual(['busy', 'busy', 'busy', 'new']);
  });

  it('makes the tables once when several processes open a new file at once', async () => {
    const open = `
      const db = await require('./src/store/database').openDatabase(${JSON.stringify(newFile())});
      console.log(await require('./src/store/activities').claimActivity(db, 'a', new Date()));`;
    const printed = await Promise.all(Array.from({ length: 4 }, () => runProcess(open)));
    expect(printed.sort()).toEqual(['busy', 'busy', 'busy', 'new']);
  });

  it('keeps every write that was acknowledged before the process was killed', async () => {
    const file = newFile();
    const child = startProcess(`
      const db = await require('./src/store/database').openDatabase(${JSON.stringify(file)});
      const { claimActivity } = require('./src/store/activities');
      for (let n = 1; ; n++) { await claimActivity(db, String(n), new Date()); require('fs').writeSync(1, n + '\\n'); }`);
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      if (printed.split('\n').length > 200) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const acknowledged = printed.split('\n').slice(0, -1);
    const db = await temporaryDatabase(file);
    const kept = (await db.selectFrom('activities').select('key').execute()).map((row) => row.key);
    expect(acknowledged.length).toBeGreaterThanOrEqual(200);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
  });

  it('refuses a file that is no database', async () => {
    const file = join(temporaryFolder(), 'store.db');
    writeFileSync(file, 'Kära dagbok. '.repeat(500));
    await expect(openDatabase(file)).rejects.toThrow(`Databasen ${file} hör till ett annat program`);
    expect(readFileSync(file, 'utf8')).toContain('Kära dagbok.');
  });

  it("refuses another program's database and leaves it as it was", async () => {
    const file = join(temporaryFolder(), 'store.db');
    execute(file, 'create table recipes (name text)');
    const before = readFileSync(file);
    await expect(openDatabase(file)).rejects.toThrow('hör till ett annat program. Flytta undan den');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a database that a newer version has migrated', async () => {
    const file = await filledFile();
    execute(file, `insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`);
    await expect(openDatabase(file)).rejects.toThrow(`Databasen ${file} är skapad av en nyare version`);
  });

  it('refuses a database that has lost its end', async () => {
    const file = await filledFile();
    truncateSync(file, Math.floor(statSync(file).size / 2));
    await expect(openDatabase(file)).rejects.toThrow(`Databasen ${file} är skadad`);
  });

  it('refuses a database that has been overwritten in the middle', async () => {
    const file = await filledFile();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xaa, 8192, bytes.length - 4096));
    await expect(openDatabase(file)).rejects.toThrow('lägg tillbaka den senaste säkerhetskopian');
  });

  it('refuses a folder in place of the file', async () => {
    const file = join(temporaryFolder(), 'store.db');
    mkdirSync(file);
    await expect(openDatabase(file)).rejects.toThrow(`Databasen ${file} går inte att öppna och skriva i (EISDIR)`);
  });

  it('refuses a file in place of the folder', async () => {
    const folder = join(temporaryFolder(), 'data');
    writeFileSync(folder, '');
    await expect(openDatabase(join(folder, 'store.db'))).rejects.toThrow('Välj en annan mapp med DATA_DIR');
  });

  it('refuses, and does not hang on, a folder that nobody may write to', async () => {
    await expect(openDatabase('/proc/tillitscoachen/data/store.db')).rejects.toThrow(/mapp.*DATA_DIR/);
  });
});

describe('a transaction', () => {
  it('that reads before it writes can write also while another process does', async () => {
    const file = newFile();
    const db = await temporaryDatabase(file);
    const other = startProcess(`
      const db = await require('./src/store/database').openDatabase(${JSON.stringify(file)});
      const { claimActivity } = require('./src/store/activities');
      for (let n = 1; ; n++) { await claimActivity(db, String(n), new Date()); if (n === 1) console.log('writing'); }`);
    await once(other.stdout!, 'data');
    for (let n = 0; n < 20; n++)
      await db.transaction().execute(async (all) => {
        await findPerson(all, 'asa');
        await new Promise(setImmediate);
        await recordRoster(all, 'asa', { name: `Åsa ${n}` }, now);
      });
    other.kill('SIGKILL');
    await once(other, 'close');
    expect(await findPerson(db, 'asa')).toMatchObject({ name: 'Åsa 19' });
  });
});

describe('a batch without a pause', () => {
  it('takes no more memory the longer it is', async () => {
    // In a process of its own: what other tests leave behind is no memory of the batch.
    const grown = await runProcess(`
      const db = await require('./src/store/database').openDatabase(${JSON.stringify(newFile())});
      const { claimActivity } = require('./src/store/activities');
      const claim = async () => {
        const before = process.memoryUsage().rss;
        await db.transaction().execute(async (batch) => {
          for (let n = 0; n < 8_000; n++) await claimActivity(batch, 'a', new Date());
        });
        return (process.memoryUsage().rss - before) / 1_000_000;
      };
      // The first one takes the memory that any batch needs.
      await claim();
      console.log(await claim());`);
    // Unshared statements take 5 KB each, 40 MB here.
    expect(Number(grown)).toBeLessThan(20);
  });
});

describe('closeDatabase', () => {
  it('leaves all in the one file, so that a copy of it is a backup', async () => {
    const file = newFile();
    const db = await openDatabase(file);
    await recordRoster(db, 'asa', { name: 'Åsa' }, now);
    await closeDatabase(db);
    const copy = join(temporaryFolder(), 'copy.db');
    copyFileSync(file, copy);
    expect(await findPerson(await temporaryDatabase(copy), 'asa')).toMatchObject({ id: 'asa', name: 'Åsa' });
  });
});
