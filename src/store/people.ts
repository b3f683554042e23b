import { type ConversationAddress, type Person } from '../people/person';
import { compiledOnce } from './compiledOnce';
import { type Database } from './database';
import { type IsoTime, type PeopleTable } from './schema';

/** A person as stored; the address is that of the person's personal chat, missing until the person has written there. */
export interface RememberedPerson extends Person {
  readonly address?: ConversationAddress;
  readonly firstSeenAt: IsoTime;
  readonly welcomedAt?: IsoTime;
  /** When the roster was asked for the person's name and e-mail. */
  readonly rosterAt?: IsoTime;
  /** Since when the person wants no campaigns. */
  readonly optedOutAt?: IsoTime;
}

const knownPerson = compiledOnce((db, { id }: { id: string }) =>
  db.selectFrom('people').select(['address', 'roster_at']).where('id', '=', id),
);

/**
 * Stores a person who writes, and the person's address where it is new. Where nothing has changed it is one read and no write.
 * Returns whether the roster has been asked for the person's name and e-mail. It is asked once for each person, also where it
 * knew neither.
 */
export async function remember(
  db: Database,
  person: { id: string; address?: ConversationAddress },
  now: Date,
): Promise<{ rosterAsked: boolean }> {
  const { id, address } = person;
  const {
    rows: [known],
  } = await knownPerson(db, { id });
  const rosterAsked = !!known?.roster_at;
  if (known && (address === undefined || address === known.address)) return { rosterAsked };
  await db
    .insertInto('people')
    .values({ id, address: address ?? null, first_seen_at: now.toISOString() })
    .onConflict((conflict) =>
      address === undefined ? conflict.doNothing() : conflict.column('id').doUpdateSet({ address }),
    )
    .execute();
  return { rosterAsked };
}

/** Stores the name and e-mail that the roster gave, and that it has been asked. */
export async function recordRoster(
  db: Database,
  id: string,
  roster: { name?: string; email?: string },
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const said = { name: roster.name ?? null, email: roster.email ?? null, roster_at: at };
  await db
    .insertInto('people')
    .values({ id, first_seen_at: at, ...said })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute();
}

/** Claims a person's welcome. True for exactly one caller, who then sends it. */
export async function claimWelcome(db: Database, id: string, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const claimed = await db
    .insertInto('people')
    .values({ id, first_seen_at: at, welcomed_at: at })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ welcomed_at: at }).where('people.welcomed_at', 'is', null),
    )
    .executeTakeFirstOrThrow();
  return claimed.numInsertedOrUpdatedRows === 1n;
}

/** Gives a claimed welcome back when sending it failed, so that the next turn tries again. */
export async function releaseWelcome(db: Database, id: string): Promise<void> {
  await db.updateTable('people').set({ welcomed_at: null }).where('id', '=', id).execute();
}

/** Stores since when a person wants no campaigns; an earlier time stays. Without a time the person wants campaigns again. */
export async function setOptedOut(db: Database, id: string, since: Date | undefined): Promise<void> {
  await db
    .updateTable('people')
    .set({ opted_out_at: since?.toISOString() ?? null })
    .where('id', '=', id)
    .$if(since !== undefined, (one) => one.where('opted_out_at', 'is', null))
    .execute();
}

/** The person with this id; undefined where none is stored, or where the person has been erased. */
export async function findPerson(db: Database, id: string): Promise<RememberedPerson | undefined> {
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
  return row && asPerson(row);
}

/** The people with this e-mail in the roster, in upper or lower case. One person may have come under two ids. */
export async function findPeopleByEmail(db: Database, email: string): Promise<RememberedPerson[]> {
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where('email', 'is not', null)
    .orderBy('first_seen_at')
    .execute();
  // This is not done by SQL, because the engines differ in which letters they can lower.
  return rows.filter((row) => lowered(row.email) === lowered(email)).map(asPerson);
}

const lowered = (email: string | null): string | undefined => email?.normalize('NFC').toLowerCase();

function asPerson(row: PeopleTable): RememberedPerson {
  return {
    id: row.id,
    ...(row.name !== null && { name: row.name }),
    ...(row.email !== null && { email: row.email }),
    ...(row.address !== null && { address: row.address }),
    firstSeenAt: row.first_seen_at,
    ...(row.welcomed_at !== null && { welcomedAt: row.welcomed_at }),
    ...(row.roster_at !== null && { rosterAt: row.roster_at }),
    ...(row.opted_out_at !== null && { optedOutAt: row.opted_out_at }),
  };
}
