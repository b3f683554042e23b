import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import Libsql from 'libsql';
import { Pool } from 'pg';
import { encrypt, newKey } from '../../src/store/encryption';
import { groupCommitDialect } from '../../src/store/groupCommit';
import { migrations } from '../../src/store/migrations';
import { pseudonymiser } from '../../src/store/pseudonym';
import { onPostgres } from './temporary';

export const serviceKey = newKey();
const campaignKey = newKey();
/** What a person is named among the answers to the campaign that is running. */
export const nameOf = pseudonymiser(campaignKey);
export const launched = '2026-11-02T08:00:00.000Z';
export const people = Array.from({ length: 11 }, (_, n) => `chef-${String(n).padStart(2, '0')}`);
/** The day of the newest sending. */
export const newest = '2026-11-23';
/** What each shares. */
export const words = (person: string) => `ord av ${person}`;

/** A new database as it was after a migration, to be written to as it was then. */
async function databaseAt(place: string, migration: string): Promise<Kysely<Record<string, Record<string, unknown>>>> {
  const dialect = onPostgres
    ? new PostgresDialect({ pool: new Pool({ connectionString: place }) })
    : groupCommitDialect(new Libsql(place), () => false);
  const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect });
  const schema = onPostgres
    ? (await sql<{ name: string }>`select current_schema() as name`.execute(db)).rows[0]!.name
    : undefined;
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db, provider, migrationTableSchema: schema }).migrateTo(migration);
  if (error) throw error as Error;
  return db;
}

/** What stood there before campaigns had runs: one that is running, one that is over, one that was closed a moment ago. */
export async function fillAt0010(place: string): Promise<void> {
  const db = await databaseAt(place, '0010-feedback-reason');
  const campaign = (id: string, over: Record<string, unknown>) => ({
    id,
    title: id,
    flow: 'tydliga-ramar',
    plan: JSON.stringify({ kind: 'weekly', weekday: 1, time: '09:00', from: '2026-11-16' }),
    audience: JSON.stringify({ kind: 'everyone' }),
    least: 6,
    created_by: 'hanna',
    created_at: launched,
    launched_by: 'hanna',
    launched_at: launched,
    planned_until: '2026-11-23T09:00:00.000Z',
    sealed_key: null,
    ...over,
  });
  const sealedKey = encrypt(
    serviceKey,
    { personId: 'running', purpose: 'campaign-key' },
    campaignKey.toString('base64'),
  );
  const closed = { state: 'closed', closed_at: '2026-11-24T09:00:00.000Z' };
  const campaigns = [
    campaign('running', { state: 'running', sealed_key: sealedKey }),
    campaign('over', { ...closed, settled_at: '2026-11-24T09:00:30.000Z' }),
    campaign('just closed', closed),
    campaign('draft', { state: 'draft', launched_by: null, launched_at: null, planned_until: null }),
  ];
  for (const row of campaigns) await db.insertInto('campaigns').values(row).execute();

  const card = (topic: string, occurrence: string, person: string, state = 'sent') => ({
    id: `${topic} ${occurrence} ${person}`,
    topic,
    occurrence,
    purpose: 'card',
    person,
    in_group: 'Öron',
    state,
    due_at: `${occurrence}T08:00:00.000Z`,
    ...(state === 'sent' && { message: 'm' }),
  });
  const cards = [
    ...people.map((person) => card('running', '2026-11-16', person)),
    ...people.map((person) => card('running', newest, person)),
    card('running', newest, 'ny@region.example', 'waiting'),
    card('running', newest, 'borta', 'blocked'),
    ...people.flatMap((person) => [card('over', '2026-11-16', person), card('just closed', '2026-11-16', person)]),
    { ...card('over', '2026-11-16', people[0]!), id: 'thanks', purpose: 'thanks' },
  ];
  await db.insertInto('deliveries').values(cards).execute();

  const answer = (campaign_id: string, occurrence: string, person: string) => ({
    campaign_id,
    occurrence,
    respondent: nameOf(person),
    in_group: 'Öron',
    given: JSON.stringify({ ramar: ['4'] }),
    shared: encrypt(
      serviceKey,
      { personId: campaign_id, purpose: 'shared words' },
      JSON.stringify({ tankar: words(person) }),
    ),
  });
  await db
    .insertInto('responses')
    .values(people.flatMap((who) => [answer('running', newest, who), answer('just closed', '2026-11-16', who)]))
    .execute();
  const table = { people: 7, counts: { ramar: { '4': 7 } } };
  const counted = { Öron: { [nameOf(people[0]!)]: { ramar: ['4'] } } };
  const release = (campaign_id: string, occurrence: string, released: object, texts?: readonly string[]) => ({
    campaign_id,
    occurrence,
    released: JSON.stringify(released),
    words: texts
      ? encrypt(
          serviceKey,
          { personId: campaign_id, purpose: 'released words' },
          JSON.stringify({ texts: { tankar: texts }, by: {}, closed: true }),
        )
      : null,
  });
  const releases = [
    release('running', newest, { tables: { Öron: table }, counted }),
    release('just closed', '2026-11-16', { tables: { Öron: table }, counted }),
    release('over', '2026-11-16', { tables: { Öron: table }, rest: table, counted: {}, closed: true }, ['Bra', 'Nja']),
  ];
  await db.insertInto('releases').values(releases).execute();
  await db.destroy();
}
