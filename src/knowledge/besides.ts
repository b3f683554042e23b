import { isOwnSituation } from './wantsTopic';
import { decideOutcome } from './ranking/answerOutcome';
import { disagreement } from './ranking/disagreement';
import { type Question } from './ranking/question';
import { type Ranked } from './search';
import { type Weights } from './ranking/weights';

/** Further passages must score so much of the best's score. */
const nearlyAsGood = 0.6;
const mostBeside = 2;

/** What comes after the best, near enough to it; a text that stands twice in a document is told once. */
export function others(ranked: readonly Ranked[]): Ranked[] {
  const [best, ...rest] = ranked;
  return rest.filter(
    ({ passage, score }, at) =>
      score >= nearlyAsGood * (best?.score ?? 0) &&
      ranked.slice(0, at + 1).every((earlier) => earlier.passage.text !== passage.text),
  );
}

/** Who asks for a fact is shown what differs, others what answers too. */
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

/** One of each other document that would be an answer by itself. */
function answersElsewhere(weights: Weights, best: Ranked, rest: readonly Ranked[]): Ranked[] {
  const answers = rest.filter((one) => decideOutcome(weights, [one]) === 'found');
  return answers.filter(({ passage: { document } }, at) =>
    [best, ...answers.slice(0, at)].every((earlier) => earlier.passage.document !== document),
  );
}

/** One from another document tells more than one more from the same. */
export function furtherSources(best: Ranked, rest: readonly Ranked[]): Ranked[] {
  const sure = rest.filter((ranked) => ranked.confidence >= best.confidence * nearlyAsGood);
  const isElsewhere = ({ passage }: Ranked) => passage.document !== best.passage.document;
  return [...sure.filter(isElsewhere), ...sure.filter((one) => !isElsewhere(one))];
}
