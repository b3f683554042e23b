import { type ReadBlock } from '../hr/documentViews';

/** What a new file changes in a document's text. */
export interface DocumentChanges {
  readonly added: readonly ReadBlock[];
  readonly removed: readonly ReadBlock[];
  /** How many parts are unchanged, also those that have moved. */
  readonly same: number;
}

/** The same words in the same kind of part are equal, however the file breaks its lines. */
const keyOf = ({ kind, text }: ReadBlock): string => `${kind} ${text.replace(/\s+/g, ' ').trim()}`;

/** Compares two readings part by part. A part that only moves is no change. */
export function changesBetween(before: readonly ReadBlock[], after: readonly ReadBlock[]): DocumentChanges {
  const added = without(after, before);
  return { added, removed: without(before, after), same: after.length - added.length };
}

/** The parts that `others` does not have, or does not have as often. */
function without(blocks: readonly ReadBlock[], others: readonly ReadBlock[]): ReadBlock[] {
  const left = new Map<string, number>();
  for (const block of others) left.set(keyOf(block), (left.get(keyOf(block)) ?? 0) + 1);
  return blocks.filter((block) => {
    const count = left.get(keyOf(block)) ?? 0;
    left.set(keyOf(block), count - 1);
    return count <= 0;
  });
}
