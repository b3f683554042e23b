import { createServer } from 'node:net';
import { sql } from 'kysely';
import { Client } from 'pg';
import { claimActivity } from '../../src/store/activities';
import { addCampaign } from '../../src/store/campaigns';
import { type Database, openDatabase } from '../../src/store/database';
import { recordRoster, findPerson } from '../../src/store/people';
import { newKey } from '../../src/store/encryption';
import { publishedOf, publishRun } from '../../src/store/publishedResults';
import { keepResponse } from '../../src/store/responses';
import { sessionStore } from '../../src/store/sessions';
import { aCampaign, aResponse, aRun } from '../campaigns/aCampaign';
import { everything } from '../coaching/flow';
import { lineTo } from '../postgres/line';
import { next } from './move';
import { runProcess } from './otherProcess';
import { sentRun } from './sentRun';
import { temporaryDatabase, temporaryPlace, twoHandles } from './temporary';

const now = new Date('2026-11-23T12:00:00Z');

/** Does what another program would do there. */
async function execute(place: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: place });
  await client.connect();
  const { rows } = await client.query<object>(statement);
  await client.end();
  return rows;
}

/** Ends every connection but the one that says so, as a restart of the server does. */
const cutAll = `select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = current_setting('application_name') and pid <> pg_backend_pid()`;

/** Until a statement waits for a lock that another transaction holds. */
async function untilOneWaits(db: Database): Promise<void> {
  const waiting = sql`select pid from pg_stat_activity
    where application_name = current_setting('application_name') and wait_event_type = 'Lock'`;
  while (!(await waiting.execute(db)).rows.length) continue;
}

