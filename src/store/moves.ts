import { sql } from 'kysely';
import { type MoveKind } from '../coaching/session';
import { type Database } from './database';
import { type Pseudonymise, pseudonymiser } from './pseudonym';

/** Makes the pseudonyms under which moves are stored, of a session or of a press in it. */
export const moveNames = (serviceKey: Buffer): Pseudonymise => pseudonymiser(serviceKey, 'moves');

/** Names in one statement. */
const CHUNK = 100;

/** Splits a list so that a statement about one part takes a millisecond or two. */
export const inChunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, nth) => all.slice(nth * CHUNK, (nth + 1) * CHUNK));

/** A query of the moves of sessions, by revision. Revision 0 is the message that shows the session. */
export const trailsOf = (db: Database, names: readonly string[]) =>
  db
    .selectFrom('moves')
    .select(['session_id', 'revision', 'key', 'kind', 'sealed', 'made_at', 'ended'])
    .where('session_id', 'in', names)
    .unionAll(
      db
        .selectFrom('session_messages')
        .select([
          'session_id',
          sql<number>`0`.as('revision'),
          sql<string>`''`.as('key'),
          sql<MoveKind>`''`.as('kind'),
          'sealed',
          sql<string>`''`.as('made_at'),
          sql<number>`0`.as('ended'),
        ])
        .where('session_id', 'in', names),
    )
    .orderBy('revision')
    .execute();

/** The latest move of each session that has one. */
export async function latestMoves(db: Database, names: readonly string[]) {
  const rows = await db
    .selectFrom('moves')
    .select(['session_id', 'kind', 'made_at', 'ended'])
    .where('session_id', 'in', names)
    .where('revision', '=', (row) =>
      row
        .selectFrom('moves as other')
        .select((all) => all.fn.max('other.revision').as('latest'))
        .whereRef('other.session_id', '=', 'moves.session_id'),
    )
    .execute();
  return new Map(rows.map((row) => [row.session_id, row]));
}

/** Deletes everything under these pseudonyms, and the commitments that were made there. */
export async function forgetMoves(db: Database, names: readonly string[]): Promise<void> {
  for (const some of inChunks(names)) {
    await db.deleteFrom('moves').where('session_id', 'in', some).execute();
    await db.deleteFrom('session_messages').where('session_id', 'in', some).execute();
    await db.deleteFrom('commitments').where('session_id', 'in', some).execute();
  }
}
