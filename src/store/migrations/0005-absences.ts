import { type Kysely } from 'kysely';

/** Who is away when, as HR lists it: local dates, the last included. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('absences')
    .addColumn('listed_as', 'text', (c) => c.notNull())
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('until_day', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_absence_at_a_time', ['listed_as', 'from_day', 'until_day'])
    .execute();
}
