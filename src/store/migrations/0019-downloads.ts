import { type Kysely } from 'kysely';

/** Orders of files, until their links are used or too old. They have a hash of the link's token, and are encrypted with a key made of it. */
export const up = (db: Kysely<unknown>): Promise<void> =>
  db.schema
    .createTable('downloads')
    .addColumn('token_hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute();
