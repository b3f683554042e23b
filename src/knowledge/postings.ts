import lunr from 'lunr';

/** The texts that hold a term, by their numbers, and how much each weighs it, in thousandths: lunr rounds to these. */
export interface Posting {
  readonly texts: Uint32Array;
  readonly weights: Uint16Array;
}

/** What lunr writes of an index. */
interface Written {
  readonly invertedIndex: readonly (readonly [term: string, posting: { readonly _index: number }])[];
  readonly fieldVectors: readonly (readonly [ref: string, elements: readonly number[]])[];
}

/** Short passages are the rule here, and a term that comes twice tells hardly less than in a long one. */
const saturation = 1;
const thousand = 1000;

/** The postings of the terms of these texts, weighed by lunr (BM25 with k1 = 1, b = 0.75). */
export function postingsOf(texts: Iterable<readonly string[]>): ReadonlyMap<string, Posting> {
  const builder = new lunr.Builder();
  builder.k1(saturation);
  builder.field('terms');
  let id = 0;
  for (const terms of texts) builder.add({ id: id++, terms });
  const { invertedIndex, fieldVectors } = builder.build().toJSON() as Written;
  const postings: number[][] = [];
  for (const [ref, elements] of fieldVectors) {
    const text = Number(ref.slice(ref.indexOf('/') + 1));
    for (let at = 0; at < elements.length; at += 2) (postings[elements[at]!] ??= []).push(text, elements[at + 1]!);
  }
  return new Map(invertedIndex.map(([term, { _index }]) => [term, packed(postings[_index] ?? [])]));
}

const packed = (pairs: readonly number[]): Posting => ({
  texts: Uint32Array.from({ length: pairs.length / 2 }, (_, at) => pairs[2 * at]!),
  weights: Uint16Array.from({ length: pairs.length / 2 }, (_, at) => Math.round(pairs[2 * at + 1]! * thousand)),
});

/** A text that holds some of the terms asked for; `score` compares within one question only. */
export interface Match {
  readonly text: number;
  readonly score: number;
}

/**
 * The texts that hold any of these terms, best first: the sums that lunr's `query` makes. It takes each term for a pattern
 * and remembers where all matches stood, which costs ten times as much as the sums.
 */
export function matching(
  postingOf: (term: string) => Posting | undefined,
  terms: ReadonlyMap<string, number>,
  texts: number,
): Match[] {
  const scores = new Float64Array(texts);
  let square = 0;
  for (const [term, boost] of terms) {
    const posting = postingOf(term);
    if (!posting) continue;
    square += boost * boost;
    for (let at = 0; at < posting.texts.length; at++)
      scores[posting.texts[at]!]! += (boost * posting.weights[at]!) / thousand;
  }
  const matches: Match[] = [];
  scores.forEach((score, text) => score > 0 && matches.push({ text, score: score / Math.sqrt(square) }));
  return matches.sort((one, other) => other.score - one.score);
}
