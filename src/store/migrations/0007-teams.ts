import { type Kysely } from 'kysely';

/** Teams in Teams that the bot has been added to. */
export const up = (db: Kysely<unknown>): Promise<void> =>
  db.schema
    .createTable('teams')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('service_url', 'text', (c) => c.notNull())
    .execute();