describe('openDatabase on PostgreSQL', () => {
  it('makes the tables once when several instances start at once', async () => {
    const place = await temporaryPlace();
    const handles = await Promise.all(Array.from({ length: 4 }, () => temporaryDatabase(place)));
    const claims = await Promise.all(handles.map((db) => claimActivity(db, 'a', now)));
    expect(claims.sort()).toEqual(['busy', 'busy', 'busy', 'new']);
  });

  it('waits for the disk at every commit, whatever the server says', async () => {
    const place = new URL(await temporaryPlace());
    place.searchParams.set('options', `${place.searchParams.get('options')} -c synchronous_commit=off`);
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

  it("refuses another program's database and leaves it as it was", async () => {
    const place = await temporaryPlace();
    await execute(place, 'create table recipes (name text)');
    await expect(openDatabase(place)).rejects.toThrow('innehåller redan tabeller från ett annat program');
    const tables = await execute(place, 'select tablename from pg_tables where schemaname = current_schema()');
    expect(tables).toEqual([{ tablename: 'recipes' }]);
  });

  it('gives a statement up before Teams gives the turn up', async () => {
    const db = await temporaryDatabase();
    const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(db);
    expect(rows).toEqual([{ statement_timeout: '4s' }]);
  });

  it('keeps no process alive that has nothing else to do', async () => {
    const printed = await runProcess(`
      const db = await require('./src/store/database').openDatabase(${JSON.stringify(await temporaryPlace())});
      console.log(await require('./src/store/activities').claimActivity(db, 'a', new Date()));
      // A connection that rests is kept for ten seconds. However long a start takes, an end has nothing to do.
      const done = performance.now();
      process.once('exit', () => console.log(performance.now() - done < 8_000 ? 'at once' : 'late'));`);
    expect(printed).toBe('new\nat once');
  });

  it('says in one line what is wrong, without user and password', async () => {
    const place = new URL(await temporaryPlace());
    place.pathname = '/saknas';
    await expect(openDatabase(place.href)).rejects.toThrow(`Databasen ${place.host}/saknas finns inte. Skapa den`);
    place.password = 'hemligt';
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
    for (let round = 0; round < 3; round++) {
      await execute(place, cutAll);
      // The operating system tells of a cut when it gets round to it.
      const read = (): Promise<unknown> => findPerson(db, 'asa').catch(read);
      expect(await read()).toMatchObject({ id: 'asa' });
    }
  });

  it('between two statements of a transaction undoes the transaction, and the process lives', async () => {
    const place = JSON.stringify(await temporaryPlace());
    const printed = await runProcess(`
      const { Socket } = require('node:net');
      const { connect } = Socket.prototype;
      const open = new Set();
      Socket.prototype.connect = function (...to) {
        open.add(this.once('close', () => open.delete(this)));
        return connect.apply(this, to);
      };
      const { openDatabase } = require('./src/store/database');
      const { findPerson, remember } = require('./src/store/people');
      const [db, other] = [await openDatabase(${place}), await openDatabase(${place})];
      const undone = db.transaction().execute(async (all) => {
        await remember(all, { id: 'asa' }, new Date());
        await require('kysely').sql.raw(${JSON.stringify(cutAll)}).execute(other);
        // Until the news has come, while no statement waits for it: the other's connection is the last one open.
        while (open.size > 1) await new Promise((resolve) => open.forEach((socket) => socket.once('close', resolve)));
        await remember(all, { id: 'bo' }, new Date());
      });
      console.log(await undone.catch(() => 'undone'), (await findPerson(db, 'asa')) ?? 'nobody');`);
    expect(printed).toBe('undone nobody');
  });

  it('that has fallen silent fails one statement and is not used again', async () => {
    const line = await lineTo(await temporaryPlace());
    const db = await temporaryDatabase(line.url);
    await recordRoster(db, 'asa', {}, now);
    line.silence();
    await expect(findPerson(db, 'asa')).rejects.toThrow('timeout');
    expect(await findPerson(db, 'asa')).toMatchObject({ id: 'asa' });
    await line.close();
  });
});

describe('a move in a session that is erased while it is written', () => {
  it('is kept nowhere and is no fault, as where writers take turns', async () => {
    const [one, other] = await twoHandles();
    await recordRoster(one, 'asa', {}, now);
    const store = sessionStore(other, newKey(), () => now);
    const session = await store.begin('asa', everything);
    // The person's key is made here, so that only the move is written below.
    expect(await store.append('asa', session, next, false)).toBe(true);
    const appended = await one.transaction().execute(async (all) => {
      await all.deleteFrom('sessions').where('id', '=', session.id).execute();
      const appending = store.append('asa', session, { ...next, revision: 2, key: 'another press' }, false);
      await untilOneWaits(other);
      return { appending };
    });
    expect(await appended.appending).toBe(false);
  });
});

describe('an answer that comes while its run is published', () => {
  const published = { campaign: 'c1', day: aRun().day };
  const startOf = async () => {
    const [one, other] = await twoHandles();
    const serviceKey = newKey();
    await addCampaign(one, aCampaign());
    await sentRun(one, serviceKey);
    return { one, other, serviceKey };
  };

  it('waits for that, and is refused', async () => {
    const { one, other, serviceKey } = await startOf();
    const { kept } = await one.transaction().execute(async (all) => {
      // As publishing begins; its key can still be read.
      await all.updateTable('campaign_runs').set({ state: 'published' }).execute();
      const kept = keepResponse(other, serviceKey, aResponse());
      await untilOneWaits(other);
      return { kept };
    });
    expect(await kept).toBe(false);
    expect(await one.selectFrom('responses').selectAll().execute()).toEqual([]);
  });

  it('is counted where it came first: publishing waits for it', async () => {
    const { one, other, serviceKey } = await startOf();
    const { publishing } = await one.transaction().execute(async (all) => {
      expect(await keepResponse(all, serviceKey, aResponse({ group: 'K' }))).toBe(true);
      expect(await keepResponse(all, serviceKey, aResponse({ group: 'K', person: 'bo' }))).toBe(true);
      const publishing = publishRun(other, serviceKey, published, 2);
      await untilOneWaits(other);
      return { publishing };
    });
    await publishing;
    expect((await publishedOf(one, serviceKey, 'c1')).get(published.day)?.tables.K?.people).toBe(2);
    expect(await one.selectFrom('responses').selectAll().execute()).toEqual([]);
  });
});
