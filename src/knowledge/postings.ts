import lunr from 'lunr';

/** How much each text weighs each of its terms: term -> number of the text, weight, number, weight … */
export type Postings = ReadonlyMap<string, readonly number[]>;

/** What lunr writes of an index. */
interface Written {
  readonly invertedIndex: readonly (readonly [term: string, posting: { readonly _index: number }])[];
  readonly fieldVectors: readonly (readonly [ref: string, elements: readonly number[]])[];
}

/** Short passages are the rule here, and a term that comes twice tells hardly less than in a long one. */
const saturation = 1;

/** The terms of each text, weighed by lunr (BM25 with k1 = 1, b = 0.75). */
export function postingsOf(texts: readonly (readonly string[])[]): Postings {
  const builder = new lunr.Builder();
  builder.k1(saturation);
  builder.field('terms');
  texts.forEach((terms, id) => builder.add({ id, terms }));
  const { invertedIndex, fieldVectors } = builder.build().toJSON() as Written;
  const postings: number[][] = [];
  for (const [ref, elements] of fieldVectors) {
    const text = Number(ref.slice(ref.indexOf('/') + 1));
    for (let at = 0; at < elements.length; at += 2) (postings[elements[at]!] ??= []).push(text, elements[at + 1]!);
  }
  return new Map(invertedIndex.map(([term, { _index: id }]) => [term, postings[id] ?? []]));
}

/** A text that holds some of the terms asked for; `score` is lunr's cosine without the text's own length. */
export interface Match {
  readonly text: number;
  readonly score: number;
}

/**
 * The texts that hold any of these terms, best first: the sums that lunr's `query` makes. It takes each term for a pattern
 * and remembers where all matches stood, which costs ten times as much as the sums.
 */
export function matching(postings: Postings, terms: ReadonlyMap<string, number>, texts: number): Match[] {
  const scores = new Float64Array(texts);
  let square = 0;
  for (const [term, boost] of terms) {
    const posting = postings.get(term);
    if (!posting) continue;
    square += boost * boost;
    for (let at = 0; at < posting.length; at += 2) scores[posting[at]!]! += boost * posting[at + 1]!;
  }
  const matches: Match[] = [];
  scores.forEach((score, text) => score > 0 && matches.push({ text, score: score / Math.sqrt(square) }));
  return matches.sort((one, other) => other.score - one.score);
}
