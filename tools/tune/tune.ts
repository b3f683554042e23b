import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { libraryOf, readWording } from '../../src/knowledge/library';
import { type Passage } from '../../src/knowledge/documents/passages';
import { type SearchResources } from '../../src/knowledge/ranking/question';
import { search } from '../../src/knowledge/search';
import { type Weights } from '../../src/knowledge/ranking/weights';
import { readArguments } from '../../src/shared/arguments';
import { readPassages, readQuestions, type EvaluationQuestion } from '../evaluate/evaluationFiles';
import { judgedEvents, otherEvents, tuneConfidence } from './tuneConfidence';
import { learnRanking, type RankedChoice } from './learn';
import { saysTheSame, shinglesOf } from './shingles';

const usage =
  'Så här: npm run --silent tune -- --questions FIL.jsonl --passages FIL.jsonl [--judged FIL.jsonl …] [--write]\neller, för säkerheten ensam: npm run --silent tune -- --own [--judged FIL.jsonl …] [--write]\n--judged är frågor på våra egna dokument, med och utan svar. Utan --write visas bara vad som skulle ändras.';

/** How strongly ranking is held back towards the index's own match; the one that ranks unseen questions best is taken. */
const shrinkages = [0.001, 0.003, 0.01, 0.03];
const matchOnly = { match: 5.5, cover: 0, sentence: 0, order: 0, alike: 0, subject: 0 };
const candidates = 50;
const ownQuestions = ['questions.jsonl', 'near.jsonl'].map((name) => path.join(projectRoot, 'test/knowledge', name));

/**
 * Learns the weights of ranking and confidence from questions with known passages, and returns what it measured and learned. With
 * `--write` it also writes knowledge/weights.json.
 * @throws {Error} in Swedish where an option or a file cannot be used, or nothing can be learned from the questions
 */
export function tune(args: string[]): string {
  const text = { type: 'string' } as const;
  const options = {
    questions: text,
    passages: text,
    judged: { ...text, multiple: true, default: [] as string[] },
    own: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  } as const;
  const { questions: asked, passages: from, judged, own, write } = readArguments({ args, options }, usage).values;
  const file = path.join(projectRoot, 'knowledge/weights.json');
  const wording = readWording(path.dirname(file));
  const ours = (ranked: SearchResources) =>
    judgedEvents([...ownQuestions, ...judged].flatMap(readQuestions), path.dirname(file), ranked);
  if (own) {
    const tuned = tuneConfidence(ours(wording), [], wording.weights.confidence);
    return written({ ...wording.weights, ...tuned }, tuned.report, write ? file : undefined);
  }
  if (!asked || !from) throw new Error(`--questions och --passages behövs. ${usage}`);
  const [questions, passages] = [readQuestions(asked), readPassages(from)];

  const choices = choicesOf(questions, passages, wording);
  const { ranking, report } = tuneRanking(choices, wording.weights.ranking);
  const ranked = { ...wording, weights: { ...wording.weights, ranking } };
  const others = otherEvents(questions, passages, ranked);
  if (new Set(others.map(({ happened }) => happened)).size < 2)
    throw new Error(
      `${asked}: det går inte att lära av frågorna. Det behövs frågor vars stycken finns i ${from}, till flera dokument.`,
    );
  const tuned = tuneConfidence(ours(ranked), others, wording.weights.confidence);
  const weights = { ranking, cues: wording.weights.cues, ...tuned };
  return written(weights, `${report}\n${tuned.report}`, write ? file : undefined);
}

/** What was measured and learned, in words; in the file too, where one is named. */
function written({ ranking, cues, confidence, thresholds }: Weights, report: string, file?: string): string {
  const text = JSON.stringify(rounded({ ranking, cues, confidence, thresholds }), undefined, 2);
  if (file) writeFileSync(file, `${text}\n`);
  return `${report}\n${text}`;
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

/** Counts pages that say the same as right too. A question names one of them, and learning that the others are wrong would teach chance. */
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
