import { type Grounds } from './grounds';
import { type Weights } from './weights';

/** What each ground adds to the confidence, in log odds. */
export function contributionsOf(
  { confidence: { constant: _, ...weights } }: Pick<Weights, 'confidence'>,
  grounds: Grounds,
): Readonly<Record<keyof Grounds, number>> {
  const kinds = Object.keys(weights) as (keyof Grounds)[];
  return Object.fromEntries(kinds.map((kind) => [kind, weights[kind] * grounds[kind]])) as Record<
    keyof Grounds,
    number
  >;
}

/**
 * How likely it is, from 0 to 1, that a passage answers the question that it was found for: a logistic regression
 * (docs/search.md).
 */
export function confidenceOf(weights: Pick<Weights, 'confidence'>, grounds: Grounds): number {
  let odds = weights.confidence.constant;
  // Without contributionsOf's list: this runs for every candidate of every question.
  for (const kind in weights.confidence)
    if (kind !== 'constant') odds += weights.confidence[kind as keyof Grounds] * grounds[kind as keyof Grounds];
  return 1 / (1 + Math.exp(-odds));
}
