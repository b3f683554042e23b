import { type Kysely, sql, SqliteAdapter } from 'kysely';
import { dayAfter, dayOf } from '../../shared/localTime';

/** The tables as they were, as far as this reads them. */
type Before = {
  campaigns: { id: string; state: string; settled_at: string | null; sealed_key: string | null };
  deliveries: { topic: string; occurrence: string; purpose: string; due_at: string };
  responses: {
    campaign_id: string;
    occurrence: string;
    respondent: string;
    in_group: string;
    given: string;
    shared: string | null;
  };
};

/** Days to answer for a run that was sent earlier, because such a run had no last day. */
const answerDays = 7;

/**
 * Every sending of a campaign has a row of its own, with the key that encrypts its answers. Answers are stored in no order: on
 * SQLite their table has no row numbers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('campaign_runs')
    .addColumn('campaign_id', 'text', (c) => c.notNull().references('campaigns.id').onDelete('cascade'))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('answer_until', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('sent_at', 'text')
    .addColumn('recipients', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('absent', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('capped', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('planning_until', 'text')
    .addColumn('reminded_at', 'text')
    .addColumn('thanked_at', 'text')
    .addColumn('sealed_key', 'text')
    .addPrimaryKeyConstraint('one_run_per_day', ['campaign_id', 'day'])
    .execute();
  await db.schema.createIndex('runs_by_state').on('campaign_runs').columns(['state', 'due_at']).execute();
  await runsSoFar(db.withTables<Before>());
  await answersWithoutOrder(db.withTables<Before>());

  for (const column of ['planned_until', 'planning_until', 'sealed_key', 'settled_at'])
    await db.schema.alterTable('campaigns').dropColumn(column).execute();
  await db.schema
    .alterTable('campaigns')
    .addColumn('answer_days', 'integer', (c) => c.notNull().defaultTo(5))
    .execute();
  await db.schema
    .alterTable('campaigns')
    .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}

/** What has been sent already, by campaign and day. */
async function runsSoFar(db: Kysely<Before>): Promise<void> {
  const sent = await db
    .selectFrom('deliveries')
    .innerJoin('campaigns', 'campaigns.id', 'topic')
    .select(['topic', 'occurrence', 'campaigns.state', 'campaigns.settled_at', 'sealed_key'])
    .select((row) => [row.fn.min('due_at').as('due_at'), row.fn.countAll<number | string>().as('recipients')])
    .where('purpose', '=', 'card')
    .groupBy(['topic', 'occurrence', 'campaigns.state', 'campaigns.settled_at', 'sealed_key'])
    .execute();
  for (const { topic, occurrence, state, settled_at, sealed_key, due_at, recipients } of sent) {
    // One that was closed a moment ago is published when the service is up again.
    const isOver = state === 'recalled' || (state === 'closed' && settled_at !== null);
    const answerUntil = dayAfter(dayOf(new Date(due_at)), answerDays);
    await sql`insert into campaign_runs
      (campaign_id, day, due_at, answer_until, state, sent_at, recipients, thanked_at, sealed_key)
      values (${topic}, ${occurrence}, ${due_at}, ${answerUntil}, ${isOver ? 'published' : 'sent'}, ${due_at},
        ${Number(recipients)}, ${isOver ? due_at : null}, ${isOver ? null : sealed_key})`.execute(db);
  }
  // What HR was shown before the end is not shown any more, and tells who was counted.
  await sql`delete from releases where exists (select 1 from campaign_runs
    where campaign_runs.campaign_id = releases.campaign_id and day = occurrence and state = 'sent')`.execute(db);
}

/** One column holds all of an answer. What was not sealed is read as it is, until its run is published. */
async function answersWithoutOrder(db: Kysely<Before>): Promise<void> {
  const rows = await db.selectFrom('responses').selectAll().orderBy('respondent').execute();
  await db.schema.dropTable('responses').execute();
  await db.schema
    .createTable('responses')
    .addColumn('campaign_id', 'text', (c) => c.notNull().references('campaigns.id').onDelete('cascade'))
    .addColumn('occurrence', 'text', (c) => c.notNull())
    .addColumn('respondent', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_response_per_person', ['campaign_id', 'occurrence', 'respondent'])
    .$call((table) => (db.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`without rowid`) : table))
    .execute();
  for (const { campaign_id, occurrence, respondent, in_group, given, shared } of rows) {
    const sealed = JSON.stringify({ group: in_group, values: JSON.parse(given) as unknown, shared });
    await sql`insert into responses (campaign_id, occurrence, respondent, sealed)
      values (${campaign_id}, ${occurrence}, ${respondent}, ${sealed})`.execute(db);
  }
}
