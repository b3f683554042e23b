import { Kysely, Migrator, PostgresDialect, sql, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import { Pool } from 'pg';
import { newKey } from '../../src/store/encryption';
import { migrations } from '../../src/store/migrations';
import { moveNames } from '../../src/store/moves';
import { nameMoves } from '../../src/store/nameMoves';
import { encryptFor } from '../../src/store/personKeys';
import { type Schema } from '../../src/store/schema';
import { sessionStore } from '../../src/store/sessions';
import { next } from './move';
import { allStored, onPostgres, temporaryDatabase, temporaryPlace } from './temporary';

const now = new Date('2026-11-24T10:00:00.000Z');
const serviceKey = newKey();
const address = {
  activityId: 'a',
  channelId: 'msteams',
  serviceUrl: 'https://teams.example',
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't', isGroup: false },
  bot: { id: '28:bot', name: 'Bot' },
  user: { id: '29:asa', name: 'Åsa', aadObjectId: 'asa' },
  locale: 'sv-SE',
};

/** A database as it was before migration 0013: Åsa has gone through a guide, and has answered what Bo has been sent too. */
async function before(): Promise<string> {
  const place = await temporaryPlace();
  const dialect = onPostgres
    ? new PostgresDialect({ pool: new Pool({ connectionString: place, max: 1 }) })
    : new SqliteDialect({ database: new Libsql(place) });
  const db = new Kysely<Schema>({ dialect });
  const { rows } = onPostgres
    ? await sql<{ name: string }>`select current_schema() as name`.execute(db)
    : { rows: [undefined] };
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const migrator = new Migrator({ db, provider, migrationTableSchema: rows[0]?.name });
  const { error } = await migrator.migrateTo('0011-campaign-runs');
  expect(error).toBeUndefined();
  for (const id of ['asa', 'bo'])
    await db
      .insertInto('people')
      .values({ id, address: JSON.stringify(address), first_seen_at: now.toISOString() })
      .execute();
  const session = (id: string, person: string, ended: string | null, delivery: string | null, message: string) =>
    sql`insert into sessions (id, person_id, flow, title, version, message, delivery, started_at, ended_at) values
      (${id}, ${person}, 'ramar', 'Ramar', '1', ${message}, ${delivery}, ${now.toISOString()}, ${ended})`.execute(db);
  await session('own', 'asa', now.toISOString(), null, 'm1');
  await session('paused', 'asa', null, null, 'm2');
  for (const person of ['asa', 'bo']) {
    await sql`insert into deliveries (id, topic, occurrence, purpose, person, in_group, state, due_at, message) values
      (${`to ${person}`}, 'c1', '1', 'card', ${person}, '', 'sent', ${now.toISOString()}, ${`sent ${person}`})`.execute(
      db,
    );
    const answered = person === 'asa';
    await session(
      `of ${person}`,
      person,
      answered ? now.toISOString() : null,
      `to ${person}`,
      answered ? 'm3' : 'sent bo',
    );
  }
  const move = async (session: string, revision: number, kind = 'next') => {
    const { card, given } = next;
    const about = { personId: 'asa', purpose: `session ${session}` };
    const sealed = await encryptFor(db, serviceKey, about, JSON.stringify({ card, given }), now);
    await sql`insert into moves (session_id, revision, key, kind, sealed, made_at) values
      (${session}, ${revision}, ${`press ${revision}`}, ${kind}, ${sealed}, ${now.toISOString()})`.execute(db);
  };
  for (const [id, revision] of [
    ['own', 1],
    ['own', 2],
    ['of asa', 1],
  ] as const)
    await move(id, revision);
  await move('paused', 1, 'pause');
  await db.destroy();
  return place;
}

describe('moves that were made before they lay under pseudonyms', () => {
  it('are all there, in their sessions, once the service has started', async () => {
    const db = await temporaryDatabase(await before());
    await nameMoves(db, serviceKey);
    const store = sessionStore(db, serviceKey, () => now);
    const found = async (id: string, person = 'asa') => store.find(person, id);
    const { given } = next;
    const moves = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        revision: at + 1,
        key: `press ${at + 1}`,
        given,
        madeAt: '2026-11-24',
      }));
    expect(await found('own')).toMatchObject({
      ended: true,
      message: 'm1',
      moves: moves(2),
      startedAt: now.toISOString(),
    });
    expect(await found('paused')).toMatchObject({ ended: false, message: 'm2', moves: [{ kind: 'pause' }] });
    expect(await found('of asa')).toMatchObject({
      ended: true,
      message: 'm3',
      moves: moves(1),
      startedAt: '2026-11-24',
    });
    expect(await found('of bo', 'bo')).toMatchObject({ ended: false, message: 'sent bo', moves: [] });
    expect((await store.latestOpen('asa'))?.id).toBe('paused');
    const session = (await found('paused'))!;
    expect(await store.append('asa', session, { ...next, revision: 2, key: 'press 2' }, true)).toBe(true);
    expect(await found('paused')).toMatchObject({ ended: true, moves: [{ revision: 1 }, { revision: 2 }] });
  });

  it('tell of nobody any more', async () => {
    const db = await temporaryDatabase(await before());
    await nameMoves(db, serviceKey);
    const keys = await db.selectFrom('person_keys').select('id').execute();
    const rows = await db.selectFrom('moves').selectAll().execute();
    expect(rows.map(({ session_id }) => session_id).sort()).toEqual(
      ['own', 'own', 'of asa', 'paused'].map((id) => moveNames(serviceKey)(id)).sort(),
    );
    for (const { id } of keys) expect(JSON.stringify(rows)).not.toContain(id);
    const sent = await db
      .selectFrom('sessions')
      .select(['message', 'started_at'])
      .where('delivery', 'is not', null)
      .orderBy('person_id')
      .execute();
    expect(sent).toEqual(['asa', 'bo'].map((person) => ({ message: `sent ${person}`, started_at: '2026-11-24' })));
    const stored = await allStored(db);
    for (const trace of ['sv-SE', 'aadObjectId']) expect([trace, stored.includes(trace)]).toEqual([trace, false]);
    expect(stored.includes('29:asa')).toBe(true);
  });

  it('are named once, also by two that start at once, and by nobody where there were none', async () => {
    const place = await before();
    const handles = [await temporaryDatabase(place), await temporaryDatabase(place)];
    // On SQLite two are two processes: in one, waiting for the other's write would keep it from ending.
    if (onPostgres) await Promise.all(handles.map((db) => nameMoves(db, serviceKey)));
    else for (const db of handles) await nameMoves(db, serviceKey);
    await nameMoves(handles[0]!, serviceKey);
    expect(await handles[0]!.selectFrom('moves').select('kind').execute()).toHaveLength(4);
    await nameMoves(await temporaryDatabase(), serviceKey);
  });
});
