import { type Kysely, sql, SqliteAdapter } from 'kysely';

/**
 * Dialogues in a group. No column names a person or a chat: both stand under pseudonyms. On SQLite the rows of answers have no
 * numbers that would tell who wrote when.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const unordered = db.getExecutor().adapter instanceof SqliteAdapter ? sql`without rowid` : sql``;
  await db.schema
    .createTable('dialogues')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('started_day', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('starter', 'text', (c) => c.notNull())
    .addColumn('phase', 'text', (c) => c.notNull())
    .addColumn('sealed_lesson', 'text')
    .addColumn('sealed_key', 'text', (c) => c.notNull())
    .addColumn('erase_on', 'text', (c) => c.notNull())
    .addUniqueConstraint('one_dialogue_of_a_number', ['chat', 'started_day', 'number'])
    .execute();
  await db.schema
    .createTable('dialogue_answers')
    .addColumn('dialogue_id', 'text', (c) => c.notNull().references('dialogues.id').onDelete('cascade'))
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('late', 'integer', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_answer_in_a_round', ['dialogue_id', 'round', 'author'])
    .modifyEnd(unordered)
    .execute();
}
