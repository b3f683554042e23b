import { gramsOf, type Word } from '../text/swedish';

/** The number of features of each kind, a power of two. Several features share a number where their hashes are the same. */
const buckets = 2 ** 14;
/** Two kinds of features: letter grams find misspellings and compounds, words and pairs of words tell situations apart. */
const kinds = 2;
export const features = kinds * buckets;
const gramSize = 4;
/** What a question is about stands at its beginning: more than some two hundred words only cost time. */
export const mostFeatures = 1_500;

/** The features of a text: feature -> how many times it occurs. */
export function featuresOf(words: readonly Word[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const add = (kind: number, text: string) => {
    const feature = kind * buckets + (hash(text) & (buckets - 1));
    if (counts.size < mostFeatures || counts.has(feature)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  let before: string | undefined;
  for (const { folded, stem } of words) {
    for (const gram of gramsOf(folded, gramSize)) add(0, gram);
    add(1, stem);
    if (before !== undefined) add(1, `${before} ${stem}`);
    before = stem;
    if (counts.size >= mostFeatures) break;
  }
  return counts;
}

/**
 * The features of a text as a vector of length 1, in which both kinds of features have half the weight. A feature's value is the
 * logarithm of its count times its rarity. A feature without a known rarity is left out.
 */
export function vectorOf(
  counts: ReadonlyMap<number, number>,
  rarityOf: (feature: number) => number | undefined,
): { readonly features: readonly number[]; readonly values: readonly number[] } {
  const squares = new Array<number>(kinds).fill(0);
  const present: number[] = [];
  const values: number[] = [];
  for (const [feature, count] of counts) {
    const rarity = rarityOf(feature);
    if (rarity === undefined) continue;
    const value = (1 + Math.log(count)) * rarity;
    squares[kindOf(feature)]! += value * value;
    present.push(feature);
    values.push(value);
  }
  return {
    features: present,
    values: values.map((value, at) => value / Math.sqrt(kinds * squares[kindOf(present[at]!)]!)),
  };
}

const kindOf = (feature: number) => Math.floor(feature / buckets);

/** FNV-1a, with its bits mixed once more, because only the last ones are used. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 16);
}
