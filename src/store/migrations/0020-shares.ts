import { type Kysely } from 'kysely';

/** What people share with one another: a copy, encrypted with the owner's key. It is deleted with either person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('shares')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('owner_id', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('receiver_id', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('shared_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('withdrawn_at', 'text')
    .addColumn('opened_on', 'text')
    .execute();
  await db.schema.createIndex('shares_of_owner').on('shares').column('owner_id').execute();
  await db.schema.createIndex('shares_to_receiver').on('shares').column('receiver_id').execute();
}
