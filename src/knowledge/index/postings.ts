/** The numbers of the texts that have a term, and how much each weighs it, in thousandths. */
export interface Posting {
  readonly texts: Uint32Array;
  readonly weights: Uint16Array;
}

/** A text to weigh: its terms, and how many of them count as its length. */
export interface Text {
  readonly terms: readonly string[];
  readonly length: number;
}

/** Most passages are short. In a short one, a term that occurs twice says hardly less than in a long one. */
const saturation = 0.7;
const thousand = 1000;
/** How much a text's length changes what the count of a term says; lunr's own value. */
const lengthening = 0.75;

/** What a term is worth that `holding` of the texts have: the inverse document frequency of BM25, as lunr counts it. */
export const idf = (texts: number, holding: number): number =>
  Math.log(1 + Math.abs((texts - holding + 0.5) / (holding + 0.5)));

/**
 * How much of a term's worth a text gets where it has the term `count` times. `length` is the text's length divided by the mean
 * length.
 */
export const frequency = (count: number, length: number): number =>
  ((saturation + 1) * count) / (saturation * (1 - lengthening + lengthening * length) + count);

/** The postings of the terms of these texts. The weights are those of lunr's builder, which takes six times as long. */
export function postingsOf(texts: Iterable<Text>): ReadonlyMap<string, Posting> {
  const held = new Map<string, { readonly texts: number[]; readonly counts: number[] }>();
  const lengths: number[] = [];
  for (const { terms, length } of texts) {
    for (const [term, count] of counted(terms)) {
      const posting = held.get(term) ?? { texts: [], counts: [] };
      if (posting.texts.length === 0) held.set(term, posting);
      posting.texts.push(lengths.length);
      posting.counts.push(count);
    }
    lengths.push(length);
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return new Map(
    [...held].map(([term, posting]) => {
      const rarity = idf(lengths.length, posting.texts.length);
      const weights = posting.texts.map((text, at) =>
        Math.round(rarity * frequency(posting.counts[at]!, lengths[text]! / mean) * thousand),
      );
      return [term, { texts: Uint32Array.from(posting.texts), weights: Uint16Array.from(weights) }];
    }),
  );
}

function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** A text with some of the terms asked for. Scores compare within one question only. */
export interface Match {
  readonly text: number;
  readonly score: number;
}

/**
 * The texts that have any of these terms, best first. The sums are those of lunr's `query`, which takes ten times as long because
 * it reads each term as a pattern and remembers every match.
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
