import { type Kysely } from 'kysely';

/** Why and since when the service has paused a campaign, and why a delivery was refused: the last time, and since when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['paused_because', 'paused_since'])
    await db.schema.alterTable('campaigns').addColumn(column, 'text').execute();
  for (const column of ['refused_because', 'refused_at', 'refused_since'])
    await db.schema.alterTable('deliveries').addColumn(column, 'text').execute();
}
