import { type Kysely, sql } from 'kysely';

/** Only what SQLite and PostgreSQL both speak: text columns, ISO times, partial unique index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text')
    .addColumn('email', 'text')
    .addColumn('address', 'text')
    .addColumn('first_seen_at', 'text', (c) => c.notNull())
    .addColumn('welcomed_at', 'text')
    .addColumn('roster_at', 'text')
    .execute();

  await db.schema
    .createTable('activities')
    .addColumn('key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('claimed_at', 'text', (c) => c.notNull())
    .addColumn('finished_at', 'text')
    .execute();

  await db.schema
    .createTable('answers')
    .addColumn('message', 'text', (c) => c.primaryKey().notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('passage_id', 'text')
    .addColumn('answered_at', 'text', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('feedback')
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('reaction', 'text', (c) => c.notNull())
    .addColumn('words', 'text')
    .addColumn('passage_id', 'text')
    .addColumn('given_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('feedback_once', ['message', 'person_id'])
    .execute();
  await db.schema.createIndex('feedback_of_person').on('feedback').column('person_id').execute();

  // No foreign key to people: a destroyed key outlives the person's row.
  await db.schema
    .createTable('person_keys')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('wrapped_key', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('destroyed_at', 'text')
    .execute();
  await db.schema
    .createIndex('one_living_key_per_person')
    .on('person_keys')
    .column('person_id')
    .unique()
    .where(sql.ref('destroyed_at'), 'is', null)
    .execute();
}
