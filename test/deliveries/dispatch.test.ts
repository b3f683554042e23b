import { setMaxListeners } from 'node:events';
import fc from 'fast-check';
import { type ClaimedDelivery, type SendOutcome } from '../../src/deliveries/delivery';
import { startDispatcher, type Outbox } from '../../src/deliveries/dispatch';
import { planDeliveries, tallyOf } from '../../src/store/deliveries';
import { outbox } from '../../src/store/outbox';
import { recipients } from './recipients';
import { temporaryDatabase } from '../store/temporary';
import { runs } from '../runs';

const start = new Date('2026-11-24T08:00:00.000Z');

/** A clock that moves to the next moment for which somebody waits. */
function movedClock() {
  let time = start.getTime();
  const sleepers: { at: number; wake: () => void }[] = [];
  const pause = (milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal.aborted || milliseconds <= 0) return void setImmediate(resolve);
      sleepers.push({ at: time + milliseconds, wake: resolve });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  return {
    now: () => new Date(time),
    pause,
    /** Lets everything happen that can happen now, then moves to the next moment. */
    tick: async () => {
      for (let n = 0; n < 30; n++) await new Promise(setImmediate);
      sleepers.sort((one, other) => one.at - other.at);
      const next = sleepers.shift();
      if (next) time = Math.max(time, next.at);
      next?.wake();
    },
  };
}

interface Channel {
  readonly outcomes?: (delivery: ClaimedDelivery, attempt: number) => SendOutcome | 'throws';
  readonly rate?: number;
  readonly people?: number;
}

/** Runs until nothing is left to do; gives who was sent what when. */
async function run(
  { outcomes = () => ({ state: 'sent', message: 'm' }), rate, people = 5 }: Channel,
  box?: (o: Outbox) => Outbox,
) {
  const db = await temporaryDatabase();
  const about = { topic: 'utskick', occurrence: '1', purpose: 'card', dueAt: start } as const;
  await planDeliveries(db, about, recipients(Array.from({ length: people }, (_, n) => `p${n}`)));
  const clock = movedClock();
  const [sends, failures]: [{ person: string; at: number }[], unknown[]] = [[], []];
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const real = outbox(db, 'one', rate);
  const running = startDispatcher(
    {
      outbox: box ? box(real) : real,
      send: (delivery) => {
        sends.push({ person: delivery.person, at: clock.now().getTime() - start.getTime() });
        const outcome = outcomes(delivery, delivery.attempts);
        return outcome === 'throws' ? Promise.reject(new Error('bad')) : Promise.resolve(outcome);
      },
      now: clock.now,
      pause: clock.pause,
      failed: (error) => void failures.push(error),
    },
    stop.signal,
  );
  const open = async () => {
    const { planned, claimed } = await tallyOf(db, about.topic);
    return planned + claimed > 0;
  };
  for (let n = 0; n < 3000 && (await open()); n++) await clock.tick();
  const tally = await tallyOf(db, about.topic);
  stop.abort();
  await running.ended;
  return { sends, failures, tally };
}

