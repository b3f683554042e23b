import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { confidenceFeatures, type ConfidenceFeatures } from '../../src/knowledge/ranking/confidence';
import { libraryOf, loadPassages, readWording } from '../../src/knowledge/library';
import { type Passage } from '../../src/knowledge/documents/passages';
import { type SearchResources } from '../../src/knowledge/ranking/question';
import { search } from '../../src/knowledge/search';
import { type Weights } from '../../src/knowledge/ranking/weights';
import { readArguments } from '../../src/shared/arguments';
import { readPassages, readQuestions, type EvaluationQuestion } from '../evaluate/evaluationFiles';
import { learnChance, learnRanking, type RankedChoice } from './learn';
import { saysTheSame, shinglesOf } from './shingles';

const usage =
  'Så här: npm run --silent tune -- --questions FIL.jsonl --passages FIL.jsonl [--write]\nUtan --write visas bara vad som skulle ändras.';

/** How strongly ranking is held back towards the index's own match; the one that ranks unseen questions best is taken. */
const shrinkages = [0.001, 0.003, 0.01, 0.03];
const matchOnly = { match: 5.5, cover: 0, sentence: 0, order: 0, alike: 0, subject: 0 };
const candidates = 50;
/** Libraries cut out of the passages, for confidence has to hold in small ones and in large: passages -> how many such. */
const sizes: readonly [passages: number, libraries: number][] = [
  [90, 12],
  [300, 4],
  [1000, 2],
  [2500, 1],
];
/**
 * The least that we promise of our own questions that nothing answers (they are near to what is): so large a share is not
 * answered, and so large a share refused. What is out of scope in one authority's pages is often answered in another's, so the
 * training questions cannot tell.
 */
const promised = { notFound: 0.95, none: 0.72 };

type Sample = { readonly grounds: ConfidenceFeatures; readonly isRight: boolean; readonly weight: number };

/** Learns the weights of ranking and confidence from questions with known passages, and says what it measured. */
export function tune(args: string[]): string {
  const text = { type: 'string' } as const;
  const options = { questions: text, passages: text, write: { type: 'boolean', default: false } } as const;
  const { questions: asked, passages: from, write } = readArguments({ args, options }, usage).values;
  if (!asked || !from) throw new Error(`--questions och --passages behövs. ${usage}`);
  const file = path.join(projectRoot, 'knowledge/weights.json');
  const wording = readWording(path.dirname(file));
  const [questions, passages] = [readQuestions(asked), readPassages(from)];

  const choices = choicesOf(questions, passages, wording);
  const { ranking, report } = tuneRanking(choices, wording.weights.ranking);
  const samples = samplesOf(questions, passages, { ...wording, weights: { ...wording.weights, ranking } });
  if (!samples.some(({ isRight }) => isRight) || samples.every(({ isRight }) => isRight))
    throw new Error(
      `${asked}: det går inte att lära av frågorna. Det behövs frågor vars stycken finns i ${from}, till flera dokument.`,
    );
  const confidence = learnChance(
    samples.map(({ grounds, isRight, weight }) => ({ values: grounds, happened: isRight, weight })),
  );
  const thresholds = thresholdsOf({ ...wording, weights: { ...wording.weights, ranking, confidence } });
  const weights: Weights = rounded({ ranking, cues: wording.weights.cues, confidence, thresholds });
  if (write) writeFileSync(file, `${JSON.stringify(weights, undefined, 2)}\n`);
  return `${report}\n${JSON.stringify(weights, undefined, 2)}`;
}

/** A question's candidates; `same` are those that say what a right one says. */
interface Candidates extends RankedChoice {
  readonly same: readonly boolean[];
}

function choicesOf(
  questions: readonly EvaluationQuestion[],
  passages: readonly Passage[],
  wording: SearchResources,
): Candidates[] {
  const { index } = libraryOf(passages, wording);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  return questions.map(({ q, gold }) => {
    const ranked = search(index, q, candidates);
    const named = gold.flatMap((id) => byId.get(id) ?? []).map(({ text }) => shinglesOf(text));
    return {
      candidates: ranked.map(({ match, evidence: { cover, sentence, order, alike, subject } }) => {
        return { match, cover, sentence, order, alike, subject };
      }),
      right: ranked.map(({ passage }) => gold.includes(passage.id)),
      same: ranked.map(({ passage }) => named.some((right) => saysTheSame(right, shinglesOf(passage.text)))),
    };
  });
}

