import { type Kysely } from 'kysely';

/** The outbox, and the moment from which the next request to the channel may be made. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deliveries')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('occurrence', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('in_group', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('claimed_by', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('begun_at', 'text')
    .addColumn('message', 'text')
    .addColumn('settled_at', 'text')
    .addUniqueConstraint('one_delivery_per_person', ['topic', 'occurrence', 'purpose', 'person'])
    .execute();
  await db.schema.createIndex('deliveries_due').on('deliveries').columns(['state', 'due_at']).execute();
  await db.schema.createIndex('deliveries_of_person').on('deliveries').columns(['person', 'state']).execute();

  await db.schema
    .createTable('pace')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('next_at', 'text', (c) => c.notNull())
    .execute();
}
