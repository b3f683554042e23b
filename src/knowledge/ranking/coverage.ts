import { best, meantAmong, type Weighable } from './evidence';
import { type Question, type Vocabulary } from './question';

/** How a passage covers a question, sentence by sentence. */
export interface Coverage {
  readonly question: Question;
  readonly entry: Weighable;
  readonly vocabulary: Vocabulary;
  /** For each sentence, and then for each known question of the passage: how like it is to each term, from 0 to 1. */
  readonly likes: readonly (readonly number[])[];
  /** The same for the passage's own sentences and headings together, and for everything. */
  readonly own: readonly number[];
  readonly anywhere: readonly number[];
  /** The share of the terms' weight that is covered, from 0 to 1. */
  readonly share: (value: (term: number) => number) => number;
}

/** From this likeness on, two stems surely mean the same. Below it they have a part in common. */
export const sure = 0.65;

/** The likeness where it is sure, else 0. */
export const firm = (like: number): number => (like >= sure ? like : 0);

/** The largest value; 0 where there are none, or none above 0. */
export const most = (values: readonly number[]): number => Math.max(0, ...values);

/** The sum of the values; 0 where there are none. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Returns how well each sentence of a passage covers each term of a question, from 0 to 1. */
export function coverageOf(question: Question, entry: Weighable, vocabulary: Vocabulary): Coverage {
  const { terms, meant, named } = question;
  const isNamed = named.has(entry.passage.document);
  const heading = terms.map((term) => (term.names && isNamed ? 1 : best(term, entry.heading)));
  const nothing = terms.map(() => 0);
  const likes = entry.sentences.map((ids, at) => {
    const least = at < entry.spans.length ? heading : nothing;
    const ours = meantAmong(ids, meant);
    // Most sentences have no word of the question, and share one row.
    return ours.length === 0 ? least : terms.map((term, nth) => Math.max(best(term, ours), least[nth]!));
  });
  const together = (rows: typeof likes) => {
    const all = [...heading];
    for (const row of rows) for (let nth = 0; nth < all.length; nth++) if (row[nth]! > all[nth]!) all[nth] = row[nth]!;
    return all;
  };
  const total = sum(terms.map(({ weight }) => weight)) || 1;
  return {
    question,
    entry,
    vocabulary,
    likes,
    own: together(likes.slice(0, entry.spans.length)),
    anywhere: together(likes),
    share: (value) => sum(terms.map(({ weight }, nth) => weight * value(nth))) / total,
  };
}
