import { type Kysely } from 'kysely';

/**
 * What HR promises to do about the answers: of one run, and of the runs of which nothing else is said. And an index by which the cards of
 * a campaign are counted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['campaigns', 'campaign_runs'])
    await db.schema.alterTable(table).addColumn('promise', 'text').execute();
  await db.schema
    .createIndex('deliveries_by_run')
    .on('deliveries')
    .columns(['topic', 'purpose', 'occurrence', 'state'])
    .execute();
}
