import { type Answer } from './answer';
import { type Ranked } from './search';

/**
 * Logistic regression of "the best passage answers the question" on its evidence, learned on test/knowledge/questions.jsonl
 * and on questions about other subjects (SweQUAD-MC, SweFAQ) that the documents do not answer.
 */
const weights = { cover: 2.3, sentence: 2.1, known: 1.9, constant: -4.2 };

/** "Hur mår du?", "Vem är min chef?": one common word is covered by anything, so it takes more than that to be sure. */
const tellsEnough = 0.8;

/** From here on the answer is given; below the lower bound it is refused; between them the person chooses. */
const thresholds = { found: 0.41, unsure: 0.17 };

/** How likely it is, from 0 to 1, that a passage answers the question that it was found for. */
export function confidenceOf({ evidence: { cover, sentence, known } }: Ranked): number {
  const sum = weights.cover * cover + weights.sentence * sentence + weights.known * known + weights.constant;
  return 1 / (1 + Math.exp(-sum));
}

export function outcomeOf(ranked: readonly Ranked[]): Answer['outcome'] {
  const confidence = ranked[0] ? confidenceOf(ranked[0]) : 0;
  const tells = ranked[0] !== undefined && ranked[0].evidence.telling >= tellsEnough;
  if (confidence >= thresholds.found && tells) return 'found';
  return confidence >= thresholds.unsure ? 'unsure' : 'none';
}
