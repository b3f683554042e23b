import { type Background } from './background';
import { idIn, type Lexicon } from './lexicon';
import { type Word } from './swedish';

/** Shorter words are a letter from too many others. Most often a letter is left out, or two have changed places. */
const longEnough = { likely: 6, other: 8 };

/** Whether two words differ by at most one letter: one more, one less, one other, or two that have changed places. */
export function differByALetter(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  const [left, right] = [one.slice(from), other.slice(from)];
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0])
  );
}

const sameLetters = (one: string, other: string): boolean => [...one].sort().join() === [...other].sort().join();

/** Whether they differ at the end only: forms of one word, which are alike enough without being put right. */
const isInflected = (one: string, other: string): boolean => one.slice(0, -2) === other.slice(0, one.length - 2);

/**
 * The words with their misspelt ones put right: a word that neither the library nor Swedish at large has, and that is a letter
 * from a word of the library with the same first letter ("delgera" -> "delegera"). `holding` is the number of passages with each
 * stem, by id: of several such words the most common one is meant. Words that only hidden documents have do not count.
 */
export function spelt(
  lexicon: Lexicon,
  holding: readonly number[],
  { counts }: Background,
  words: readonly Word[],
): Word[] {
  return words.map((word) => {
    const { stem, stop } = word;
    if (stop || stem.length < longEnough.likely || counts.has(stem) || idIn(lexicon, stem) !== undefined) return word;
    const visible = lexicon.stems.filter((known) => idIn(lexicon, known) !== undefined);
    // A part of a compound is spelt right.
    if (visible.some((known) => known.includes(stem))) return word;
    const isLikely = (known: string) => known.length > stem.length || sameLetters(known, stem);
    const heldBy = (known: string) => holding[idIn(lexicon, known)!] ?? 0;
    const meant = visible
      .filter((known) => known[0] === stem[0] && !isInflected(known, stem) && differByALetter(known, stem))
      .filter((known) => stem.length >= longEnough.other || isLikely(known))
      .sort((one, other) => heldBy(other) - heldBy(one))[0];
    return meant === undefined ? word : { ...word, stem: meant, folded: meant };
  });
}
