import { randomUUID } from 'node:crypto';
import { type Selectable } from 'kysely';
import { type Session, type SessionStore } from '../coaching/ports';
import { type Move } from '../coaching/session';
import { dayOf } from '../shared/localTime';
import { changesOf } from './commitments';
import { compiledOnce } from './compiledOnce';
import { type Database, emptyJournal } from './database';
import { forgetMoves, keepMove, moveNames, trailsOf } from './moves';
import { decrypterFor, encryptNamelessly, ensureKey } from './personKeys';
import { type SealedText, type SessionsTable } from './schema';
import { openMessage } from './sessionMessages';

/** What a move's encryption is bound to: its session, and its place there. */
const purposeOf = (session: string): string => `session ${session}`;

/** What is encrypted of a move. Moves from before migration 0013 lack the time and the press. */
type SealedMove = Pick<Move, 'card' | 'given'> & Partial<Pick<Move, 'madeAt' | 'key'>>;

type Row = Selectable<SessionsTable>;

/** A session's row, with what is stored under its pseudonym. */
interface Trail {
  readonly row: Row;
  /** By revision. */
  readonly moves: Awaited<ReturnType<typeof trailsOf>>;
  /** The message that shows it, encrypted, where it is another than the one that was sent. */
  readonly shown?: SealedText;
}

const dayTouched = ({ row, moves }: Trail): string => moves.at(-1)?.made_at ?? dayOf(new Date(row.started_at));
const later = (one: string, other: string): number => (one < other ? 1 : one > other ? -1 : 0);
const hasEnded = ({ moves }: Trail): boolean => moves.at(-1)?.ended === 1;

/** Computes a value for each input once. */
function once<A, B>(compute: (about: A) => B): (about: A) => B {
  const known = new Map<A, B>();
  return (about) => {
    if (!known.has(about)) known.set(about, compute(about));
    return known.get(about)!;
  };
}

const ownSessions = (db: Database, person: string) =>
  db.selectFrom('sessions').selectAll().where('person_id', '=', person);
const allOwn = compiledOnce((db, { person }: { person: string }) => ownSessions(db, person));
const oneOwn = compiledOnce((db, { person, session }: { person: string; session: string }) =>
  ownSessions(db, person).where('id', '=', session),
);

/**
 * Fits the store to the port of sessions. Every call reaches one person only. What a person does in a session is stored under a
 * pseudonym, never in a row that names the person or the session. So the rows of a person who has answered HR look like those of
 * a person who has not.
 */
