import { type Kysely } from 'kysely';

/** Questions that HR writes. A version is never changed: campaigns and people's answers name it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question_sets')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('created_on', 'text', (c) => c.notNull())
    .addColumn('changed_on', 'text', (c) => c.notNull())
    .addColumn('retired_on', 'text')
    .execute();

  await db.schema
    .createTable('question_set_versions')
    .addColumn('set_id', 'text', (c) => c.notNull().references('question_sets.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('principle', 'text')
    .addColumn('steps', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_version_of_a_set', ['set_id', 'version'])
    .execute();
}
