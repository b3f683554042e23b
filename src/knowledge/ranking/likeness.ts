import { type Word } from '../text/swedish';

/** How like the question the most similar sentence is, from 0 to 1: the cosine of their stems. */
export function alike(sentences: readonly ReadonlySet<string>[], asked: ReadonlySet<string>): number {
  let most = 0;
  for (const sentence of sentences) most = Math.max(most, likeness(sentence, asked));
  return most;
}

/** Cosine of two sets of stems, from 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const stem of fewer) if (more.has(stem)) common += 1;
  return common / Math.sqrt(one.size * other.size || 1);
}

/** The stems of words, each once, stop words among them. */
export function stemsOf(words: readonly Word[]): ReadonlySet<string> {
  // A loop, because this runs for every sentence of dozens of passages.
  const stems = new Set<string>();
  for (const { stem } of words) stems.add(stem);
  return stems;
}
