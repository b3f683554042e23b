import { type Evidence } from './evidence';
import { type Weights } from './weights';

/** What confidence rests on. */
export type ConfidenceFeatures = Readonly<Record<Exclude<keyof Weights['confidence'], 'constant'>, number>>;

/** Telling words beyond these make nobody surer. */
const mostTelling = 4;

/** By chance alone something in a large library covers a question: what convinces among a hundred does not among ten thousand. */
export const confidenceFeatures = (
  { topic, sentence, known, telling }: Evidence,
  passages: number,
): ConfidenceFeatures => ({
  topic,
  sentence,
  known,
  telling: Math.min(telling, mostTelling),
  size: Math.log(passages),
});

/** How likely it is, from 0 to 1, that a passage answers the question that it was found for. */
export function confidenceOf({ confidence: { constant, ...weights } }: Weights, grounds: ConfidenceFeatures): number {
  const kinds = Object.keys(weights) as (keyof ConfidenceFeatures)[];
  return 1 / (1 + Math.exp(-kinds.reduce((sum, kind) => sum + weights[kind] * grounds[kind], constant)));
}
