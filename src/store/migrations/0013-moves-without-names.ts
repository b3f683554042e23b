import { type Kysely, sql, SqliteAdapter } from 'kysely';

/**
 * Without the service key nobody can tell from the database who has answered HR. Moves are stored under pseudonyms of their
 * sessions, on SQLite in no order of time. Nothing of an answer is written into a row that names the person. The pseudonyms of
 * older moves need the service key, so nameMoves.ts makes them at the next start.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const unordered = db.getExecutor().adapter instanceof SqliteAdapter ? sql`without rowid` : sql``;
  await db.schema.alterTable('moves').renameTo('moves_before').execute();
  await db.schema
    .alterTable('moves_before')
    .addColumn('ended', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`update moves_before set ended = 1
    where revision = (select max(revision) from moves_before as other where other.session_id = moves_before.session_id)
    and session_id in (select id from sessions where ended_at is not null)`.execute(db);

  await db.schema
    .createTable('moves')
    .addColumn('session_id', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('ended', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_move_at_a_place', ['session_id', 'revision'])
    .addUniqueConstraint('one_move_of_a_press', ['session_id', 'key'])
    .modifyEnd(unordered)
    .execute();
  await db.schema
    .createTable('session_messages')
    .addColumn('session_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .modifyEnd(unordered)
    .execute();
  const { rows } = await sql`select 1 from moves_before limit 1`.execute(db);
  if (!rows.length) await db.schema.dropTable('moves_before').execute();

  await db.schema.dropIndex('sessions_of_person').execute();
  await db.schema.alterTable('sessions').dropColumn('ended_at').execute();
  await db.schema.createIndex('sessions_of_person').on('sessions').column('person_id').execute();
  await sql`update sessions set started_at = substr(started_at, 1, 10) where delivery is not null`.execute(db);
  await plainAddresses(db.withTables<{ people: { id: string; address: string | null } }>());
}

/** Addresses without what only a press or a message tells, such as the language. */
async function plainAddresses(db: Kysely<{ people: { id: string; address: string | null } }>): Promise<void> {
  const people = await db.selectFrom('people').select(['id', 'address']).where('address', 'is not', null).execute();
  for (const person of people) {
    const { channelId, serviceUrl, conversation, bot, user } = JSON.parse(person.address!) as Record<string, Named>;
    if (!conversation) continue;
    const { id, conversationType, tenantId } = conversation;
    const address = JSON.stringify({
      channelId,
      serviceUrl,
      conversation: { id, conversationType, tenantId },
      bot: { id: bot?.id },
      user: { id: user?.id },
    });
    await db.updateTable('people').set({ address }).where('id', '=', person.id).execute();
  }
}

type Named = Record<string, unknown> | undefined;
