/**
 * Makes passages with and without known questions comparable. A passage's known questions are searched with it, so many more
 * words find it than a passage for which nobody has written questions.
 */

/** A candidate: how the index matched it, and its known questions. */
export interface Matched {
  /** The index's own score. It compares within one question only. */
  readonly score: number;
  /** The number of its known questions. */
  readonly asked: number;
  /** Whether it says enough to answer anything. */
  readonly isBare: boolean;
  /** How like the question its most similar known question is, from 0 to 1. */
  readonly likeKnown: number;
}

/** How far a passage without known questions is compared with the best of its own kind, and not with the best of all. */
const withOwnKind = 0.7;
/** The bonus of a passage without known questions, where the question is like no known one. Set by left-out documents. */
const unknownWorth = 2.5;
/** From this share of candidates with known questions on, the bonus counts in full. Few of them push nobody down. */
const crowding = 0.5;

/** With this many known questions, a passage counts as well known. With fewer it is partly new. */
export const wellKnown = 12;

/**
 * For each candidate, best match first: its match as a share of the best, and what it gets because few or no questions have been
 * written for it. Where all have equally many questions, nobody gets anything.
 */
export function fairMatches(candidates: readonly Matched[]): { readonly match: number; readonly fairness: number }[] {
  const knownOf = ({ asked }: Matched) => Math.min(1, asked / wellKnown);
  const best = candidates[0]?.score || 1;
  const bestNew = candidates.find((one) => knownOf(one) < 1 && !one.isBare)?.score ?? best;
  const known = candidates.reduce((sum, one) => sum + knownOf(one), 0);
  const crowded = Math.min(1, known / (candidates.length || 1) / crowding);
  const likeKnown = Math.max(0, ...candidates.map((one) => one.likeKnown));
  return candidates.map((one) => {
    const isNew = one.isBare ? 0 : (1 - knownOf(one)) * crowded;
    const compared = best + (bestNew - best) * withOwnKind * isNew;
    return { match: one.score / compared, fairness: unknownWorth * (1 - likeKnown) * isNew };
  });
}
