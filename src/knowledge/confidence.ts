import { type Answer } from './answer';
import { type Evidence } from './evidence';
import { type Ranked } from './search';
import { type Weights } from './weights';

/** What confidence rests on. */
export type Grounds = Readonly<Record<Exclude<keyof Weights['confidence'], 'constant'>, number>>;

/** Telling words beyond these make nobody surer. */
const mostTelling = 4;

/** By chance alone something in a large library covers a question: what convinces among a hundred does not among ten thousand. */
export const groundsOf = ({ topic, sentence, known, telling }: Evidence, passages: number): Grounds => ({
  topic,
  sentence,
  known,
  telling: Math.min(telling, mostTelling),
  size: Math.log(passages),
});

/** How likely it is, from 0 to 1, that a passage answers the question that it was found for. */
export function confidenceOf({ confidence: { constant, ...weights } }: Weights, grounds: Grounds): number {
  const kinds = Object.keys(weights) as (keyof Grounds)[];
  return 1 / (1 + Math.exp(-kinds.reduce((sum, kind) => sum + weights[kind] * grounds[kind], constant)));
}

/** "Hur mår du?", "Vem är min chef?": one common word is covered by anything, so it takes more than that to be sure. */
const tellsEnough = 0.8;

export function outcomeOf({ thresholds }: Weights, ranked: readonly Ranked[]): Answer['outcome'] {
  const confidence = ranked[0]?.confidence ?? 0;
  const isPlain = ranked[0] !== undefined && ranked[0].evidence.telling >= tellsEnough && !ranked[0].evidence.lacksName;
  if (confidence >= thresholds.found && isPlain) return 'found';
  return confidence >= thresholds.unsure ? 'unsure' : 'none';
}
