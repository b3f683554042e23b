import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { ask, type Answer } from '../../src/knowledge/answer';
import {
  loadLibrary,
  loadPassages,
  readWording,
  storedLibrary,
  withQuestions,
  type Library,
} from '../../src/knowledge/library';
import { type Passage } from '../../src/knowledge/documents/passages';
import { readTopics } from '../../src/knowledge/topics/readTopics';
import { quotesOf } from '../../src/knowledge/topics/topic';
import { search } from '../../src/knowledge/search';
import { readArguments } from '../../src/shared/arguments';
import { judgeCold } from './cold';
import { comparable, isRightPassage, readPassages, readQuestions, type EvaluationQuestion } from './evaluationFiles';
import { judgeNewDocuments } from './newDocuments';
import { measure, type Judged, type Metrics } from './metrics';
import { type Quote } from '../../src/knowledge/ranking/quote';

const usage =
  'Så här: npm run --silent evaluate -- --questions FIL.jsonl [--passages FIL.jsonl] [--out FIL.jsonl] [--cold] [--new MAPP]';

const knowledge = path.join(projectRoot, 'knowledge');

interface Judgement {
  readonly question: EvaluationQuestion;
  readonly answer: Answer;
  /** The ten best, as the bot ranks them. A topic stands for the passages of its quotations, in order. */
  readonly listed: readonly { readonly passage: Passage; readonly topic?: string }[];
}

/** Asks one question, and lists the passages that the bot ranks highest. */
export function judgeQuestion(library: Library, question: EvaluationQuestion): Judgement {
  const answer = ask(library, question.q);
  const topic = answer.outcome === 'topic' ? answer.topic : undefined;
  const quoted = topic ? quotesOf(topic).map(({ passage }) => ({ passage, topic: topic.id })) : [];
  const found = search(library.index, question.q, 10 + quoted.length)
    .filter(({ passage }) => quoted.every((one) => one.passage.id !== passage.id))
    .map(({ passage }) => ({ passage }));
  return { question, answer, listed: [...quoted, ...found].slice(0, 10) };
}

/** What the measures count: the place of the first passage that holds a quote in `gold`, or whose id `gold` names. */
export function judgedOf({ question, answer, listed }: Judgement): Judged {
  const isRight = isRightPassage(question);
  const at = listed.findIndex(({ passage }) => isRight(passage));
  // They are shown together.
  const together = Math.min(shownTogether, listed.filter(({ topic }) => topic).length);
  return {
    kind: question.kind,
    answerable: question.answerable,
    outcome: answer.outcome === 'topic' ? 'found' : answer.outcome,
    rank: at < 0 ? undefined : at < together ? 1 : at + 1 - Math.max(0, together - 1),
    isQuoted: answer.outcome === 'found' ? isQuoted(question, answer.quote) : undefined,
  };
}

/** A topic's first quotations count as one rank. */
const shownTogether = 3;

/** Whether the excerpt has words that `gold` names in its passage. */
function isQuoted({ gold }: EvaluationQuestion, { passage, excerpt }: Quote): boolean | undefined {
  const right = gold.map(comparable).filter((words) => comparable(passage.text).includes(words));
  return right.length > 0 ? right.some((words) => comparable(excerpt).includes(words)) : undefined;
}

const outLine = ({ question, answer, listed }: Judgement) =>
  JSON.stringify({
    id: question.id,
    outcome: answer.outcome === 'topic' ? 'found' : answer.outcome,
    passages: listed.map(({ passage: { id, document, heading, text }, topic }) => ({
      ...(topic && { topic }),
      id,
      document: document.id,
      heading: heading.join(' > '),
      text,
    })),
  });

const columns: [heading: string, value: (metrics: Metrics) => number | undefined][] = [
  ['R@1', (m) => m.recallAt1],
  ['R@3', (m) => m.recallAt3],
  ['MRR', (m) => m.reciprocalRank],
  ['found', (m) => m.found],
  ['right of found', (m) => m.precision],
  ['quoted', (m) => m.quoted],
  ['refused', (m) => m.refused],
  ['oos not found', (m) => m.notFound],
  ['oos none', (m) => m.none],
];

/** One row in total and one per kind; percent, MRR from 0 to 1. */
export function table(judged: readonly Judged[]): string {
  const kinds = [...new Set(judged.map((one) => one.kind))];
  const groups = [{ name: 'all', members: judged }].concat(
    kinds.length > 1 ? kinds.map((name) => ({ name, members: judged.filter((one) => one.kind === name) })) : [],
  );
  const rows = groups.map(({ name, members }) => {
    const metrics = measure(members);
    return [name, String(metrics.questions), ...columns.map(([heading, value]) => shown(heading, value(metrics)))];
  });
  const all = [['kind', 'n', ...columns.map(([heading]) => heading)], ...rows];
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? [];
  return all.map((row) => row.map((cell, at) => pad(cell, widths[at] ?? 0, at)).join('  ')).join('\n');
}

const pad = (cell: string, width: number, at: number) => (at === 0 ? cell.padEnd(width) : cell.padStart(width));

function shown(heading: string, value: number | undefined): string {
  if (value === undefined) return '–';
  return heading === 'MRR' ? value.toFixed(3) : (100 * value).toFixed(1);
}

function argumentsOf(args: string[]): {
  questions: string;
  passages?: string;
  out?: string;
  cold?: boolean;
  new?: string;
} {
  const text = { type: 'string' } as const;
  const options = { questions: text, passages: text, out: text, cold: { type: 'boolean' }, new: text } as const;
  const { questions, ...rest } = readArguments({ args, options }, usage).values;
  if (questions) return { questions, ...rest };
  throw new Error(`--questions saknas. ${usage}`);
}

const judgedBy = (library: Library, questions: readonly EvaluationQuestion[]) =>
  questions.map((question) => judgeQuestion(library, question));

/** The index is on disk, as the service's is, because ten thousand passages need too much memory. */
function judgedAmong(file: string, questions: readonly EvaluationQuestion[]): Judgement[] {
  const passages = passagesFrom(file);
  const folder = mkdtempSync(path.join(tmpdir(), 'evaluate-'));
  try {
    return judgedBy(storedLibrary(path.join(folder, 'index'), passages, readWording(knowledge)), questions);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const passagesFrom = (file?: string): Passage[] =>
  file ? withQuestions(readPassages(file), knowledge) : loadPassages(knowledge);

/**
 * The table for the questions of a file. `library` answers them where no passages are named.
 * @throws {Error} in Swedish where an option or a file cannot be used
 */
export function evaluate(args: string[], library = () => loadLibrary(knowledge)): string {
  const { questions, passages, out, cold, new: added } = argumentsOf(args);
  const asked = readQuestions(questions);
  if (cold) return table(judgeCold(passagesFrom(passages), readWording(knowledge), asked));
  if (added) {
    const own = { passages: loadPassages(knowledge), topics: readTopics(knowledge), wording: readWording(knowledge) };
    return table(judgeNewDocuments(own, added, asked, (among, one) => judgedOf(judgeQuestion(among, one))));
  }
  const judgements = passages ? judgedAmong(passages, asked) : judgedBy(library(), asked);
  if (out) writeFileSync(out, judgements.map((one) => `${outLine(one)}\n`).join(''));
  return table(judgements.map(judgedOf));
}

if (require.main === module) {
  try {
    process.stdout.write(`${evaluate(process.argv.slice(2))}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
