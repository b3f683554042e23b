import { isOwnSituation } from './wantsTopic';
import { decideOutcome } from './ranking/answerOutcome';
import { disagreement } from './ranking/disagreement';
import { type Question } from './ranking/question';
import { type Ranked } from './search';
import { type Weights } from './ranking/weights';

/** Further passages must score so much of the best's score. */
const nearlyAsGood = 0.6;
const mostBeside = 2;

/** The passages after the best one (`ranked` has the best first) whose score is near enough to its score. The same text comes once. */
export function others(ranked: readonly Ranked[]): Ranked[] {
  const [best, ...rest] = ranked;
  return rest.filter(
    ({ passage, score }, at) =>
      score >= nearlyAsGood * (best?.score ?? 0) &&
      ranked.slice(0, at + 1).every((earlier) => earlier.passage.text !== passage.text),
  );
}

/**
 * At most two passages of other documents to quote beside the best one: those that disagree with it, and in what. Where none does
 * and the person asks about an own situation, those that answer too.
 */
export function besides(weights: Weights, question: Question, best: Ranked, rest: readonly Ranked[]) {
  const answers = answersElsewhere(weights, best, rest);
  const differing = answers.flatMap((one) => {
    const differs = disagreement(question, best.entry, one.entry);
    return differs ? [{ one, differs }] : [];
  });
  const [first] = differing;
  if (first) return { beside: differing.slice(0, mostBeside).map(({ one }) => one), differs: first.differs };
  return { beside: isOwnSituation(question) ? answers.slice(0, mostBeside) : [] };
}

/** Passages that would each be an answer: the best one of each other document. */
function answersElsewhere(weights: Weights, best: Ranked, rest: readonly Ranked[]): Ranked[] {
  const answers = rest.filter((one) => decideOutcome(weights, [one]) === 'found');
  return answers.filter(({ passage: { document } }, at) =>
    [best, ...answers.slice(0, at)].every((earlier) => earlier.passage.document !== document),
  );
}

/**
 * The passages nearly as sure as the best one. Those of other documents come first, because they tell more than another passage of
 * the same document.
 */
export function furtherSources(best: Ranked, rest: readonly Ranked[]): Ranked[] {
  const sure = rest.filter((ranked) => ranked.confidence >= best.confidence * nearlyAsGood);
  const isElsewhere = ({ passage }: Ranked) => passage.document !== best.passage.document;
  return [...sure.filter(isElsewhere), ...sure.filter((one) => !isElsewhere(one))];
}