describe('dispatching', () => {
  it('sends each delivery once', async () => {
    const { sends, tally } = await run({ people: 120 });
    expect(new Set(sends.map(({ person }) => person)).size).toBe(120);
    expect(sends).toHaveLength(120);
    expect(tally).toMatchObject({ sent: 120 });
  });

  it('keeps the pace', async () => {
    const { sends } = await run({ people: 60, rate: 25 });
    const times = sends.map(({ at }) => at).sort((one, other) => one - other);
    // 25 a second, and 4 % more at most while it catches up on what a slow store has held up.
    times.slice(25).forEach((at, nth) => expect(at - times[nth]!).toBeGreaterThanOrEqual(960));
    expect(times.at(-1)! - times[0]!).toBeLessThanOrEqual(60 * 40 + 500);
  });

  it('comes to the right end with each, whatever the channel says, and tries again only what was not delivered', async () => {
    const ends = ['sent', 'blocked', 'not-found', 'failed', 'unknown', 'cancelled'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...ends), fc.nat(3)), { minLength: 1, maxLength: 12 }),
        async (plan) => {
          const { sends, tally } = await run({
            people: plan.length,
            outcomes: ({ person, attempts }) => {
              const [end, waits] = plan[Number(person.slice(1))]!;
              if (attempts <= waits) return { state: 'planned', retryAt: new Date(start.getTime() + attempts * 5_000) };
              return end === 'sent' ? { state: end, message: 'm' } : { state: end };
            },
          });
          for (const end of ends) expect(tally[end]).toBe(plan.filter(([one]) => one === end).length);
          expect(sends).toHaveLength(plan.reduce((sum, [, waits]) => sum + waits + 1, 0));
        },
      ),
      { numRuns: runs(15) },
    );
  });

  it('does not send again when the outcome could not be stored at first', async () => {
    let broken = 2;
    const { sends, tally, failures } = await run({ people: 1 }, (real) => ({
      ...real,
      settle: (...all) => (broken-- > 0 ? Promise.reject(new Error('away')) : real.settle(...all)),
    }));
    expect([sends.length, tally.sent, failures.length]).toEqual([1, 1, 2]);
  });

  it('does not send what it could not note that it sends', async () => {
    let broken = 1;
    const { sends, tally } = await run({ people: 1 }, (real) => ({
      ...real,
      begin: (...all) => (broken-- > 0 ? Promise.reject(new Error('away')) : real.begin(...all)),
    }));
    expect([sends.length, tally.sent]).toEqual([1, 1]);
  });

  it('goes on when the store has been away', async () => {
    let broken = 3;
    const { tally, failures } = await run({ people: 2 }, (real) => ({
      ...real,
      claim: (...all) => (broken-- > 0 ? Promise.reject(new Error('away')) : real.claim(...all)),
    }));
    expect([tally.sent, failures.length]).toEqual([2, 3]);
  });

  it('leaves a delivery whose sending broke as unknown', async () => {
    const { tally, failures } = await run({
      people: 2,
      outcomes: ({ person }) => (person === 'p0' ? 'throws' : { state: 'sent', message: 'm' }),
    });
    expect([tally.sent, tally.unknown, failures.length]).toEqual([1, 1, 1]);
  });
});

describe('stopping', () => {
  it('gives back what has not begun', async () => {
    const db = await temporaryDatabase();
    const about = { topic: 'utskick', occurrence: '1', purpose: 'card', dueAt: start } as const;
    await planDeliveries(db, about, recipients(['p', 'q']));
    const clock = movedClock();
    const stop = new AbortController();
    setMaxListeners(0, stop.signal);
    const running = startDispatcher(
      {
        outbox: outbox(db, 'one', 2),
        send: () => Promise.resolve({ state: 'sent', message: 'm' }),
        now: clock.now,
        pause: (milliseconds, signal) => {
          if (milliseconds > 400) stop.abort();
          return clock.pause(milliseconds, signal);
        },
        failed: () => undefined,
      },
      stop.signal,
    );
    await running.ended;
    expect(await tallyOf(db, about.topic)).toMatchObject({ claimed: 0, unknown: 0 });
  });
});

describe('what was held up', () => {
  it('does not come in a burst', async () => {
    const clock = movedClock();
    const late = Array.from({ length: 30 }, (_, n) => ({
      ...{ id: `${n}`, topic: 't', occurrence: '1', purpose: 'card' as const, person: `p${n}`, group: '', attempts: 1 },
      at: new Date(start.getTime() - 2_000 + n * 40),
    }));
    const waiting = [late];
    const box: Outbox = {
      interval: 40,
      claim: () => Promise.resolve(waiting.pop() ?? []),
      begin: () => Promise.resolve(true),
      settle: () => Promise.resolve(),
      release: () => Promise.resolve(),
    };
    const sends: number[] = [];
    const stop = new AbortController();
    setMaxListeners(0, stop.signal);
    const send = (): Promise<SendOutcome> => {
      sends.push(clock.now().getTime());
      return Promise.resolve({ state: 'sent', message: 'm' });
    };
    const running = startDispatcher(
      { outbox: box, send, now: clock.now, pause: clock.pause, failed: fail },
      stop.signal,
    );
    while (sends.length < late.length) await clock.tick();
    stop.abort();
    await running.ended;
    const gaps = sends.slice(1).map((at, n) => at - sends[n]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(38);
  });
});

const fail = (error: unknown) => {
  throw error;
};
