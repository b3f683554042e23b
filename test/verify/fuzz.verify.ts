import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { startStub } from '../../tools/bench/load';
import { onPostgres, temporaryFolder, temporaryPlace } from '../store/temporary';
import { fuzzedActivity } from '../teams/fuzzedActivity';
import { isShort } from './short';
import { memoryOf, startWatched } from './watched';

jest.setTimeout(7_200_000);

const activities = Number(process.env.ACTIVITIES ?? (isShort ? 2_000 : 100_000));
/** The same number makes the same activities. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const crowd = 20;
const batch = 500;
/** Activities after which caches and compiled code have their size, and how much more than then the heap may hold in the end. */
const warmUp = Math.min(5_000, activities / 2);
const growth = 1.2;

const agent = new Agent({ keepAlive: true, maxSockets: crowd });

async function statusOf(url: string, body: string): Promise<number> {
  const sent = request(url, { method: 'POST', agent, headers: { 'Content-Type': 'application/json' } });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.statusCode!;
}

it(`${activities} fuzzed activities: none ends the process or is answered with 5xx, and the memory comes back`, async () => {
  const DATABASE_URL = onPostgres ? await temporaryPlace() : '';
  // Most are refused, and each refusal would be a line.
  const { service, url } = await startWatched({ DATA_DIR: temporaryFolder(), DATABASE_URL, LOG_LEVEL: 'fatal' });
  let ended: unknown;
  service.once('exit', (code, signal) => (ended = { code, signal }));
  const stub = await startStub();
  const statuses = new Map<number, number>();
  const failed: string[] = [];
  let warm: number | undefined;
  try {
    for (let done = 0; done < activities; done += batch) {
      const bodies = fc
        .sample(fuzzedActivity(stub.serviceUrl), { numRuns: batch, seed: seed + done })
        .map((activity) => JSON.stringify(activity));
      const post = async () => {
        for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
          const status = await statusOf(url, body);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (status >= 500) failed.push(body);
        }
      };
      await Promise.all(Array.from({ length: crowd }, post));
      if (warm === undefined && done + batch >= warmUp) warm = (await memoryOf(service)).heapMb;
      if ((done + batch) % 10_000 === 0) process.stdout.write(`${done + batch}, ${failed.length} failed\n`);
    }
    const { heapMb, rssMb } = await memoryOf(service);
    const counts = [...statuses].sort().map(([status, count]) => `${count} x ${status}`);
    process.stdout.write(
      `${onPostgres ? 'PostgreSQL' : 'SQLite'}: seed ${seed}, ${counts.join(', ')}; heap ${warm!.toFixed(1)} -> ${heapMb.toFixed(1)} MB, ${rssMb.toFixed(0)} MB in all\n`,
    );
    expect(failed.slice(0, 3)).toEqual([]);
    expect(ended).toBeUndefined();
    expect(heapMb).toBeLessThan(warm! * growth);
    // If nearly all were refused, the test would say nothing.
    expect(statuses.get(200)).toBeGreaterThan(activities / 5);
  } finally {
    service.kill('SIGKILL');
    stub.close();
    agent.destroy();
  }
});
