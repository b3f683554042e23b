import { randomUUID } from 'node:crypto';
import { type Selectable } from 'kysely';
import { type CommitmentChange } from '../coaching/ports';
import { type Commitment, isOpenState, type OwnCommitment, shortWhat } from '../commitments/commitment';
import { dayAfter, dayOf } from '../shared/localTime';
import { type CommitmentsTable } from './commitmentTables';
import { type Database } from './database';
import { moveNames } from './moves';
import { decrypterFor, encryptFor } from './personKeys';

type Row = Selectable<CommitmentsTable>;
/** The encrypted part of a commitment. */
type Sealed = Pick<Commitment, 'kind' | 'session' | 'title' | 'what' | 'state'>;
/** Everything of a commitment except what the database gives it. */
type Draft = Omit<Commitment, 'id' | 'revision'>;

const purposeOf = (id: string): string => `commitment ${id}`;
const of = (db: Database, person: string) => db.selectFrom('commitments').selectAll().where('person_id', '=', person);

/** The pseudonym of the commitment that a guide's step has made. */
export const nameOfStep = (serviceKey: Buffer, session: string, step: string): string =>
  moveNames(serviceKey)(session, 'commitment', step);

/** Decrypts a person's rows. Rows whose key has been destroyed are left out. */
export async function openCommitments(
  db: Database,
  serviceKey: Buffer,
  person: string,
  rows: readonly Row[],
): Promise<Commitment[]> {
  if (!rows.length) return [];
  const open = await decrypterFor(db, serviceKey, person);
  return rows.flatMap(({ id, due_day: due, revision, sealed }) => {
    const words = open(purposeOf(id), sealed);
    return words === undefined ? [] : [{ ...(JSON.parse(words) as Sealed), id, due, revision }];
  });
}

/** The columns of a commitment as it is now. A reminder comes on its day, but not on the day when the commitment was made. */
async function columnsOf(db: Database, serviceKey: Buffer, person: string, commitment: Commitment, now: Date) {
  const { kind, session, title, what, state } = commitment;
  const words: Sealed = { kind, session, title, what: shortWhat(what), state };
  const tomorrow = dayAfter(dayOf(now));
  return {
    sealed: await encryptFor(
      db,
      serviceKey,
      { personId: person, purpose: purposeOf(commitment.id) },
      JSON.stringify(words),
      now,
    ),
    is_open: isOpenState(state) ? 1 : 0,
    due_day: commitment.due,
    remind_day: state === 'open' ? (commitment.due > tomorrow ? commitment.due : tomorrow) : null,
    revision: commitment.revision,
    changed_day: dayOf(now),
  };
}

/** A statement on one database or in one transaction. True where it changed something. */
export type Write = (all: Database) => Promise<boolean>;

/** Prepares to store a commitment under a pseudonym. An existing one is changed, unless somebody has changed it since. */
async function keeping(
  db: Database,
  serviceKey: Buffer,
  { person, name, draft, now }: { person: string; name: string; draft: Draft; now: Date },
): Promise<{ readonly commitment: Commitment; readonly write: Write }> {
  const row = await of(db, person).where('name', '=', name).executeTakeFirst();
  const [before] = row ? await openCommitments(db, serviceKey, person, [row]) : [];
  // The same commitment again is the same one, and its state does not change.
  const isSame = before?.due === draft.due && before.what === shortWhat(draft.what);
  if (before && isSame && (draft.kind !== 'own' || before.state === 'open'))
    return { commitment: before, write: () => Promise.resolve(false) };
  const commitment = { ...draft, id: before?.id ?? randomUUID(), revision: (row?.revision ?? 0) + 1 };
  const columns = await columnsOf(db, serviceKey, person, commitment, now);
  const session_id = draft.session === undefined ? null : moveNames(serviceKey)(draft.session);
  const write: Write = async (all) => {
    const { numInsertedOrUpdatedRows } = await all
      .insertInto('commitments')
      .values({ id: commitment.id, person_id: person, session_id, name, ...columns })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ ...columns, delivery: null })
          .where('commitments.revision', '=', commitment.revision - 1),
      )
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  };
  return { commitment, write };
}

