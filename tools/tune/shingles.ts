import { wordsOf } from '../../src/knowledge/text/swedish';

/** A text as its runs of words (Broder, 1997). */
export type Shingles = ReadonlySet<string>;

/** The words in a run. Two texts seldom share a run of this length by chance. */
const size = 4;

/** The run that begins at each word of a text. The last ones are shorter. */
export function shinglesOf(text: string): Shingles {
  const words = wordsOf(text).map(({ folded }) => folded);
  return new Set(words.map((_, at) => words.slice(at, at + size).join(' ')));
}

/** Whether most of the shorter text stands in the other. */
export function saysTheSame(one: Shingles, other: Shingles): boolean {
  const common = [...one].filter((words) => other.has(words)).length;
  return common > Math.min(one.size, other.size) / 2;
}
