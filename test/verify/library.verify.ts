import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { closeDatabase, databaseOf, openDatabase } from '../../src/store/database';
import { sharedLibrary } from '../../src/store/library';
import { onPostgres, temporaryFolder, temporaryPlace } from '../store/temporary';
import { aFreePort } from '../../tools/aFreePort';
import { startService } from './kill';
import { hrAt } from './publishing';
import { isShort } from './short';
import { aServiceKey } from '../aServiceKey';

jest.setTimeout(1_800_000);

const kills = Number(process.env.KILLS ?? (isShort ? 4 : 30));
const question = 'Vad säger kaffehandboken om kaffebryggaren?';
const saying = (nth: number) => `Kaffehandboken\n\nKaffebryggaren avkalkas var ${nth}:e dag av den som senast bryggde, säger utgåva ${nth}.`; // oxfmt-ignore
const engine = onPostgres ? 'PostgreSQL' : 'SQLite';
const say = (line: string) => process.stdout.write(`${engine}: ${line}\n`);

/** Settings of instances on one store. */
async function onOneStore() {
  const databaseUrl = onPostgres ? await temporaryPlace() : undefined;
  const env = (dataDir: string) => ({ DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) });
  return { databaseUrl, env };
}

/** Milliseconds until a question is answered as is wanted. */
async function untilAnswered(hr: Awaited<ReturnType<typeof hrAt>>, asked: string, wanted: string): Promise<number> {
  const began = performance.now();
  while (!(await hr.tried(asked)).includes(wanted)) await pause(50);
  return performance.now() - began;
}

it(`kill -9 in the middle of publishing, ${kills} times: one version or the other, never a half`, async () => {
  const { databaseUrl, env } = await onOneStore();
  const dataDir = temporaryFolder();
  const port = await aFreePort();
  const address = `http://127.0.0.1:${port}`;
  let service = await startService(port, env(dataDir));
  let hr = await hrAt(address);
  const { id } = await hr.publish('kaffe.txt', saying(1));
  let acknowledged = 1;
  const began = performance.now();
  await hr.replace(await hr.find(id), saying(1));
  const usual = performance.now() - began;
  for (let kill = 1; kill <= kills; kill++) {
    const nth = kill + 1;
    const publishing = hr
      .replace(await hr.find(id), saying(nth))
      .then(() => (acknowledged = nth))
      .catch(() => undefined);
    // Some are killed early, some late, some after the answer.
    await pause(((kill * 0.37) % 1.4) * usual);
    const died = once(service, 'exit');
    service.kill('SIGKILL');
    await died;
    await publishing;

    const db = await openDatabase(databaseOf({ dataDir, databaseUrl }));
    const published = (await sharedLibrary(db, () => new Date()).published()).find((one) => one.id === id)!;
    await closeDatabase(db);
    const [version] = /(?<=utgåva )\d+/.exec(published.text) ?? [];
    expect(Number(version)).toBeGreaterThanOrEqual(acknowledged);
    expect(published.text).toContain(`var ${version}:e dag`);
    expect(published.plain).toContain(`var ${version}:e dag`);

    service = await startService(port, env(dataDir));
    hr = await hrAt(address);
    expect(await hr.tried(question)).toContain(`var ${version}:e dag`);
  }
  say(`${kills} kills while publishing, ${acknowledged - 1} versions acknowledged, none lost, none halved`);
  service.kill('SIGKILL');
});

if (onPostgres)
  it('what one instance publishes answers on the other within ten seconds', async () => {
    const { env } = await onOneStore();
    const ports = [await aFreePort(), await aFreePort()];
    const services = [];
    for (const port of ports)
      services.push(await startService(port, { ...env(temporaryFolder()), SERVICE_KEY: aServiceKey }));
    const [here, there] = await Promise.all(ports.map((port) => hrAt(`http://127.0.0.1:${port}`)));
    // Managers ask meanwhile, at both.
    let isOver = false;
    const asking = [here!, there!].map(async (hr) => {
      for (let nth = 0; !isOver; nth++, await pause(100)) await hr.tried(`Vad gäller om möten på enhet ${nth}?`);
    });
    const document = await here!.publish('kaffe.txt', saying(1));
    const first = await untilAnswered(there!, question, 'var 1:e dag');
    await here!.replace(document, saying(2));
    const second = await untilAnswered(there!, question, 'var 2:e dag');
    isOver = true;
    await Promise.all(asking);
    say(`published here, answered there after ${[first, second].map((ms) => (ms / 1000).toFixed(1)).join(' and ')} s`);
    if (!isShort) expect(Math.max(first, second)).toBeLessThan(10_000);
    services.forEach((service) => service.kill('SIGKILL'));
  });

it('answers by a new document among 10,000 passages within thirty seconds, and without a pause', async () => {
  const size = isShort ? 1_000 : 10_000;
  const { env } = await onOneStore();
  const port = await aFreePort();
  const service = await startService(port, env(temporaryFolder()));
  const hr = await hrAt(`http://127.0.0.1:${port}`);
  await hr.publish('stor.txt', manyPassages(size));
  say(
    `${size} passages answer after ${((await untilAnswered(hr, 'Vad gäller på enhet 77?', 'enhet 77 ')) / 1000).toFixed(1)} s`,
  );
  let slowest = 0;
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const began = performance.now();
      await hr.tried('Vad gäller på enhet 12?');
      slowest = Math.max(slowest, performance.now() - began);
    }
  })();
  const document = await hr.publish('kaffe.txt', saying(1));
  const took = await untilAnswered(hr, question, 'var 1:e dag');
  isOver = true;
  await asking;
  expect(document.state).toBe('published');
  say(`one more document among ${size} passages answers after ${(took / 1000).toFixed(1)} s, the slowest question took ${Math.round(slowest)} ms`); // oxfmt-ignore
  if (!isShort) expect(took).toBeLessThan(30_000);
  expect(slowest).toBeLessThan(took);
  service.kill('SIGKILL');
});

/** A text of so many passages, each of words of its own. */
function manyPassages(count: number): string {
  const words = ['schemat', 'jouren', 'rapporten', 'mötet', 'budgeten', 'lokalen', 'introduktionen', 'uppföljningen'];
  const sentence = (at: number) => `På enhet ${at} gäller att ${words[at % 8]} ses över av enhetschefen var ${(at % 17) + 2}:e vecka tillsammans med ${words[(at * 3) % 8]} och gruppen för område ${at % 131}, som skriver ner vad som bestäms och följer upp det.`; // oxfmt-ignore
  return Array.from({ length: count }, (_, at) => `Enhet ${at}\n\n${sentence(at)} ${sentence(at)}`).join('\n\n');
}
