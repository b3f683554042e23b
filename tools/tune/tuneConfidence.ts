import { mayBeFound } from '../../src/knowledge/ranking/answerOutcome';
import { confidenceOf } from '../../src/knowledge/ranking/confidence';
import { type Passage } from '../../src/knowledge/documents/passages';
import { type Grounds } from '../../src/knowledge/ranking/grounds';
import { type SearchResources } from '../../src/knowledge/ranking/question';
import { type Weights } from '../../src/knowledge/ranking/weights';
import { scopeQuestions } from '../../src/knowledge/index/buildIndex';
import { libraryOf, loadPassages } from '../../src/knowledge/library';
import { readOutOfScope } from '../../src/knowledge/scope/outOfScope';
import { readTopics } from '../../src/knowledge/topics/readTopics';
import { search } from '../../src/knowledge/search';
import { isRightPassage, type EvaluationQuestion } from '../evaluate/evaluationFiles';
import { crossFitted, unseenScope } from './heldOutScope';
import { learnChance, type Event } from './learn';

/** A question and the best passage for it: whether that is right. */
export interface OutcomeEvent extends Event {
  readonly values: Grounds & Readonly<Record<string, number>>;
  readonly isAnswerable: boolean;
  /** Whether it is a question by which the thresholds are set, and not one of the out-of-scope ones, most of which are easy. */
  readonly isJudged: boolean;
  /** Whether the rules beside the confidence let it be found at all. */
  readonly mayBeFound: boolean;
}

/** A wrong passage of an answerable question is near enough to be offered, and no answer. */
const wrongWeighs = 0.5;
/** Out-of-scope questions are many, and of one writer. */
const outOfScopeWeighs = 0.15;
/** How much the questions of other libraries count beside those of ours. */
const othersWeigh = 0.25;
const folds = 10;
/** What must hold for our questions: the share of questions without an answer that is not found, and of the others that is not refused. */
const promised = { notFound: 0.945, offered: 0.967 };

/**
 * The best passage in our own documents for each judged and each out-of-scope question. Questions that find nothing are left out.
 */
export function judgedEvents(
  questions: readonly EvaluationQuestion[],
  knowledge: string,
  wording: SearchResources,
): OutcomeEvent[] {
  const passages = loadPassages(knowledge);
  const { index } = libraryOf(passages, wording);
  const known = scopeQuestions(passages, readTopics(knowledge), readOutOfScope(knowledge));
  const unseen = unseenScope(
    known,
    questions.map(({ q }) => q),
  );
  const judged = questions.map((question) => ({ ...question, scope: unseen(question.q), isJudged: true }));
  const outOfScope = crossFitted(known).map(({ text, scope }) => {
    return { q: text, gold: [], answerable: false, scope, isJudged: false };
  });
  return [...judged, ...outOfScope].flatMap(({ scope, isJudged, ...question }) => {
    const best = search(index, question.q, 1)[0];
    if (!best) return [];
    const happened = question.answerable && isRightPassage(question)(best.passage);
    return [
      {
        values: { ...best.grounds, outside: -scope.passages, likeOutside: scope.outOfScope },
        happened,
        weight: !isJudged ? outOfScopeWeighs : question.answerable && !happened ? wrongWeighs : 1,
        isAnswerable: question.answerable,
        isJudged,
        mayBeFound: mayBeFound(best),
      },
    ];
  });
}

/** The sizes of the libraries that are cut out of the passages, and how many of each. Confidence has to hold in small and large ones. */
const sizes: readonly [passages: number, libraries: number][] = [
  [90, 12],
  [300, 4],
  [1000, 2],
  [2500, 1],
];
/** The fewest questions without an answer that each library is asked. */
const fewest = 30;

/**
 * The best passage for questions whose document is in a library, and for about as many whose document is not. Answerable
 * questions whose best passage is wrong are left out, because another authority's page often answers the same.
 */
export function otherEvents(
  questions: readonly EvaluationQuestion[],
  passages: readonly Passage[],
  wording: SearchResources,
): Event[] {
  return sizes.flatMap(([size, libraries]) => {
    const judged = Array.from({ length: libraries }, (_, nth) => {
      const part = partOf(passages, size, nth);
      const { index } = libraryOf(part, wording);
      const ids = new Set(part.map(({ id }) => id));
      const isAnswerable = ({ gold }: EvaluationQuestion) => gold.some((id) => ids.has(id));
      const answerable = questions.filter(isAnswerable);
      const others = questions.filter((question) => !isAnswerable(question));
      const every = Math.max(1, Math.floor(others.length / Math.max(answerable.length, fewest)));
      return [...answerable, ...others.filter((_, at) => at % every === 0)].flatMap((question) => {
        const best = search(index, question.q, 1)[0];
        const happened = best !== undefined && question.gold.includes(best.passage.id);
        if (!best || (!happened && isAnswerable(question))) return [];
        return [{ happened, values: { ...best.grounds } }];
      });
    }).flat();
    // Small libraries answer few of the questions. So each size gets the same weight, and right answers as much as wrong ones.
    const number = { right: judged.filter(({ happened }) => happened).length, all: judged.length };
    return judged.map((one) => ({ ...one, weight: 1 / (one.happened ? number.right : number.all - number.right) }));
  });
}

