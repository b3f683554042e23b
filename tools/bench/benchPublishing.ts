import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { publishInSlices, type CountedAnswer } from '../../src/campaigns/publish';
import { campaignStore } from '../../src/store/campaignStore';
import { closeDatabase, databaseOf, openDatabase, type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { keepResponse } from '../../src/store/responses';

/**
 * The longest turns of the event loop, in milliseconds: by the processor time of the process, and by the clock, which also counts
 * the waits for the disk and for other programs.
 */
export interface LongestTurn {
  readonly computedMs: number;
  readonly onClockMs: number;
}

const answered = 10_000;
const groups = 500;
const least = 6;

const answerOf = (n: number): CountedAnswer => ({
  group: `Grupp ${n % groups}`,
  values: { q: [`${n % 5}`] },
  shared: { tankar: `tanke ${(n * 7919) % 10_007}` },
});

/** Publishes 10,000 answers in 500 groups: the counting alone, and the whole of it in a database of its own. */
export async function benchPublishing(): Promise<Record<'counting' | 'publishing', LongestTurn>> {
  const all = Array.from({ length: answered }, (_, n) => answerOf(n));
  const counting = await watched(async () => {
    for (const slices = publishInSlices(all, least); !slices.next().done;) await new Promise(setImmediate);
  });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-bench-'));
  const db = await openDatabase(databaseOf({ dataDir }));
  try {
    const publish = await aRunWithAnswers(db, all);
    return { counting, publishing: await watched(publish) };
  } finally {
    await closeDatabase(db);
    rmSync(dataDir, { recursive: true });
  }
}

/** A run to which everybody has answered; returns what publishes it. */
async function aRunWithAnswers(db: Database, all: readonly CountedAnswer[]): Promise<() => Promise<void>> {
  const [serviceKey, day, now] = [newKey(), '2026-11-30', new Date('2026-11-30T08:00:00Z')];
  const store = campaignStore(db, serviceKey);
  const run = { campaign: 'c1', day, dueAt: now, answerUntil: '2026-12-04' };
  await store.add({
    id: 'c1',
    title: 'Prov',
    flow: 'tydliga-ramar',
    plan: { kind: 'once', at: `${day}T09:00` },
    answerDays: 5,
    audience: { kind: 'everyone' },
    state: 'running',
    revision: 0,
    least,
    createdBy: 'hanna',
    createdAt: now,
  });
  await store.addRuns('c1', [run]);
  const members = all.map(({ group }, n) => ({ person: `person-${n}`, group, reachable: true }));
  await store.plan(run, members);
  await db.updateTable('deliveries').set({ state: 'sent', message: 'm' }).execute();
  await store.settleRun(run, { recipients: all.length, held: { absent: 0, capped: 0 } }, now);
  for (let from = 0; from < all.length; from += 500)
    await Promise.all(
      all.slice(from, from + 500).map(({ values, ...answer }, at) =>
        keepResponse(db, serviceKey, {
          campaign: 'c1',
          occurrence: day,
          person: `person-${from + at}`,
          given: values,
          ...answer,
        }),
      ),
    );
  return () => store.publish(run, least, now);
}

/** Runs a piece of work while every turn of the event loop is timed. */
async function watched(work: () => Promise<void>): Promise<LongestTurn> {
  let longest: LongestTurn = { computedMs: 0, onClockMs: 0 };
  let isOver = false;
  const turning = (async () => {
    while (!isOver) {
      const [began, cpu] = [performance.now(), process.cpuUsage()];
      await new Promise(setImmediate);
      const { user, system } = process.cpuUsage(cpu);
      longest = {
        computedMs: Math.max(longest.computedMs, (user + system) / 1000),
        onClockMs: Math.max(longest.onClockMs, performance.now() - began),
      };
    }
  })();
  await work();
  isOver = true;
  await turning;
  return longest;
}
