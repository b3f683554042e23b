import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memberNamed, startChannel } from '../localTeams/localTeams';
import { projectRoot } from '../../src/shared/config';
import { ask } from '../../src/knowledge/answer';
import { loadLibrary } from '../../src/knowledge/library';
import { benchPublishing } from './benchPublishing';
import { benchSearch } from './benchSearch';
import { compare } from './compare';
import { serviceArguments } from './serviceArguments';

/** How many times all questions are asked: enough that one slow moment does not change a percentile. */
const rounds = 30;
/** Milliseconds without work after the first answer, before memory is read. */
const settling = 3_000;

const rounded = (value: number): number => Math.round(value * 100) / 100;

function readQuestions(): string[] {
  const lines = readFileSync(path.join(projectRoot, 'test/knowledge/questions.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { q: string }).q);
}

function benchAnswers() {
  const library = loadLibrary(path.join(projectRoot, 'knowledge'));
  const questions = readQuestions();
  questions.forEach((question) => ask(library, question));
  const times = Array.from({ length: rounds }, () => questions)
    .flat()
    .map((question) => {
      const started = performance.now();
      ask(library, question);
      return performance.now() - started;
    })
    .sort((a, b) => a - b);
  const at = (share: number) => rounded(times[Math.floor((times.length - 1) * share)] ?? 0);
  return { passages: library.passages.length, questions: times.length, p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** Starts the service as `npm start` does, asks one question over HTTP, and looks at its memory when it rests. */
async function benchService() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-bench-'));
  const started = performance.now();
  const service = spawn(process.execPath, serviceArguments(), {
    cwd: projectRoot,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(service.stdout, 'data')) as [Buffer];
    const listeningMs = performance.now() - started;
    const botUrl = /http:\S+/.exec(line.toString())?.[0];
    const channel = await startChannel({ botUrl });
    const anna = memberNamed('Anna');
    const chat = channel.conversation({ id: 'a:bench', type: 'personal', members: [anna] });
    const { sent } = await channel.say(chat, anna, 'Vad är tillitsbaserad styrning?');
    const firstAnswerMs = performance.now() - started;
    if (!sent.length) throw new Error('The service did not answer.');
    await new Promise((resolve) => setTimeout(resolve, settling));
    const rssKilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(service.pid)]).toString());
    await channel.close();
    return {
      start: { listeningMs: rounded(listeningMs), firstAnswerMs: rounded(firstAnswerMs) },
      idle: { rssMb: rounded(rssKilobytes / 1024) },
    };
  } finally {
    service.kill();
    if (service.exitCode === null) await once(service, 'exit');
    rmSync(dataDir, { recursive: true });
  }
}

async function run(): Promise<void> {
  const service = await benchService();
  const search = benchAnswers();
  const turns = await compare(readQuestions());
  console.log(JSON.stringify({ node: process.version, search, ...service, turns }, undefined, 2));
}

const [what, ...rest] = process.argv.slice(2);
if (what === 'search') {
  try {
    console.table(
      benchSearch(rest).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? rounded(value) : value]),
        ),
      ),
    );
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
} else if (what === 'publishing') void benchPublishing().then(console.table);
else void run();
