import { type Kysely } from 'kysely';

/** What HR promises to do about the answers: of one run, and of the runs of which nothing else is said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['campaigns', 'campaign_runs'])
    await db.schema.alterTable(table).addColumn('promise', 'text').execute();
}
