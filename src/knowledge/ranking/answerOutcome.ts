import { type Evidence } from './evidence';
import { type Grounds } from './grounds';
import { type Weights } from './weights';

/** Whether a question has an answer: an answer is shown, a choice is offered, or there is none. */
export type AnswerOutcome = 'found' | 'unsure' | 'none';

/** What the outcome depends on, for one candidate. */
interface Weighed {
  readonly evidence: Evidence;
  readonly grounds: Pick<Grounds, 'lacksFact' | 'unasked' | 'outside'>;
  /** How likely it is, from 0 to 1, that it answers the question. */
  readonly confidence: number;
}

/** "Hur mår du?", "Vem är min chef?": any text covers one common word, so more is needed to be sure. */
const tellsEnough = 0.7;

/**
 * A passage without the number or the name that is asked for is worth reading from this confidence on. Below it, "står inte" helps
 * more. A passage whose questions nobody has written yet is never that sure.
 */
const leastBesideFact = 0.18;

/** An open question that is rather like those that such documents do not answer needs a passage of this confidence. */
const outside = { from: 0.5, confidence: 0.6 };

/**
 * Whether a passage may answer at all, however high its confidence: it must have the names, the kind of fact and enough of the words
 * that the question asks for.
 */
export const mayBeFound = (one: Pick<Weighed, 'evidence' | 'grounds'>): boolean => one.evidence.holds && fits(one);

const fits = ({ evidence, grounds }: Pick<Weighed, 'evidence' | 'grounds'>): boolean =>
  evidence.telling >= tellsEnough && !evidence.lacksName && grounds.lacksFact < 1;

/** Decides by the best of the candidates, which have the best first: found, unsure or none. */
export function decideOutcome(weights: Weights, [best]: readonly Weighed[]): AnswerOutcome {
  if (!best || best.confidence < weights.thresholds.unsure) return 'none';
  if (best.grounds.lacksFact >= 1 && !best.grounds.unasked && best.confidence < leastBesideFact) return 'none';
  const isDoubtful =
    best.evidence.isOpen && best.grounds.outside > outside.from && best.confidence < outside.confidence;
  return isLikely(weights, best) && mayBeFound(best) && !isDoubtful ? 'found' : 'unsure';
}

/** Whether a passage is sure enough to be an answer, even if it may have too few of the question's words (see mayBeFound). */
export const isLikely = ({ thresholds }: Weights, best: Weighed): boolean =>
  best.confidence >= thresholds.found && fits(best);
