import type Sql from 'libsql';
import { frequency, idf, type Match, type Text } from './postings';
import { isGram, type Grouped } from './terms';

/** SQLite's full-text index (FTS5) of the terms of texts: for libraries that would need gigabytes to weigh in memory. */

/** Every term is one token, because we analyse the words ourselves. */
const create = `create virtual table terms using fts5(
  stems, grams, content='', columnsize=1, tokenize="unicode61 remove_diacritics 0 tokenchars '@·^$'"
);
create virtual table term_counts using fts5vocab(terms, 'row');
create table lengths(mean real not null);`;

/**
 * Creates the tables of the full-text index in an empty database. Call `add` for each text with its row number, then `finish`
 * once, which writes the mean length (in terms) and compacts the index.
 */
export function fullTextIn(db: Sql.Database): { add(at: number, text: Text): void; finish(): void } {
  db.exec(create);
  const lengths = { sum: 0, texts: 0 };
  const insert = db.prepare('insert into terms(rowid, stems, grams) values (?, ?, ?)');
  return {
    add: (at, { terms, length }) => {
      const [grams, stems] = [terms.filter(isGram), terms.filter((term) => !isGram(term))];
      lengths.sum += length;
      lengths.texts++;
      insert.run(at, stems.join(' '), grams.join(' '));
    },
    finish: () => {
      db.prepare('insert into lengths values (?)').run(lengths.sum / (lengths.texts || 1));
      db.exec("insert into terms(terms) values ('optimize')");
    },
  };
}

/** How much a letter gram weighs beside a stem. FTS5 has weights for columns, and none for terms. */
const gramWeight = 0.7;
/** How many texts the terms of a question may bring up together. The commonest terms say least and cost most. */
const mostLookedUp = (texts: number) => Math.min(150_000, 5 * texts);
/** How many of FTS5's nearest texts are weighed as lunr would weigh them. */
const most = 200;

/** Returns a search: given terms and their weights, the nearest texts, best first. */
export function fullTextMatching(
  db: Sql.Database,
  texts: number,
  groupedOf: (text: number) => Grouped,
): (terms: ReadonlyMap<string, number>, hidden?: ReadonlySet<number>) => Match[] {
  // One call for all terms takes a quarter of the time of one for each.
  const counts = db.prepare('select term, doc from term_counts where term in (select value from json_each(?))').raw();
  const affordable = mostLookedUp(texts);
  const [mean] = db.prepare('select mean from lengths').raw().get() as [number];
  const nearest = db
    .prepare(`select rowid from terms where terms match ? order by bm25(terms, 1.0, ${gramWeight}) limit ?`)
    .raw();
  return (terms, hidden = new Set()) => {
    const counted = (counts.all(JSON.stringify([...terms.keys()])) as [string, number][])
      .map(([term, count]) => ({ term, weight: terms.get(term)!, count }))
      .sort((one, other) => one.count - other.count);
    let sum = 0;
    const asked = counted.filter(({ count }, at) => (sum += count) <= affordable || at === 0);
    if (!asked.length) return [];
    const expression = asked.map(({ term }) => `"${term}"`).join(' OR ');
    const worths = new Map(counted.map(({ term, weight, count }) => [term, weight * idf(texts, count)]));
    const size = Math.sqrt(counted.reduce((square, { weight }) => square + weight * weight, 0));
    const held = new Map<readonly string[], readonly string[]>();
    // All hidden texts may be nearer than the others.
    return (nearest.all(expression, most + hidden.size) as [number][])
      .filter(([text]) => !hidden.has(text))
      .slice(0, most)
      .map(([text]) => ({ text, score: scoreOf(groupedOf(text), worths, mean, held) / size }))
      .sort((one, other) => other.score - one.score);
  };
}

/** `held` remembers which terms of a group are asked for, because a word occurs in many texts. */
function scoreOf(
  { groups, length }: Grouped,
  worths: ReadonlyMap<string, number>,
  mean: number,
  held: Map<readonly string[], readonly string[]>,
): number {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const asked = held.get(group) ?? group.filter((term) => worths.has(term));
    held.set(group, asked);
    for (const term of asked) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  let score = 0;
  for (const [term, count] of counts) score += worths.get(term)! * frequency(count, length / mean);
  return score;
}
