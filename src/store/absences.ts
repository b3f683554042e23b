import { type Absence } from '../campaigns/absences';
import { type Database } from './database';
import { everyone, inChunks, listingsOf, lowered } from './listedPeople';

/** Replaces all absences with these, in one transaction. */
export async function replaceAbsences(db: Database, absences: readonly Absence[]): Promise<void> {
  await db.transaction().execute(async (all) => {
    await all.deleteFrom('absences').execute();
    const rows = absences.map(({ listedAs, from, until }) => ({
      listed_as: lowered(listedAs),
      from_day: from,
      until_day: until,
    }));
    await inChunks(rows, (some) =>
      all
        .insertInto('absences')
        .values(some)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
  });
}

/**
 * Who is away on a local date (YYYY-MM-DD). A person whom the bot knows is named by id (both where two people share an e-mail),
 * others by what HR has listed, in lower case.
 */
export async function absentOn(db: Database, day: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('absences')
    .select('listed_as')
    .distinct()
    .where('from_day', '<=', day)
    .where('until_day', '>=', day)
    .execute();
  if (!rows.length) return new Set();
  const listed = new Set(rows.map(({ listed_as }) => listed_as));
  const away = (await everyone(db)).filter((person) => listingsOf(person).some((listing) => listed.has(listing)));
  const found = new Set(away.flatMap(listingsOf));
  return new Set([...away.map(({ id }) => id), ...[...listed].filter((listing) => !found.has(listing))]);
}

/** How many absences are stored, of how many people, and how many of these people are away on a local date (YYYY-MM-DD). */
export async function listAbsences(
  db: Database,
  day: string,
): Promise<{ readonly absences: number; readonly people: number; readonly away: number }> {
  const rows = await db.selectFrom('absences').selectAll().execute();
  const peopleIn = (some: typeof rows) => new Set(some.map(({ listed_as }) => listed_as)).size;
  const today = rows.filter(({ from_day, until_day }) => from_day <= day && day <= until_day);
  return { absences: rows.length, people: peopleIn(rows), away: peopleIn(today) };
}

/** The absences of a person. `names` are the person's id, e-mail and object id (listedPeople.ts). */
export async function absencesOf(db: Database, names: readonly string[]): Promise<{ from: string; until: string }[]> {
  return db
    .selectFrom('absences')
    .select(['from_day as from', 'until_day as until'])
    .where('listed_as', 'in', names)
    .orderBy('from_day')
    .orderBy('until_day')
    .execute();
}

/** Deletes absences that ended before a local date. */
export async function pruneAbsences(db: Database, before: string): Promise<void> {
  await db.deleteFrom('absences').where('until_day', '<', before).execute();
}
