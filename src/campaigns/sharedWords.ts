/** People who must have shared on a step before any of their words are shown. */
const minSharers = 10;

/** The same in a campaign whose groups have at least `least`: never fewer than those. */
export const leastSharing = (least: number): number => Math.max(minSharers, least);

/** What a person lets HR read: step id -> her words. */
export interface Share {
  /** Names her within this campaign only. */
  readonly by: string;
  readonly shared: Readonly<Record<string, string>>;
}

/** The words that HR has been shown of one occurrence, and whose they were: that never leaves the store. */
export interface PublishedWords {
  /** Step id -> words, in the order of the alphabet: any other would tell who came first. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** Step id -> who -> her words. */
  readonly by: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** After the close nothing moves. */
  readonly closed?: true;
}

export const noWords: PublishedWords = { texts: {}, by: {} };

/**
 * What HR may read next, of all groups together. New words come only when enough people share what has not been shown, so that
 * nobody's are seen to come alone, at the close neither; what has been shown stays, until she who wrote it takes it back or
 * writes otherwise. The same object comes back where nothing changes.
 */
export function publishWords(before: PublishedWords, shares: readonly Share[], least: number): PublishedWords {
  if (before.closed) return before;
  const enough = leastSharing(least);
  const steps = new Set([...Object.keys(before.by), ...shares.flatMap(({ shared }) => Object.keys(shared))]);
  const by: [string, Record<string, string>][] = [];
  for (const step of [...steps].sort()) {
    const earlier = new Map(entriesOf(before.by, step));
    const now = shares.flatMap(({ by, shared }) => (Object.hasOwn(shared, step) ? [[by, shared[step]!] as const] : []));
    const still = now.filter(([who, words]) => earlier.get(who) === words);
    const published = now.length - still.length >= enough ? now : still;
    if (published.length)
      by.push([step, Object.fromEntries([...published].sort(([one], [other]) => (one < other ? -1 : 1)))]);
  }
  const after = Object.fromEntries(by);
  if (JSON.stringify(after) === JSON.stringify(before.by)) return before;
  return { texts: Object.fromEntries(by.map(([step, all]) => [step, inOrder(Object.values(all))])), by: after };
}

/** The close: whose the words were is forgotten, the words remain. */
export const closeWords = ({ texts }: PublishedWords): PublishedWords => ({ texts, by: {}, closed: true });

const entriesOf = (all: PublishedWords['by'], step: string) =>
  Object.hasOwn(all, step) ? Object.entries(all[step]!) : [];

const inOrder = (words: readonly string[]): string[] =>
  [...words].sort((one, other) => one.localeCompare(other, 'sv') || (one < other ? -1 : 1));
