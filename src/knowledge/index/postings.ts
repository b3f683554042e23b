import lunr from 'lunr';

/** The texts that hold a term, by their numbers, and how much each weighs it, in thousandths: lunr rounds to these. */
export interface Posting {
  readonly texts: Uint32Array;
  readonly weights: Uint16Array;
}

/** A text to be weighed: its terms, and how many of them count for its length. */
export interface Text {
  readonly terms: readonly string[];
  readonly length: number;
}

/** What lunr writes of an index. */
interface Written {
  readonly invertedIndex: readonly (readonly [term: string, posting: { readonly _index: number }])[];
  readonly fieldVectors: readonly (readonly [ref: string, elements: readonly number[]])[];
}

/** Short passages are the rule here, and a term that comes twice tells hardly less than in a long one. */
const saturation = 0.7;
const thousand = 1000;
/** How much a text's length tells of how often a term should come; lunr's own. */
const lengthening = 0.75;

/** lunr's BM25: what a term is worth that `holding` of the texts hold … */
export const idf = (texts: number, holding: number): number =>
  Math.log(1 + Math.abs((texts - holding + 0.5) / (holding + 0.5)));

/** … and how much of that a text gets where it comes `count` times; `length` is the text's, of the mean. */
export const frequency = (count: number, length: number): number =>
  ((saturation + 1) * count) / (saturation * (1 - lengthening + lengthening * length) + count);

/** The postings of the terms of these texts, weighed by lunr. */
export function postingsOf(texts: Iterable<Text>): ReadonlyMap<string, Posting> {
  // What lunr counts of each text; it has no other way to be told.
  const builder = new lunr.Builder() as lunr.Builder & { fieldLengths: Record<string, number> };
  builder.k1(saturation);
  builder.b(lengthening);
  builder.field('terms');
  let id = 0;
  for (const { terms, length } of texts) {
    builder.add({ id, terms });
    builder.fieldLengths[`terms/${id++}`] = length;
  }
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
  hidden: ReadonlySet<number> = new Set(),
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
  for (const text of hidden) scores[text] = 0;
  scores.forEach((score, text) => score > 0 && matches.push({ text, score: score / Math.sqrt(square) }));
  return matches.sort((one, other) => other.score - one.score);
}
