import type Sql from 'libsql';
import { type Match } from './postings';
import { isGram } from './terms';

/** SQLite's full-text index (FTS5) of the terms of texts: for libraries that lunr would need gigabytes to weigh. */

/** Every term is a token as it is: the analysis is ours. */
const create = `create virtual table terms using fts5(
  stems, grams, content='', columnsize=1, tokenize="unicode61 remove_diacritics 0 tokenchars '@·^$'"
);
create virtual table term_counts using fts5vocab(terms, 'row');`;

export function fullTextIn(db: Sql.Database): { add(text: number, terms: readonly string[]): void; finish(): void } {
  db.exec(create);
  const insert = db.prepare('insert into terms(rowid, stems, grams) values (?, ?, ?)');
  return {
    add: (text, terms) => {
      const [grams, stems] = [terms.filter(isGram), terms.filter((term) => !isGram(term))];
      insert.run(text, stems.join(' '), grams.join(' '));
    },
    finish: () => void db.exec("insert into terms(terms) values ('optimize')"),
  };
}

/** How much a letter gram weighs beside a stem: FTS5 knows weights of columns, not of terms. */
const gramWeight = 0.7;
/** Texts that the terms of a question may bring up together. The commonest terms tell least, and cost most. */
const mostLookedUp = 150_000;
/** Its ranking is coarser than lunr's, so more candidates are weighed again. */
const most = 100;

/** The texts nearest to these terms, best first. */
export function fullTextMatching(db: Sql.Database): (terms: ReadonlyMap<string, number>) => Match[] {
  const countOf = db.prepare('select doc from term_counts where term = ?').raw();
  const nearest = db
    .prepare(
      `select rowid, bm25(terms, 1.0, ${gramWeight}) as rank from terms where terms match ? order by rank limit ?`,
    )
    .raw();
  return (terms) => {
    const counted = [...terms.keys()]
      .map((term) => ({ term, count: (countOf.get(term) as [number] | undefined)?.[0] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => one.count - other.count);
    let sum = 0;
    const asked = counted.filter(({ count }, at) => (sum += count) <= mostLookedUp || at === 0);
    if (!asked.length) return [];
    const expression = asked.map(({ term }) => `"${term}"`).join(' OR ');
    const found = nearest.all(expression, most) as [number, number][];
    return found.map(([text, rank]) => ({ text, score: -rank }));
  };
}
