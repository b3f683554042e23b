import { openTelemetry } from '../../src/telemetry/openTelemetry';
import { type Telemetry } from '../../src/telemetry/telemetry';
import { signIn, type InHr } from './inHr';
import { newManager } from './manager';
import { toMorning, waitFor } from './sent';
import { run, type Running } from './service';
import { hasButton } from './walk';
import { aFreePort } from '../../tools/aFreePort';

let running: Running;
let telemetry: Telemetry;
let hr: InHr;
let metricsUrl: string;

beforeAll(async () => {
  const port = await aFreePort();
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
  telemetry = await openTelemetry({ metrics: { host: '127.0.0.1', port } }, { version: '1.2.3' });
  running = await run({ rates: 'none', telemetry });
  hr = await signIn(running, 'Hanna');
});
afterAll(async () => {
  await running.stop();
  await telemetry.stop();
});

/** What is told of people's doings: all but the process itself. */
async function measured(): Promise<string[]> {
  const page = await (await fetch(metricsUrl)).text();
  return page.split('\n').filter((line) => line.startsWith('tillitscoachen_'));
}
const value = async (series: string) =>
  Number(
    (await measured())
      .find((line) => line.startsWith(series))
      ?.split(' ')
      .at(-1),
  );
const turns = (kind: string) => value(`tillitscoachen_turn_duration_seconds_count{kind="${kind}",outcome="done"}`);

/** A manager in front of a card that HR has sent. */
async function asked(flow = 'tydliga-ramar') {
  const manager = newManager(running);
  await manager.say('hej');
  toMorning(running, 'tis');
  await hr.launch({ flow });
  running.pass(2 * 3_600_000);
  await waitFor(running, () => hasButton(manager.newest(), 'next'));
  await running.caughtUp();
  return manager;
}

describe('the metrics', () => {
  it('count questions, searches and deliveries, and hold no word of anybody', async () => {
    const manager = newManager(running);
    await manager.say('Hur hanterar jag Xantippas lönekrav på Zorgonenheten?');
    await manager.say('Vad är tillitsbaserad styrning?');
    expect(await turns('message')).toBe(2);
    expect(await value('tillitscoachen_search_duration_seconds_count{outcome="topic"}')).toBeGreaterThan(0);
    await asked();
    expect(await value('tillitscoachen_delivery_attempts_total{outcome="sent"}')).toBeGreaterThan(0);
    const page = await (await fetch(metricsUrl)).text();
    expect(page).not.toMatch(/xantippa|zorgon|tillitsbaserad/i);
    expect(page).not.toContain(manager.person.aadObjectId);
    expect(page).not.toContain('tydliga-ramar');
  });

  it('do not move when a manager puts off, answers, goes back, answers in words or erases', async () => {
    const manager = await asked('manadens-lardom');
    const before = await measured();
    await manager.press('snooze');
    await manager.press('keep').catch(() => undefined);
    expect(await measured()).toEqual(before);
    const other = await asked('manadens-lardom');
    const then = await measured();
    await other.press('next', { 'manadens-lardom': 'Vi vågar fråga' });
    await other.press('back');
    await other.say('Vi vågar säga nej');
    await other.press('erase');
    await other.press('eraseForGood');
    expect(await measured()).toEqual(then);
  });

  it('count a turn that fails, by its reason', async () => {
    const manager = newManager(running);
    await manager.say('hej');
    await running.stored((db) => db.schema.alterTable('sessions').renameTo('away').execute());
    await manager.say('mina svar');
    await running.stored((db) => db.schema.alterTable('away').renameTo('sessions').execute());
    expect(await value('tillitscoachen_failures_total{reason="turn"}')).toBe(1);
  });
});

describe('the log', () => {
  it('gives all lines of a turn one id, deliveries too, and it is never the activity’s', async () => {
    running.logged.length = 0;
    await asked();
    const lines = running.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    const own = lines.filter(({ turn, delivery }) => turn !== undefined || delivery !== undefined);
    expect(own.some(({ delivery }) => delivery === 'card')).toBe(true);
    for (const { correlation } of own) expect(correlation).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(own.map(({ correlation }) => correlation)).size).toBe(own.length);
  });
});
