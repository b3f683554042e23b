import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { claimActivity } from '../../src/store/activities';
import { openDatabase } from '../../src/store/database';
import { recordRoster, findPerson } from '../../src/store/people';
import { temporaryDatabase, temporaryPlace } from './temporary';

const now = new Date('2026-11-23T12:00:00Z');

/** Ends every connection but this one's, as a restart of the server does. */
const cutAll = (db: Awaited<ReturnType<typeof temporaryDatabase>>) =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(db);

describe('openDatabase on PostgreSQL', () => {
  it('makes the tables once when several instances start at once', async () => {
    const place = await temporaryPlace();
    const handles = await Promise.all(Array.from({ length: 4 }, () => temporaryDatabase(place)));
    const claims = await Promise.all(handles.map((db) => claimActivity(db, 'a', now)));
    expect(claims.sort()).toEqual(['busy', 'busy', 'busy', 'new']);
  });

  it('waits for the disk at every commit, whatever the server says', async () => {
    const place = new URL(await temporaryPlace());
    place.searchParams.set('options', '-c synchronous_commit=off');
    const db = await temporaryDatabase(place.href);
    const { rows } = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(db);
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('refuses a database that a newer version has made', async () => {
    const place = await temporaryPlace();
    const db = await temporaryDatabase(place);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(db);
    await expect(openDatabase(place)).rejects.toThrow('är skapad av en nyare version');
  });

  it('says in one line what is wrong, without user and password', async () => {
    const place = new URL(await temporaryPlace());
    place.password = 'hemligt';
    place.pathname = '/saknas';
    await expect(openDatabase(place.href)).rejects.toThrow(
      /^Databasen 127\.0\.0\.1:\d+\/saknas finns inte\. Skapa den/,
    );
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    place.port = String((silent.address() as { port: number }).port);
    await new Promise((resolve) => silent.close(resolve));
    const refusal = await openDatabase(place.href).catch((error: Error) => error.message);
    expect(refusal).toMatch(/svarar inte\. Kontrollera att PostgreSQL är igång/);
    expect(refusal).not.toContain('hemligt');
  });
});

describe('a connection that is lost', () => {
  it('fails what was under way at most; the process lives, and gets a new one', async () => {
    const place = await temporaryPlace();
    const db = await temporaryDatabase(place);
    await recordRoster(db, 'asa', {}, now);
    const other = await temporaryDatabase(place);
    for (let round = 0; round < 3; round++) {
      await cutAll(other);
      // The operating system tells of a cut when it gets round to it.
      const read = (): Promise<unknown> => findPerson(db, 'asa').catch(() => pause(20).then(read));
      expect(await read()).toMatchObject({ id: 'asa' });
    }
  });
});
