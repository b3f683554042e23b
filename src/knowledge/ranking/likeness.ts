import { type Word } from '../text/swedish';

/** Cosine of the words of the question and of the sentence that is most like it: a short one says little else. */
export function alike(sentences: readonly (readonly Word[])[], asked: readonly Word[]): number {
  const words = stemsOf(asked);
  let most = 0;
  for (const sentence of sentences) most = Math.max(most, likeness(stemsOf(sentence), words));
  return most;
}

/** Cosine of two sets of stems, from 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const stem of one) if (other.has(stem)) common += 1;
  return common / Math.sqrt(one.size * other.size || 1);
}

export function stemsOf(words: readonly Word[]): ReadonlySet<string> {
  // A loop: this is done for every sentence of dozens of passages.
  const stems = new Set<string>();
  for (const { stem } of words) stems.add(stem);
  return stems;
}
