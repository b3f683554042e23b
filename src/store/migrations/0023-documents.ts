import { type Kysely, sql } from 'kysely';

/** The documents that the bot answers from, so that several instances answer from the same. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('documents')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('draft', 'integer')
    .addColumn('before', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('seed_hash', 'text')
    .addColumn('by_hr', 'integer', (c) => c.notNull())
    .addColumn('newer_seed', 'integer', (c) => c.notNull())
    .addColumn('changed_on', 'text', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('document_versions')
    .addColumn('document_id', 'text', (c) => c.notNull().references('documents.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('plain', 'text', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .addColumn('passages', 'integer', (c) => c.notNull())
    .addColumn('warnings', 'text', (c) => c.notNull())
    .addColumn('asked', 'text', (c) => c.notNull())
    .addColumn('dropped', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('made_on', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_version_of_a_document', ['document_id', 'version'])
    .execute();

  await db.schema
    .createTable('library')
    .addColumn('id', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute();
  await sql`insert into library (id, version) values (1, 0)`.execute(db);
}
