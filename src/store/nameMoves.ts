import { type Kysely, sql } from 'kysely';
import { dayOf } from '../shared/localTime';
import { type Database, emptyJournal, isSqlite } from './database';
import { inChunks, moveNames } from './moves';
import { withoutName } from './personKeys';
import { type MovesTable } from './schema';
import { recordSessionMessage } from './sessionMessages';

/** As they were stored before migration 0013: under their session's id, with the time. */
type Before = Kysely<{ moves_before: MovesTable }>;

/**
 * Gives the moves from before migration 0013 their pseudonyms, once. A migration cannot do it, because it has no service key. It
 * is done when the old table no longer exists.
 */
export async function nameMoves(db: Database, serviceKey: Buffer): Promise<void> {
  if (!(await isToBeDone(db))) return;
  await db.transaction().execute(async (all) => {
    // Of instances that start at once, one does it and the others wait.
    if (!isSqlite(all)) await sql`lock table moves in share row exclusive mode`.execute(all);
    if (!(await isToBeDone(all))) return;
    const before = all as unknown as Before;
    const nameOf = moveNames(serviceKey);
    const ids = await before.selectFrom('moves_before').select('session_id').distinct().execute();
    // Sorted by their new names, so that nothing tells their former order.
    const named = ids.map(({ session_id }) => ({ id: session_id, name: nameOf(session_id) }));
    for (const some of inChunks(named.sort((one, other) => (one.name < other.name ? -1 : 1)))) {
      const names = new Map(some.map(({ id, name }) => [id, name]));
      const rows = await before
        .selectFrom('moves_before')
        .selectAll()
        .where('session_id', 'in', [...names.keys()])
        .execute();
      const moves = rows.map((row) => ({
        ...row,
        session_id: names.get(row.session_id)!,
        sealed: withoutName(serviceKey, `session ${row.session_id}`, row.sealed),
        made_at: dayOf(new Date(row.made_at)),
      }));
      for (const move of moves) await all.insertInto('moves').values(move).execute();
    }
    await moveMessages(all, serviceKey);
    await sql`drop table moves_before`.execute(all);
  });
  await emptyJournal(db);
}

/** Where HR's card was sent again, or answered in another message, that message is moved out of the row that names the person. */
async function moveMessages(all: Database, serviceKey: Buffer): Promise<void> {
  const rows = await all
    .selectFrom('sessions')
    .innerJoin('deliveries', 'deliveries.id', 'sessions.delivery')
    .select(['sessions.id', 'person_id', 'sessions.message as shown', 'deliveries.message as sent'])
    .where('sessions.message', 'is not', null)
    .whereRef('sessions.message', '!=', 'deliveries.message')
    .execute();
  for (const { id, person_id, shown, sent } of rows) {
    await recordSessionMessage(all, serviceKey, { person: person_id, session: id, message: shown! });
    await all.updateTable('sessions').set({ message: sent }).where('id', '=', id).execute();
  }
}

async function isToBeDone(db: Database): Promise<boolean> {
  const { rows } = await (
    isSqlite(db)
      ? sql<{ name: string | null }>`select name from sqlite_master where name = 'moves_before'`
      : sql<{ name: string | null }>`select to_regclass('moves_before')::text as name`
  ).execute(db);
  return !!rows[0]?.name;
}
