import { randomUUID } from 'node:crypto';
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import { type Move } from '../coaching/session';
import { type Database, emptyJournal } from './database';
import { decrypterFor, encryptFor } from './personKeys';
import { isOrphan } from './postgres';
import { type IsoTime, type Schema, type SessionsTable } from './schema';
import { type Session, type SessionStore } from '../coaching/ports';

/** Moves of a session open only in that session. */
const purposeOf = (session: string): string => `session ${session}`;

/** When a session was last touched: its latest move, or its beginning. */
const touched = sql<string>`coalesce((select max(made_at) from moves where session_id = sessions.id), started_at)`;

const hasMoves = (row: ExpressionBuilder<Schema, 'sessions'>) =>
  row.exists(row.selectFrom('moves').select('revision').whereRef('session_id', '=', 'sessions.id'));

/** The sessions of all people; every call reaches those of one person only. */
export function sessionStore(
  db: Database,
  serviceKey: Buffer,
  now: () => Date,
): SessionStore & { every(person: string): Promise<Session[]> } {
  const ofPerson = (person: string) => db.selectFrom('sessions').selectAll().where('person_id', '=', person);
  async function whole(person: string, rows: readonly Selectable<SessionsTable>[]): Promise<Session[]> {
    if (!rows.length) return [];
    const ids = rows.map(({ id }) => id);
    const moves = await db.selectFrom('moves').selectAll().where('session_id', 'in', ids).orderBy('revision').execute();
    // After the moves: a key that seals one of them is then there to be read.
    const unsealed = await decrypterFor(db, serviceKey, person);
    return rows.map((row) => ({
      id: row.id,
      flow: row.flow,
      title: row.title,
      version: row.version,
      startedAt: row.started_at,
      ended: row.ended_at !== null,
      ...(row.message !== null && { message: row.message }),
      ...(row.delivery !== null && { delivery: row.delivery }),
      moves: moves
        .filter(({ session_id }) => session_id === row.id)
        .map(({ revision, key, kind, sealed, made_at }): Move => {
          const words = unsealed(purposeOf(row.id), sealed) ?? '{"card":"","given":{}}';
          return { revision, key, kind, madeAt: made_at, ...(JSON.parse(words) as Pick<Move, 'card' | 'given'>) };
        }),
    }));
  }

  return {
    begin: async (person, { id: flow, title, version }, delivery) => {
      const session = { id: randomUUID(), flow, title, version };
      const started_at = now().toISOString();
      const { numInsertedOrUpdatedRows: isNew } = await db
        .insertInto('sessions')
        .values({ ...session, person_id: person, started_at, delivery: delivery ?? null })
        .onConflict((conflict) => conflict.column('delivery').doNothing())
        .executeTakeFirstOrThrow();
      const [begun] =
        delivery && isNew !== 1n
          ? await whole(person, await ofPerson(person).where('delivery', '=', delivery).execute())
          : [];
      return begun ?? { ...session, startedAt: started_at, ended: false, moves: [], ...(delivery && { delivery }) };
    },
    find: async (person, session) =>
      (await whole(person, await ofPerson(person).where('id', '=', session).execute()))[0],
    latestOpen: async (person, flow) => {
      // What HR has sent and she has not touched is nothing that she is in the middle of.
      const open = ofPerson(person)
        .where('ended_at', 'is', null)
        .where((row) => row.or([row('delivery', 'is', null), hasMoves(row)]))
        .orderBy(touched, 'desc')
        .limit(1);
      return (await whole(person, await (flow ? open.where('flow', '=', flow) : open).execute()))[0];
    },
    list: async (person, skip, limit) => {
      const begun = ofPerson(person).where(hasMoves);
      return whole(person, await begun.orderBy(touched, 'desc').offset(skip).limit(limit).execute());
    },
    // Also those that nothing has been answered in.
    every: async (person) => whole(person, await ofPerson(person).orderBy(touched, 'desc').execute()),
    append: async (person, session, { revision, key, kind, card, given, madeAt }, ended) => {
      const about = { personId: person, purpose: purposeOf(session.id) };
      const sealed = await encryptFor(db, serviceKey, about, JSON.stringify({ card, given }), now());
      // Out of her own session, or nowhere: it may have been erased since it was read.
      const insert = (into: Database) =>
        into
          .insertInto('moves')
          .columns(['session_id', 'revision', 'key', 'kind', 'sealed', 'made_at'])
          .expression((row) =>
            row
              .selectFrom('sessions')
              .select([
                'id',
                sql<number>`cast(${revision} as integer)`.as('revision'),
                sql<string>`cast(${key} as text)`.as('key'),
                sql<string>`cast(${kind} as text)`.as('kind'),
                sql<string>`cast(${sealed} as text)`.as('sealed'),
                sql<string>`cast(${madeAt} as text)`.as('made_at'),
              ])
              .where('id', '=', session.id)
              .where('person_id', '=', person),
          )
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
      try {
        if (ended === session.ended) return (await insert(db)).numInsertedOrUpdatedRows === 1n;
        return await db.transaction().execute(async (all) => {
          if ((await insert(all)).numInsertedOrUpdatedRows !== 1n) return false;
          const ended_at = ended ? madeAt : null;
          await all.updateTable('sessions').set({ ended_at }).where('id', '=', session.id).execute();
          return true;
        });
      } catch (error) {
        if (isOrphan(error)) return false;
        throw error;
      }
    },
    erase: async (person, session) => {
      await db.deleteFrom('sessions').where('id', '=', session).where('person_id', '=', person).execute();
      await emptyJournal(db);
    },
  };
}

/** Remembers which message shows the session now. */
export async function recordSessionMessage(
  db: Database,
  person: string,
  session: string,
  message: string,
): Promise<void> {
  await db.updateTable('sessions').set({ message }).where('id', '=', session).where('person_id', '=', person).execute();
}

/** What a person did in one session, in clear, for her own export. */
export interface ExportedSession {
  readonly title: string;
  readonly startedAt: IsoTime;
  /** Not finished: what is given is a draft. */
  readonly open?: true;
  readonly given: readonly {
    readonly asked: string;
    readonly words: readonly string[];
    readonly givenAt: IsoTime;
    /** She let HR read it, without her name. */
    readonly shared?: true;
  }[];
}

/** All sessions of one person, newest first: for her own export only. */
export async function sessionsOf(db: Database, serviceKey: Buffer, person: string): Promise<ExportedSession[]> {
  const all = await sessionStore(db, serviceKey, () => new Date()).every(person);
  return all.map(({ title, startedAt, ended, moves }) => ({
    title,
    startedAt,
    ...(!ended && { open: true }),
    given: moves.flatMap(({ given, madeAt }) =>
      Object.values(given).map(({ asked, words, shared }) => ({
        asked,
        words,
        givenAt: madeAt,
        ...(shared && { shared }),
      })),
    ),
  }));
}

/** Forgets sessions untouched since their flow's time ran out; `before` says when that was, for a flow's id. */
export async function pruneSessions(db: Database, before: (flow: string) => Date): Promise<void> {
  const flows = await db.selectFrom('sessions').select('flow').distinct().execute();
  for (const { flow } of flows)
    await db.deleteFrom('sessions').where('flow', '=', flow).where(touched, '<', before(flow).toISOString()).execute();
}
