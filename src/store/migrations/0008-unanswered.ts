import { type Kysely, sql, SqliteAdapter } from 'kysely';

/** Words of questions that nothing answered: who asked while the month lasts, and what HR may see. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const table = db.schema
    .createTable('unanswered')
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('word', 'text', (c) => c.notNull())
    .addColumn('asker', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_row_per_word_and_asker', ['month', 'word', 'asker']);
  // SQLite would number the rows as they come, and so tell which words stood in one question.
  await (db.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`without rowid`) : table).execute();

  await db.schema
    .createTable('unanswered_counts')
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('word', 'text', (c) => c.notNull())
    .addColumn('at_least', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_count_per_word', ['month', 'word'])
    .execute();
}
