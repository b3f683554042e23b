import { type Kysely } from 'kysely';

/**
 * What HR promises to do about the answers: for one run, and for the runs without a promise of their own. It also adds an index by
 * which the cards of a campaign are counted.
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
