import { gramsOf } from './swedish';

/**
 * All stems of a library, findable by likeness: a question's "kontrolkultur" meets the text's "kontrollkultur", its
 * "rutin" the text's "uppföljningsrutin".
 */
export interface Lexicon {
  readonly ids: ReadonlyMap<string, number>;
  readonly stems: readonly string[];
  /** How many letter trigrams each stem has, by id. */
  readonly sizes: readonly number[];
  /** Trigram -> ids of the stems with it. */
  readonly byGram: ReadonlyMap<string, readonly number[]>;
  /** Ids of stems that only hidden documents have. For the person who asks, these stems do not exist. */
  readonly without?: ReadonlySet<number>;
}

/** The id of a stem; undefined where the library has none, or hides it. */
export function idIn({ ids, without }: Lexicon, stem: string): number | undefined {
  const id = ids.get(stem);
  return id !== undefined && without?.has(id) ? undefined : id;
}

/** Likenesses below this are chance: most stems of equal length share a gram or two. */
const leastLikeness = 0.4;
/** Only the same stem is surely the same word. */
export const mostLikeness = 0.95;
/** Snowball leaves the endings of short words: ny, nya, nytt. */
const shortEndings = ['a', 'e', 't', 'tt'];
/** Among words of two letters only this ending counts: English "of" is not "oft" with an "a". */
const shortestEndings = ['a', 'tt'];

/** Numbers the stems in the order in which they first come, and indexes their letter trigrams. A repeated stem counts once. */
export function lexiconOf(stems: Iterable<string>): Lexicon {
  const ids = new Map<string, number>();
  const sizes: number[] = [];
  const byGram = new Map<string, number[]>();
  for (const stem of stems) {
    if (ids.has(stem)) continue;
    const id = ids.size;
    ids.set(stem, id);
    const grams = new Set(gramsOf(stem, 3));
    sizes.push(grams.size);
    for (const gram of grams) {
      const holders = byGram.get(gram);
      if (holders) holders.push(id);
      else byGram.set(gram, [id]);
    }
  }
  return { ids, stems: [...ids.keys()], sizes, byGram };
}

/**
 * The stems that are like this one: id -> likeness from 0 to 1. Likeness is the mean of two shares of common letter trigrams: of
 * the asked stem's trigrams, so that a part finds its compound, and of both stems' trigrams, so that the shorter of two compounds
 * is nearer.
 */
export function likenesses(lexicon: Lexicon, stem: string): Map<number, number> {
  const grams = new Set(gramsOf(stem, 3));
  // One array for all calls: each counts in thousands of stems, and leaves it empty.
  if (counts.length < lexicon.stems.length) counts = new Uint16Array(lexicon.stems.length);
  const common: number[] = [];
  for (const gram of grams) {
    for (const id of lexicon.byGram.get(gram) ?? []) if (counts[id]!++ === 0) common.push(id);
  }
  const like = new Map<number, number>();
  for (const id of common) {
    const shared = counts[id]!;
    counts[id] = 0;
    const likeness = (shared / grams.size + (2 * shared) / (grams.size + (lexicon.sizes[id] ?? 0))) / 2;
    if (likeness >= leastLikeness && !lexicon.without?.has(id)) like.set(id, Math.min(mostLikeness, likeness));
  }
  if (stem.length <= 4) {
    for (const form of shortForms(stem)) {
      const id = idIn(lexicon, form);
      if (id !== undefined) like.set(id, mostLikeness);
    }
  }
  const same = idIn(lexicon, stem);
  if (same !== undefined) like.set(same, 1);
  return like;
}

/** How many trigrams a stem has in common with the one that is compared, by id. */
let counts = new Uint16Array(0);

function shortForms(stem: string): string[] {
  const bare = shortEndings.filter((ending) => stem.length > 2 && stem.endsWith(ending));
  const endings = stem.length > 2 ? shortEndings : shortestEndings;
  return [...endings.map((ending) => stem + ending), ...bare.map((ending) => stem.slice(0, -ending.length))];
}
