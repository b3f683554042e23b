/**
 * What is known to be asked of a passage is searched with it, so it is found by many more words than one that nobody has
 * written questions for. Here both kinds meet on fair terms.
 */

/** A candidate: how the index matched it, and what is known to be asked of it. */
export interface Matched {
  /** The index's own score; compares within one question only. */
  readonly score: number;
  /** How many questions are known that it answers. */
  readonly asked: number;
  /** Whether it says enough to answer anything. */
  readonly isBare: boolean;
  /** How like the question the nearest question that is known to be asked of it is, from 0 to 1. */
  readonly likeKnown: number;
}

/** How far one without known questions is compared with the best of its own kind, and not with the best of all. */
const withOwnKind = 0.7;
/** What it is worth that it has none, where the question is like no known one: beside the ranking's weights, by left-out documents. */
const unknownWorth = 2.5;
/** From this share of candidates with known questions on it counts in full: where they are few they crowd nobody out. */
const crowding = 0.5;

/** With so many questions a passage is found by what people ask; with fewer it is that much a new one. */
const wellKnown = 12;

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
