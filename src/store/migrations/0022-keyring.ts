import { type Kysely } from 'kysely';

/** The key that names things lies sealed beside what it names, so that the service key can be changed: openKeyring.ts puts it there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('keyring')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('changing_to', 'text')
    .execute();
}
