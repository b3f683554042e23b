import { type Database } from './database';

/** Rows of one statement: as many as take a few milliseconds. */
const CHUNK = 500;

/**
 * What HR lists a person by, in lower case. It is done here because the database engines differ in which letters they can lower.
 */
export const lowered = (listedAs: string): string => listedAs.normalize('NFC').toLowerCase();

/** A person whom the bot knows. */
export interface ListedStatus {
  readonly id: string;
  readonly email: string | null;
  /** The person has a chat with the bot. */
  readonly reachable: boolean;
}

/** All people whom the bot knows, in the order in which they came. */
export async function everyone(db: Database): Promise<ListedStatus[]> {
  const people = await db.selectFrom('people').select(['id', 'email', 'address']).orderBy('first_seen_at').execute();
  return people.map(({ id, email, address }) => ({ id, email, reachable: address !== null }));
}

/** The names by which HR may list a person, in lower case. */
export const listingsOf = ({ id, email }: Pick<ListedStatus, 'id' | 'email'>): string[] => [
  ...(email ? [lowered(email)] : []),
  lowered(id),
];

/** People by the names by which HR may list them. Of two people with one e-mail, the first keeps it. */
export const byListing = (people: readonly ListedStatus[]): ReadonlyMap<string, ListedStatus> =>
  new Map([...people].reverse().flatMap((person) => listingsOf(person).map((listedAs) => [listedAs, person] as const)));

/**
 * Returns each listed name (lower case) that the bot knows, and whether the bot can reach that person. Unknown names are left
 * out.
 */
export async function knownAmong(
  db: Database,
  listed: readonly string[],
): Promise<Map<string, 'reachable' | 'unreachable'>> {
  const known = byListing(await everyone(db));
  const found = new Map<string, 'reachable' | 'unreachable'>();
  for (const listedAs of listed.map(lowered)) {
    const person = known.get(listedAs);
    if (person) found.set(listedAs, person.reachable ? 'reachable' : 'unreachable');
  }
  return found;
}

/** Inserts rows 500 at a time, because a statement has a limited number of parameters. */
export async function inChunks<Row>(rows: readonly Row[], insert: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await insert(rows.slice(from, from + CHUNK));
}

/**
 * All names under which rows of a person may be stored: the id, and what HR may list. For a person whom the bot does not know,
 * `id` is what HR has listed. An erasure must call this before it deletes the person's row, which holds the e-mail.
 */
export async function namesOf(db: Database, id: string): Promise<string[]> {
  const person = await db.selectFrom('people').select(['id', 'email']).where('id', '=', id).executeTakeFirst();
  return [...new Set([id, ...listingsOf(person ?? { id, email: null })])];
}

/** Removes a person from HR's groups and absences. */
export async function unlist(all: Database, listings: readonly string[]): Promise<void> {
  await all.deleteFrom('group_members').where('listed_as', 'in', listings).execute();
  await all.deleteFrom('absences').where('listed_as', 'in', listings).execute();
}
