import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { loadPassages, readWording, withQuestions } from '../../src/knowledge/library';
import { readArguments } from '../../src/shared/arguments';
import { isRightPassage, readPassages, readQuestions } from '../evaluate/evaluationFiles';
import { rivals } from './rivals';

const usage = 'Så här: npm run --silent bench -- search [--questions FIL.jsonl] [--passages FIL.jsonl]';

/** One search over the passages: percent of the questions, milliseconds per question, and times stock lunr's p50. */
export interface MeasuredSearch {
  readonly system: string;
  readonly recallAt1: number;
  readonly recallAt3: number;
  readonly buildMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly timesLunr: number;
}

/**
 * All searches over the same passages and questions, in one run; without files, our own.
 * @throws {Error} in Swedish where an option or a file cannot be used
 */
export function benchSearch(args: string[]): MeasuredSearch[] {
  const text = { type: 'string' } as const;
  const { questions: asked, passages: from } = readArguments(
    { args, options: { questions: text, passages: text } },
    usage,
  ).values;
  const knowledge = path.join(projectRoot, 'knowledge');
  const passages = from ? withQuestions(readPassages(from), knowledge) : loadPassages(knowledge);
  const questions = readQuestions(asked ?? path.join(projectRoot, 'test/knowledge/questions.jsonl')).filter(
    ({ answerable }) => answerable,
  );
  const wording = readWording(knowledge);
  const measured = Object.entries(rivals).map(([system, build]) => {
    const began = performance.now();
    const search = build(passages, wording);
    const buildMs = performance.now() - began;
    // The first search is slower in every library, so it is not measured.
    questions.forEach(({ q }) => search(q));
    const asks = questions.map((question) => {
      const started = performance.now();
      const found = search(question.q);
      return { ms: performance.now() - started, rank: found.findIndex(isRightPassage(question)) };
    });
    const times = asks.map(({ ms }) => ms).sort((one, other) => one - other);
    const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
    const recall = (among: number) =>
      (100 * asks.filter(({ rank }) => rank >= 0 && rank < among).length) / (asks.length || 1);
    return { system, recallAt1: recall(1), recallAt3: recall(3), buildMs, p50Ms: at(0.5), p99Ms: at(0.99) };
  });
  const stock = measured.find(({ system }) => system === 'lunr as it comes')?.p50Ms || 1;
  return measured.map((one) => ({ ...one, timesLunr: one.p50Ms / stock }));
}
