import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { serviceArguments } from './serviceArguments';
import { asking, load, startStub, walking, type Load, type MeasuredLoad } from './load';

/** People who act at once, and the milliseconds of each measurement. */
const crowd = 20;
const duration = 2_000;
/**
 * How many times each load is measured, in turn with the others, so that a slow moment of the machine affects all. The median
 * counts.
 */
const repeats = 9;
const wanted = { questions: 0.5, steps: 0.4, eventLoopDelayP99Ms: 50 };

interface Bot {
  readonly url: string;
  readonly process: ChildProcess;
}

async function startBot(script: readonly string[], env: Readonly<Record<string, string>>): Promise<Bot> {
  const bot = spawn(process.execPath, script, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  for (;;) {
    const [said] = (await once(bot.stdout!, 'data')) as [Buffer];
    const url = /http:\S+/.exec(String(said))?.[0];
    if (url) return { url, process: bot };
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const rounded = (value: number): number => Math.round(value * 100) / 100;

const middle = (all: readonly MeasuredLoad[]): Omit<MeasuredLoad, 'turns'> => ({
  turnsPerSecond: rounded(median(all.map(({ turnsPerSecond }) => turnsPerSecond))),
  p50Ms: rounded(median(all.map(({ p50Ms }) => p50Ms))),
  p99Ms: rounded(median(all.map(({ p99Ms }) => p99Ms))),
});

/**
 * The service beside a bare echo bot, on the same machine, against the same stub, in the same minutes. `ratioToEcho` is the
 * service's turns per second as a share of the echo bot's.
 */
export async function compare(questions: readonly string[]) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-bench-'));
  const stub = await startStub();
  const echo = await startBot(['tools/bench/echo.mjs'], {});
  const service = await startBot(['--require', './tools/bench/eventLoop.cjs', ...serviceArguments()], {
    PORT: '0',
    DATA_DIR: dataDir,
  });
  const loads: Record<'echo' | 'questions' | 'steps', Load & { readonly bot: Bot; readonly all: MeasuredLoad[] }> = {
    echo: { name: 'Eko', bot: echo, act: asking(questions), all: [] },
    questions: { name: 'Fråga', bot: service, act: asking(questions), all: [] },
    steps: { name: 'Steg', bot: service, act: walking('delegering'), all: [] },
  };
  try {
    for (const { bot, ...kind } of Object.values(loads)) await load(bot.url, stub, kind, crowd, duration / 2);
    service.process.send('reset');
    for (let n = 0; n < repeats; n++)
      for (const { bot, all, ...kind } of Object.values(loads))
        all.push(await load(bot.url, stub, kind, crowd, duration));
    service.process.send('tell');
    const [eventLoopDelay] = (await once(service.process, 'message')) as [{ p99Ms: number; maxMs: number }];
    const [plain, asked, stepped] = [middle(loads.echo.all), middle(loads.questions.all), middle(loads.steps.all)];
    /** Compares each round with the echo's round of the same seconds. */
    const beside = (kind: 'questions' | 'steps', measured: Omit<MeasuredLoad, 'turns'>, bar: number) => {
      const ratios = loads[kind].all.map(({ turnsPerSecond }, n) => turnsPerSecond / loads.echo.all[n]!.turnsPerSecond);
      const ratio = rounded(median(ratios));
      return { ...measured, ratioToEcho: ratio, wanted: bar, met: ratio >= bar };
    };
    return {
      atOnce: crowd,
      echo: plain,
      questions: beside('questions', asked, wanted.questions),
      steps: beside('steps', stepped, wanted.steps),
      eventLoopDelay: {
        p99Ms: rounded(eventLoopDelay.p99Ms),
        maxMs: rounded(eventLoopDelay.maxMs),
        wantedP99Ms: wanted.eventLoopDelayP99Ms,
        met: eventLoopDelay.p99Ms < wanted.eventLoopDelayP99Ms,
      },
    };
  } finally {
    for (const { process: child } of [echo, service]) {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    }
    stub.close();
    rmSync(dataDir, { recursive: true });
  }
}
