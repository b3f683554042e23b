import { type Kysely } from 'kysely';

/**
 * What managers mean to do and when, and when they may be reminded. A commitment is stored under pseudonyms of its session and its
 * step. What it says, and how it went, is encrypted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('commitments')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('session_id', 'text')
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('is_open', 'integer', (c) => c.notNull())
    .addColumn('due_day', 'text', (c) => c.notNull())
    .addColumn('remind_day', 'text')
    .addColumn('delivery', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('changed_day', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('commitments_of_person').on('commitments').columns(['person_id', 'due_day']).execute();
  await db.schema.createIndex('commitments_to_remind').on('commitments').column('remind_day').execute();
  await db.schema.createIndex('commitments_of_session').on('commitments').column('session_id').execute();
  await db.schema.createIndex('commitments_of_delivery').on('commitments').column('delivery').execute();

  await db.schema
    .createTable('reminder_settings')
    .addColumn('person_id', 'text', (c) => c.primaryKey().notNull().references('people.id').onDelete('cascade'))
    .addColumn('from_time', 'text')
    .addColumn('to_time', 'text')
    .addColumn('paused_day', 'text')
    .execute();
}
