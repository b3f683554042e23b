import { missingOf, stemOf } from '../knowledge/unanswered';
import { daysLater, monthOf } from '../shared/localTime';
import { type Pseudonymise, pseudonymiser } from './pseudonym';
import { type Database } from './database';
import { type UnansweredMonth } from '../hr/ports';

/** How many months HR can look back on. */
const MONTHS_KEPT = 12;

/** A row of one person, which only the service key can find. */
type OwnRow = { readonly month: string; readonly word: string; readonly asker: string };

/** Makes pseudonyms under a month's own key, so that nobody can be followed from month to month. */
const askersIn = (serviceKey: Buffer, month: string): Pseudonymise => pseudonymiser(serviceKey, `unanswered ${month}`);

/**
 * Stores the words of an unanswered question, each in a row of its own. The asker's pseudonym is different for each word, so rows
 * do not tell which words belong together.
 */
export async function keepUnanswered(
  db: Database,
  serviceKey: Buffer,
  person: string,
  words: readonly string[],
  now: Date,
): Promise<void> {
  if (!words.length) return;
  const month = monthOf(now);
  const asker = askersIn(serviceKey, month);
  await db
    .insertInto('unanswered')
    .values(words.map((word) => ({ month, word, asker: asker(stemOf(word), person) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Counts what HR may see, once a day, so that a look at the page tells of a day and not of a moment. A month is counted for the
 * last time a day after it ended, and its rows of people are deleted. Counts are kept for twelve months.
 */
export async function countUnanswered(db: Database, now: Date): Promise<void> {
  const current = monthOf(now);
  await db.transaction().execute(async (all) => {
    // Read in one statement, because another instance may be counting too.
    const rows = await all.selectFrom('unanswered').selectAll().execute();
    for (const month of new Set([current, ...rows.map((row) => row.month)])) {
      const words = missingOf(rows.filter((row) => row.month === month));
      await all.deleteFrom('unanswered_counts').where('month', '=', month).execute();
      for (const { word, atLeast } of words) {
        const row = { month, word, at_least: atLeast };
        await all
          .insertInto('unanswered_counts')
          .values(row)
          .onConflict((conflict) => conflict.columns(['month', 'word']).doUpdateSet(row))
          .execute();
      }
    }
    // A turn that began before midnight may still be under way.
    await all
      .deleteFrom('unanswered')
      .where('month', '<', monthOf(daysLater(now, -1)))
      .execute();
    await all.deleteFrom('unanswered_counts').where('month', '<', monthsBefore(current, MONTHS_KEPT)).execute();
  });
}

/** What HR may see: the latest month first, and in it the words that most people have asked, then by the alphabet. */
export async function listUnanswered(db: Database): Promise<UnansweredMonth[]> {
  const rows = await db.selectFrom('unanswered_counts').selectAll().execute();
  const months = [...new Set(rows.map(({ month }) => month))].sort().reverse();
  return months.map((month) => ({
    month,
    words: rows
      .filter((row) => row.month === month)
      .map(({ word, at_least }) => ({ word, atLeast: at_least }))
      .sort((one, other) => other.atLeast - one.atLeast || one.word.localeCompare(other.word, 'sv')),
  }));
}

/** The stored words of a person, from months that are not finally counted. */
export async function unansweredBy(db: Database, serviceKey: Buffer, person: string): Promise<OwnRow[]> {
  const rows = await db.selectFrom('unanswered').selectAll().orderBy('month').orderBy('word').execute();
  const askers = new Map(rows.map(({ month }) => [month, askersIn(serviceKey, month)]));
  return rows.filter(({ month, word, asker }) => askers.get(month)!(stemOf(word), person) === asker);
}

/** Deletes a person's stored words. */
export async function eraseUnanswered(db: Database, serviceKey: Buffer, person: string): Promise<void> {
  for (const { month, word, asker } of await unansweredBy(db, serviceKey, person)) {
    await db
      .deleteFrom('unanswered')
      .where('month', '=', month)
      .where('word', '=', word)
      .where('asker', '=', asker)
      .execute();
  }
}

/** The month (`2026-11`) that is `months` months earlier. */
function monthsBefore(month: string, months: number): string {
  const [year, of] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, of - 1 - months)).toISOString().slice(0, 7);
}
