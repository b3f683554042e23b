import { sql } from 'kysely';
import { type MoveKind } from '../coaching/session';
import { compiledOnce } from './compiledOnce';
import { type Database, isSqlite } from './database';
import { type Pseudonymise, pseudonymiser } from './pseudonym';
import { type SealedText } from './schema';

/** Makes the pseudonyms under which moves are stored, of a session or of a press in it. */
export const moveNames = (serviceKey: Buffer): Pseudonymise => pseudonymiser(serviceKey, 'moves');

/** Names in one statement. */
const CHUNK = 100;

/** Splits a list into parts of a hundred, so that a statement about one part takes a millisecond or two. */
export const inChunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, nth) => all.slice(nth * CHUNK, (nth + 1) * CHUNK));

/** A query of the moves of sessions, by revision. Revision 0 is the message that shows the session. */
const trails = (db: Database, names: readonly string[]) =>
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
    .orderBy('revision');

const trailOf = compiledOnce((db, { name }: { name: string }) => trails(db, [name]));

/**
 * The moves of sessions (pseudonyms), by revision; revision 0 is the message that shows a session. Most turns are about one
 * session.
 */
export const trailsOf = async (db: Database, names: readonly string[]) =>
  names.length === 1 ? (await trailOf(db, { name: names[0]! })).rows : trails(db, names).execute();

/** A move as it is stored: `name` and `key` are pseudonyms. */
interface NewMove {
  readonly session: string;
  readonly person: string;
  readonly name: string;
  readonly revision: number;
  readonly key: string;
  readonly kind: MoveKind;
  readonly sealed: SealedText;
  readonly day: string;
  readonly ended: number;
}

const text = <T extends string>(value: T) => sql<T>`cast(${value} as text)`;
const number = (value: number) => sql<number>`cast(${value} as integer)`;
const insertMove = (sentByHr: boolean) =>
  compiledOnce((db, move: NewMove) =>
    db
      .insertInto('moves')
      .columns(['session_id', 'revision', 'key', 'kind', 'sealed', 'made_at', 'ended'])
      // Inserted only while the session exists, because it may have been erased since it was read.
      .expression((row) =>
        row
          .selectFrom('sessions')
          .select([
            text(move.name).as('session_id'),
            number(move.revision).as('revision'),
            text(move.key).as('key'),
            text(move.kind).as('kind'),
            text(move.sealed).as('sealed'),
            text(move.day).as('made_at'),
            number(move.ended).as('ended'),
          ])
          .where('id', '=', move.session)
          .where('person_id', '=', move.person)
          // On PostgreSQL this keeps others from erasing the row meanwhile. It leaves a mark in the row, so it is not
          // done where HR has sent the card; such a row is never erased.
          .$if(!isSqlite(db) && !sentByHr, (one) => one.forKeyShare()),
      )
      .onConflict((conflict) => conflict.doNothing()),
  );
const insertOwn = insertMove(false);
const insertSent = insertMove(true);

/** Stores a move; false where its revision or its press is stored already, or the session has been erased. */
export async function keepMove(db: Database, move: NewMove, sentByHr: boolean): Promise<boolean> {
  const { numAffectedRows } = await (sentByHr ? insertSent : insertOwn)(db, move);
  return numAffectedRows === 1n;
}

/** The latest move of each session that has one: the session's pseudonym -> the move. */
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
