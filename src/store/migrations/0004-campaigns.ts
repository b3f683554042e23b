import { type Kysely } from 'kysely';

/** HR's campaigns: what is sent, what came back, and what HR has been shown. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('campaigns')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('flow', 'text', (c) => c.notNull())
    .addColumn('plan', 'text', (c) => c.notNull())
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('least', 'integer', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('launched_by', 'text')
    .addColumn('launched_at', 'text')
    .addColumn('planned_until', 'text')
    .addColumn('planning_until', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('settled_at', 'text')
    .addColumn('sealed_key', 'text')
    .execute();

  await db.schema
    .createTable('responses')
    .addColumn('campaign_id', 'text', (c) => c.notNull().references('campaigns.id').onDelete('cascade'))
    .addColumn('occurrence', 'text', (c) => c.notNull())
    .addColumn('respondent', 'text', (c) => c.notNull())
    .addColumn('in_group', 'text', (c) => c.notNull())
    .addColumn('given', 'text', (c) => c.notNull())
    .addColumn('shared', 'text')
    .addPrimaryKeyConstraint('one_response_per_person', ['campaign_id', 'occurrence', 'respondent'])
    .execute();

  await db.schema
    .createTable('releases')
    .addColumn('campaign_id', 'text', (c) => c.notNull().references('campaigns.id').onDelete('cascade'))
    .addColumn('occurrence', 'text', (c) => c.notNull())
    .addColumn('released', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_release_per_occurrence', ['campaign_id', 'occurrence'])
    .execute();

  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('act', 'text', (c) => c.notNull())
    .addColumn('about', 'text')
    .execute();
  await db.schema.createIndex('audit_in_order').on('audit').columns(['at']).execute();

  // The people whom HR lists, each by an object id or an e-mail.
  await db.schema
    .createTable('groups')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('group_members')
    .addColumn('group_id', 'text', (c) => c.notNull().references('groups.id').onDelete('cascade'))
    .addColumn('listed_as', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_place_per_member', ['group_id', 'listed_as'])
    .execute();

  // The moment from which a person wants no campaigns.
  await db.schema.alterTable('people').addColumn('opted_out_at', 'text').execute();

  // A session that a delivery began: one per delivery.
  await db.schema.alterTable('sessions').addColumn('delivery', 'text').execute();
  await db.schema.createIndex('one_session_per_delivery').on('sessions').columns(['delivery']).unique().execute();
}