/** Every other question is held out in turn, so that no figure is of questions that were learned from. */
function tuneRanking(choices: readonly Candidates[], present: Weights['ranking']) {
  const halves = [0, 1].map((half) => choices.filter((_, at) => at % 2 === half));
  const heldOut = (shrinkage: number) =>
    mean(halves.map((half, at) => recallOf(halves[1 - at] ?? [], learnRanking(taught(half), matchOnly, shrinkage))));
  const tried = shrinkages.map((shrinkage) => ({ shrinkage, recall: heldOut(shrinkage) }));
  const best = tried.reduce((one, other) => (other.recall > one.recall ? other : one));
  const rows: [string, number][] = [
    ['index only', recallOf(choices, matchOnly)],
    ['weights.json', recallOf(choices, present)],
    [`learned, held out (shrinkage ${best.shrinkage})`, best.recall],
  ];
  return {
    ranking: learnRanking(taught(choices), matchOnly, best.shrinkage),
    report: [
      'Mean of R@1 and R@3, percent',
      ...rows.map(([name, recall]) => `  ${name}: ${(100 * recall).toFixed(1)}`),
    ].join('\n'),
  };
}

/** Authorities say the same on many pages, and a question names one of them: to learn from the others as wrong is to learn chance. */
const taught = (choices: readonly Candidates[]): RankedChoice[] =>
  choices.map(({ candidates: values, same }) => ({ candidates: values, right: same }));

/** The mean of R@1 and R@3, from 0 to 1. */
function recallOf(choices: readonly RankedChoice[], weights: Weights['ranking']): number {
  const score = (values: RankedChoice['candidates'][number]) =>
    Object.entries(weights).reduce((sum, [kind, weight]) => sum + weight * (values[kind] ?? 0), 0);
  return mean(
    choices.map(({ candidates: values, right }) => {
      const order = values.map((_, at) => at).sort((one, other) => score(values[other]!) - score(values[one]!));
      const rank = order.findIndex((at) => right[at]);
      return rank === 0 ? 1 : rank > 0 && rank < 3 ? 0.5 : 0;
    }),
  );
}

/** The confidence that keeps what we promise, on the documents and with our own questions. */
function thresholdsOf(wording: SearchResources): Weights['thresholds'] {
  const { index } = libraryOf(loadPassages(path.join(projectRoot, 'knowledge')), wording);
  const unanswered = readQuestions(path.join(projectRoot, 'test/knowledge/questions.jsonl'))
    .filter(({ answerable }) => !answerable)
    .map(({ q }) => search(index, q, 1)[0]);
  const chances = unanswered.map((best) => best?.confidence ?? 0);
  // What lacks a name that is asked for is never found.
  const findable = unanswered.map((best) => (best && !best.evidence.lacksName ? best.confidence : 0));
  return { found: quantile(findable, promised.notFound), unsure: quantile(chances, promised.none) };
}

/**
 * The best passage for questions whose document is in a library, and for about as many whose document is not. Answerable
 * questions whose best passage is wrong are left out: they are neither.
 */
function samplesOf(
  questions: readonly EvaluationQuestion[],
  passages: readonly Passage[],
  wording: SearchResources,
): Sample[] {
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
        const isRight = best !== undefined && question.gold.includes(best.passage.id);
        if (!best || (!isRight && isAnswerable(question))) return [];
        return [{ isRight, grounds: confidenceFeatures(best.evidence, part.length) }];
      });
    }).flat();
    // Small libraries answer few of the questions: each size counts as much, and right as much as wrong.
    const number = { right: judged.filter(({ isRight }) => isRight).length, all: judged.length };
    return judged.map((one) => ({ ...one, weight: 1 / (one.isRight ? number.right : number.all - number.right) }));
  });
}

/** At least so many questions that a library does not answer are asked of it. */
const fewest = 30;
/** Documents of one part are taken from all over, so that they are about many things. */
const stride = 61;

/** Whole documents, about `size` passages of them; another `nth`, others. */
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

/** The value below which so large a share of them lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length))] ?? 0;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Three decimals are more than the data knows. */
const rounded = <Value>(value: Value): Value =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Number(one.toFixed(3)) : one)),
  ) as Value;

if (require.main === module) {
  try {
    process.stdout.write(`${tune(process.argv.slice(2))}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