/** Documents of one part are taken from all over, so that they are about many things. */
const stride = 61;

/** Whole documents with about `size` passages in all. Each `nth` gives other documents. */
function partOf(passages: readonly Passage[], size: number, nth: number): Passage[] {
  const documents = [...new Set(passages.map(({ document }) => document))];
  const order = documents.map((_, at) => documents[(nth + at * stride) % documents.length]!);
  const part: Passage[] = [];
  for (const document of new Set(order)) {
    if (part.length >= size) break;
    part.push(...passages.filter((passage) => passage.document === document));
  }
  return part;
}

type Confidence = Weights['confidence'];

/** Leaves out `unasked`: only the others' passages have no known questions, so its weight would measure the kind of text instead. */
const learnable = ({ values: { unasked: _, ...values }, ...event }: Event): Event => ({ ...event, values });
/**
 * Leaves out `size` and `lacksDefinition`, which only other questions can teach: our library has one size, and few of our questions
 * ask for a definition that is not there.
 */
const learnableFromOurs = ({ values: { size: _, lacksDefinition: __, ...values }, ...event }: Event): Event => ({
  ...event,
  values,
});

/** Without other questions, the weights of these two grounds stay as they are. */
function confidenceFrom(events: readonly OutcomeEvent[], others: readonly Event[], present: Confidence) {
  const { unasked, size, lacksDefinition } = present;
  const all = [...events, ...others].map(learnable);
  if (others.length > 0) return { ...learnChance<string>(all), unasked } as Confidence;
  const learned = learnChance<string>(all.map(learnableFromOurs)) as Confidence;
  const constant = learned.constant - size * (events[0]?.values.size ?? 0);
  return { ...present, ...learned, unasked, size, lacksDefinition, constant };
}

/**
 * Every tenth of our questions is held out in turn: the thresholds are set by the predictions for them. `present` gives the weights
 * that cannot be learned from these questions.
 */
export function tuneConfidence(ours: readonly OutcomeEvent[], others: readonly Event[], present: Confidence) {
  const total = ours.reduce((sum, { weight }) => sum + weight, 0);
  const othersTotal = others.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = others.map((one) => ({ ...one, weight: (one.weight / othersTotal) * total * othersWeigh }));
  const learned = (events: readonly OutcomeEvent[]) => confidenceFrom(events, scaled, present);
  const heldOut = Array.from({ length: folds }, (_, fold) => {
    const confidence = learned(ours.filter((_, at) => at % folds !== fold));
    return ours
      .filter(({ isJudged }, at) => isJudged && at % folds === fold)
      .map((event) => ({ ...event, confidence: confidenceOf({ confidence }, event.values) }));
  }).flat();
  const answerable = heldOut.filter(({ isAnswerable }) => isAnswerable);
  const unanswerable = heldOut.filter(({ isAnswerable }) => !isAnswerable);
  const thresholds = {
    found: quantile(
      unanswerable.map((one) => (one.mayBeFound ? one.confidence : 0)),
      promised.notFound,
    ),
    unsure: quantile(
      answerable.map(({ confidence }) => confidence),
      1 - promised.offered,
    ),
  };
  const share = (events: typeof heldOut, holds: (one: (typeof heldOut)[number]) => boolean) =>
    ((100 * events.filter(holds).length) / (events.length || 1)).toFixed(1);
  const isFound = (one: (typeof heldOut)[number]) => one.mayBeFound && one.confidence >= thresholds.found;
  const isNone = ({ confidence }: (typeof heldOut)[number]) => confidence < thresholds.unsure;
  const report = [
    'Our questions, held out, percent',
    `  answerable: found ${share(answerable, isFound)}, of these right ${share(answerable.filter(isFound), ({ happened }) => happened)}, refused ${share(answerable, isNone)}`,
    `  others: not found ${share(unanswerable, (one) => !isFound(one))}, refused ${share(unanswerable, isNone)}`,
  ].join('\n');
  return { confidence: learned(ours), thresholds, report };
}

/** The value below which `share` (0 to 1) of the values are. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length))] ?? 0;
}
