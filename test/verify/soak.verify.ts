import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asking, load, startStub, walking, type Load } from '../../tools/bench/load';
import { slopeOf, type Sample } from '../../tools/bench/slope';
import { projectRoot } from '../../src/shared/config';
import { onPostgres, temporaryFolder, temporaryPlace } from '../store/temporary';
import { isShort } from './short';
import { memoryOf, startWatched } from './watched';

/** Minutes. */
const [soak, warmUp] = isShort ? [2, 1] : [30, 5];
/**
 * Megabytes a minute: of the whole process in the long form, and of the heap after a collection in the short one. In its few
 * minutes the caches of the database are still growing.
 */
const steepest = isShort ? 5 : 1;
/** People of each kind at once. */
const crowd = 10;
const minute = 60_000;
/** Milliseconds for which the capacity is measured, and between two looks at the memory. */
const measuring = 10_000;
const between = isShort ? 2_000 : 10_000;

jest.setTimeout((soak + 5) * minute);

const questions = readFileSync(path.join(projectRoot, 'test/knowledge/questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { q: string }).q);
const loads: readonly Load[] = [
  { name: 'Fråga', act: asking(questions) },
  { name: 'Steg', act: walking('delegering') },
];

it(`works for ${soak} minutes at half of what it can, without an error, and its memory does not grow`, async () => {
  const DATABASE_URL = onPostgres ? await temporaryPlace() : '';
  const { service, url, logged } = await startWatched({ DATA_DIR: temporaryFolder(), DATABASE_URL });
  const stub = await startStub();
  try {
    const most = await Promise.all(loads.map((kind) => load(url, stub, kind, crowd, measuring)));
    // One a second, on a machine so busy that nothing was done. With 0, everything would be done at once.
    const rates = most.map(({ turns }) => Math.max(1, turns / (measuring / 1000) / 2));

    const began = performance.now();
    const minutes = () => (performance.now() - began) / minute;
    const working = Promise.all(loads.map((kind, n) => load(url, stub, kind, crowd, soak * minute, rates[n])));
    const samples: Sample[] = [];
    while (minutes() < soak) {
      await Promise.race([pause(between), working]);
      const { rssMb, heapMb } = await memoryOf(service);
      if (minutes() > warmUp) samples.push({ minutes: minutes(), value: isShort ? heapMb : rssMb });
    }
    const done = await working;
    const slope = slopeOf(samples);
    process.stdout.write(
      `${onPostgres ? 'PostgreSQL' : 'SQLite'}: ${soak} min at ${rates.map(Math.round).join(' + ')} turns/s ` +
        `(p99 ${done.map(({ p99Ms }) => Math.round(p99Ms)).join(' and ')} ms), ${samples.at(-1)?.value.toFixed(0)} MB, ` +
        `${slope.toFixed(2)} MB/min, ${logged().length} errors\n`,
    );
    expect(logged()).toEqual([]);
    expect(slope).toBeLessThan(steepest);
    const ended = once(service, 'exit');
    service.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  } finally {
    service.kill('SIGKILL');
    stub.close();
  }
});