export function sessionStore(
  db: Database,
  serviceKey: Buffer,
  now: () => Date,
): SessionStore & { every(person: string): Promise<Session[]> } {
  const nameOf = moveNames(serviceKey);
  const ofPerson = (person: string) => ownSessions(db, person);

  async function trails(person: string, rows: readonly Row[]): Promise<Trail[]> {
    if (!rows.length) return [];
    const lines = new Map<string, Trail['moves']>();
    const own = rows.map((row) => {
      const moves: Trail['moves'] = [];
      lines.set(nameOf(row.id), moves);
      return { row, moves };
    });
    for (const line of await trailsOf(db, [...lines.keys()])) lines.get(line.session_id)?.push(line);
    return own.map(({ row, moves }) => {
      const shown = moves[0]?.revision === 0 ? moves.shift()?.sealed : undefined;
      return { row, moves, shown };
    });
  }

  /** The keys are read after the moves, so that the key of each move is there. */
  async function opener(person: string) {
    const unsealed = await decrypterFor(db, serviceKey, person);
    const move = ({ row }: Trail, { revision, key, kind, sealed, made_at }: Trail['moves'][number]): Move => {
      const words = unsealed(purposeOf(row.id), sealed, revision) ?? '{"card":"","given":{}}';
      return { revision, key, kind, madeAt: made_at, ...(JSON.parse(words) as SealedMove) };
    };
    const messageOf = ({ row, shown }: Trail) =>
      shown === undefined ? row.message : openMessage(serviceKey, { person, session: row.id }, shown);
    return {
      /** When a session was last used: its latest move, or its beginning. */
      touched: once((trail: Trail) =>
        trail.moves.length ? move(trail, trail.moves.at(-1)!).madeAt : trail.row.started_at,
      ),
      session: (trail: Trail): Session => ({
        id: trail.row.id,
        flow: trail.row.flow,
        title: trail.row.title,
        version: trail.row.version,
        startedAt: trail.row.started_at,
        ended: hasEnded(trail),
        message: messageOf(trail) ?? undefined,
        ...(trail.row.delivery !== null && { delivery: trail.row.delivery }),
        moves: trail.moves.map((each) => move(trail, each)),
      }),
    };
  }

  /** Some of these sessions, the one last used first. */
  async function newest(
    person: string,
    rows: readonly Row[],
    {
      which = () => true,
      skip = 0,
      limit = Infinity,
    }: { which?: (trail: Trail) => boolean; skip?: number; limit?: number },
  ): Promise<Session[]> {
    const found = (await trails(person, rows)).filter(which);
    if (!found.length) return [];
    const open = await opener(person);
    if (found.length === 1) return found.slice(skip, skip + limit).map(open.session);
    // Sorted by day first. The time is encrypted, and is only decrypted for two of the same day.
    const days = new Map(found.map((trail) => [trail, dayTouched(trail)]));
    return found
      .sort((one, other) => later(days.get(one)!, days.get(other)!) || later(open.touched(one), open.touched(other)))
      .slice(skip, skip + limit)
      .map(open.session);
  }

  return {
    begin: async (person, { id: flow, title, version }, delivery) => {
      const session = { id: randomUUID(), flow, title, version };
      const startedAt = delivery ? dayOf(now()) : now().toISOString();
      const { numInsertedOrUpdatedRows: isNew } = await db
        .insertInto('sessions')
        .values({ ...session, person_id: person, started_at: startedAt, delivery: delivery ?? null })
        .onConflict((conflict) => conflict.column('delivery').doNothing())
        .executeTakeFirstOrThrow();
      // The key is made now and not at the first words, because a new key would tell that something has been written.
      await ensureKey(db, serviceKey, person, now());
      const [begun] =
        delivery && isNew !== 1n
          ? await newest(person, await ofPerson(person).where('delivery', '=', delivery).execute(), {})
          : [];
      return begun ?? { ...session, startedAt, ended: false, moves: [], ...(delivery && { delivery }) };
    },
    find: async (person, session) => (await newest(person, (await oneOwn(db, { person, session })).rows, {}))[0],
    latestOpen: async (person, flow) => {
      const { rows } =
        flow === undefined
          ? await allOwn(db, { person })
          : { rows: await ofPerson(person).where('flow', '=', flow).execute() };
      // A card from HR that the person has not touched is not what the person is in the middle of.
      const isOpen = (trail: Trail) => !hasEnded(trail) && (trail.row.delivery === null || trail.moves.length > 0);
      return (await newest(person, rows, { which: isOpen, limit: 1 }))[0];
    },
    latest: async (person, flow) => {
      const rows = await ofPerson(person).where('flow', '=', flow).execute();
      return (await newest(person, rows, { which: ({ moves }) => moves.length > 0, limit: 1 }))[0];
    },
    list: async (person, skip, limit) =>
      newest(person, await ofPerson(person).execute(), { which: ({ moves }) => moves.length > 0, skip, limit }),
    listEnded: async (person, flow, limit) =>
      newest(person, await ofPerson(person).where('flow', '=', flow).execute(), { which: hasEnded, limit }),
    // Sessions without any answer count too.
    every: async (person) => newest(person, await ofPerson(person).execute(), {}),
    append: async (person, session, { revision, key, kind, card, given, madeAt }, ended, changes = []) => {
      const about = { personId: person, purpose: purposeOf(session.id), place: revision };
      const words = JSON.stringify({ card, given, madeAt, key } satisfies SealedMove);
      const sealed = await encryptNamelessly(db, serviceKey, about, words, now());
      const move = {
        session: session.id,
        person,
        name: nameOf(session.id),
        revision,
        key: nameOf(session.id, key),
        kind,
        sealed,
        day: dayOf(new Date(madeAt)),
        ended: ended ? 1 : 0,
      };
      const keep = (all: Database) => keepMove(all, move, session.delivery !== undefined);
      const writes = await changesOf(db, serviceKey, { person, session: session.id, changes }, now());
      if (!writes.length) return keep(db);
      return db.transaction().execute(async (all) => {
        const isKept = await keep(all);
        if (isKept) for (const write of writes) await write(all);
        return isKept;
      });
    },
    erase: async (person, session) => {
      await db.transaction().execute(async (all) => {
        const own = all
          .selectFrom('sessions')
          .select('delivery')
          .where('id', '=', session)
          .where('person_id', '=', person);
        const found = await own.executeTakeFirst();
        if (!found) return;
        // A session from HR becomes as it was before the answer. If the row were deleted, that would tell that there had
        // been one.
        if (found.delivery === null) await all.deleteFrom('sessions').where('id', '=', session).execute();
        await forgetMoves(all, [nameOf(session)]);
      });
      await emptyJournal(db);
    },
  };
}
