import { type Kysely } from 'kysely';

/**
 * What the receiver of a draft writes back, encrypted with the receiver's key. It is deleted with the share, and with either person.
 * It also adds how many codes have been tried at the link of a file.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('understandings')
    .addColumn('share_id', 'text', (c) => c.primaryKey().notNull().references('shares.id').onDelete('cascade'))
    .addColumn('writer_id', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('sealed', 'text')
    .addColumn('written_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('understandings_of_writer').on('understandings').column('writer_id').execute();
  await db.schema
    .alterTable('downloads')
    .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