/** Prepares what a move changes in commitments. The writes that it returns belong in the move's transaction. */
export async function changesOf(
  db: Database,
  serviceKey: Buffer,
  about: { readonly person: string; readonly session: string; readonly changes: readonly CommitmentChange[] },
  now: Date,
): Promise<Write[]> {
  const { person, session, changes } = about;
  const writes: Write[] = [];
  for (const change of changes) {
    const name = nameOfStep(serviceKey, session, change.step);
    if ('due' in change) {
      const { kind, title, what, due } = change;
      const draft: Draft = { kind, session, title, what, due, state: 'open' };
      writes.push((await keeping(db, serviceKey, { person, name, draft, now })).write);
      continue;
    }
    const row = await of(db, person).where('name', '=', name).where('is_open', '=', 1).executeTakeFirst();
    const [open] = row ? await openCommitments(db, serviceKey, person, [row]) : [];
    if (!open) continue;
    if (change.over === 'withdrawn') writes.push(removing(person, open.id));
    else
      writes.push(
        await changing(db, serviceKey, person, { ...open, state: change.over, revision: open.revision + 1 }, now),
      );
  }
  return writes;
}

const removing =
  (person: string, id: string): Write =>
  async (all) => {
    await all.deleteFrom('commitments').where('id', '=', id).where('person_id', '=', person).execute();
    return true;
  };

async function changing(
  db: Database,
  serviceKey: Buffer,
  person: string,
  commitment: Commitment,
  now: Date,
): Promise<Write> {
  const columns = await columnsOf(db, serviceKey, person, commitment, now);
  return async (all) => {
    const { numUpdatedRows } = await all
      .updateTable('commitments')
      // An answer keeps the delivery, because the other commitments in the same reminder are found by it.
      .set({ ...columns, ...(commitment.state === 'open' && { delivery: null }) })
      .where('id', '=', commitment.id)
      .where('person_id', '=', person)
      .where('revision', '=', commitment.revision - 1)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  };
}

/** Stores a changed commitment, whose `revision` is the next one. False where it has been changed since it was read. */
export const changeCommitment = async (
  db: Database,
  serviceKey: Buffer,
  person: string,
  commitment: Commitment,
  now: Date,
): Promise<boolean> => (await changing(db, serviceKey, person, commitment, now))(db);

/**
 * Stores a commitment that the person has asked for. The same words about the same session on the same day are one commitment.
 */
export async function addCommitment(
  db: Database,
  serviceKey: Buffer,
  person: string,
  own: OwnCommitment,
  now: Date,
): Promise<Commitment> {
  const name = moveNames(serviceKey)(own.session ?? person, 'own commitment', own.due, own.what);
  const draft: Draft = { ...own, kind: 'own', state: 'open' };
  const { commitment, write } = await keeping(db, serviceKey, { person, name, draft, now });
  await write(db);
  return commitment;
}

/**
 * A person's open commitments, earliest first: at most `limit` of them after the first `skip`, of one session where it is named.
 */
export async function listCommitments(
  db: Database,
  serviceKey: Buffer,
  person: string,
  { skip = 0, limit = 1000, session }: { skip?: number; limit?: number; session?: string },
): Promise<Commitment[]> {
  const rows = await of(db, person)
    .where('is_open', '=', 1)
    .$if(session !== undefined, (some) => some.where('session_id', '=', moveNames(serviceKey)(session!)))
    .orderBy('due_day')
    .orderBy('id')
    .offset(skip)
    .limit(limit)
    .execute();
  return openCommitments(db, serviceKey, person, rows);
}

/** Returns a commitment of this person, decrypted; undefined where the person has none with this id. */
export async function findCommitment(
  db: Database,
  serviceKey: Buffer,
  person: string,
  id: string,
): Promise<Commitment | undefined> {
  return (await openCommitments(db, serviceKey, person, await of(db, person).where('id', '=', id).execute()))[0];
}

/** The other commitments in the same reminder that the person has not answered. */
export async function commitmentsBesides(db: Database, serviceKey: Buffer, person: string, id: string) {
  const rows = await of(db, person)
    .where('is_open', '=', 1)
    .where('id', '!=', id)
    .where('delivery', 'in', (all) =>
      all.selectFrom('commitments as told').select('told.delivery').where('told.id', '=', id),
    )
    .orderBy('due_day')
    .orderBy('id')
    .execute();
  return (await openCommitments(db, serviceKey, person, rows)).filter(({ state }) => state === 'open');
}

/** All that a person means or meant to do, decrypted, for the person's own export only. */
export async function everyCommitment(db: Database, serviceKey: Buffer, person: string) {
  const rows = await of(db, person).orderBy('due_day').orderBy('id').execute();
  const all = await openCommitments(db, serviceKey, person, rows);
  return all.map(({ title, what, due, state }) => ({ title, what, due, state }));
}

/** Deletes commitments that were due before a local day and have not changed since that day. */
export async function pruneCommitments(db: Database, before: string): Promise<void> {
  await db.deleteFrom('commitments').where('changed_day', '<', before).where('due_day', '<', before).execute();
}
