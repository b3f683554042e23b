import { type Kysely } from 'kysely';

/** The key for pseudonyms, encrypted, so that the service key can be changed. openKeyring.ts writes it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('keyring')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('changing_to', 'text')
    .execute();
}
