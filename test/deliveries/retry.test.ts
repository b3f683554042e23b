import fc from 'fast-check';
import { isOpen, nextOpen, sameTimeNextOpenDay } from '../../src/campaigns/calendar';
import { outcomeOfRefusal, type RetryTimes, type SendRefusal } from '../../src/deliveries/retry';
import { calendar } from '../ourCalendar';

/** Ten o'clock on a Tuesday in Sweden. */
const tuesday = new Date('2026-11-24T09:00:00Z');
const times = (now: Date, random = 0): RetryTimes => ({
  now: () => now,
  random: () => random,
  nextOpen: (at) => nextOpen(calendar, at),
  triedUntil: (at) => sameTimeNextOpenDay(calendar, at),
});
const outcome = (refusal: Partial<SendRefusal>, attempts = 1, random = 0) =>
  outcomeOfRefusal({ reached: true, ...refusal }, { attempts }, times(tuesday, random));
const waitOf = (refusal: Partial<SendRefusal>, attempts = 1, random = 0) => {
  const came = outcome(refusal, attempts, random);
  return came.state === 'planned' ? (came.retryAt.getTime() - tuesday.getTime()) / 1000 : undefined;
};

/** All moments at which something is tried that is refused from a moment on, as its clock moves. */
function tried(from: Date, refusal: Partial<SendRefusal>, random = () => 0.5): Date[] {
  const moments = [from];
  for (let attempts = 1; ; attempts++) {
    const since = attempts > 1 ? { refusedSince: from } : {};
    const now = moments.at(-1)!;
    const came = outcomeOfRefusal({ reached: true, ...refusal }, { attempts, ...since }, times(now, random()));
    if (came.state !== 'planned') return moments;
    moments.push(came.retryAt);
  }
}
const anyRandom = fc.double({ min: 0, max: 1, noNaN: true });
const hour = 3_600_000;

describe('a refused delivery', () => {
  it.each([
    [403, 'blocked'],
    [404, 'not-found'],
    [400, 'failed'],
    [413, 'failed'],
    [500, 'unknown'],
    [502, 'unknown'],
    [504, 'unknown'],
    [undefined, 'unknown'],
  ] as const)('with %s is %s, and never sent again', (status, state) => {
    expect(outcome({ status })).toEqual({ state });
  });

  it.each([
    [{ status: 429 }, 'slowed'],
    [{ status: 412 }, 'slowed'],
    [{ status: 401 }, 'unauthorised'],
    [{ status: 401, reached: false }, 'unauthorised'],
    [{ reached: false }, 'unreachable'],
    [{ status: 503, reached: false }, 'unreachable'],
  ] as const)('is tried again where nothing can have been delivered: %j is %s', (refusal, because) =>
    expect(outcome(refusal)).toMatchObject({ state: 'planned', because }),
  );

  it('waits at least as long as it is told', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.integer({ min: 1, max: 30 }), anyRandom, (s, n, r) => {
        expect(waitOf({ status: 429, retryAfterSeconds: s }, n, r)).toBeGreaterThanOrEqual(s);
      }),
    );
  });

  it('waits twice as long with every attempt, up to half an hour', () => {
    const attempts = [1, 2, 3, 10, 11, 12, 40];
    expect(attempts.map((n) => waitOf({ status: 401 }, n, 1))).toEqual([1, 2, 4, 512, 1024, 1800, 1800]);
  });

  it('waits differently long beside others, between half of the wait and all of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), anyRandom, (n, r) => {
        const whole = Math.min(1800, 2 ** (n - 1));
        expect(waitOf({ reached: false }, n, r)).toBeGreaterThanOrEqual(Math.floor(whole * 500) / 1000);
        expect(waitOf({ reached: false }, n, r)).toBeLessThanOrEqual(whole);
      }),
    );
    expect(waitOf({ status: 401 }, 5, 0)).not.toBe(waitOf({ status: 401 }, 5, 1));
  });
});

describe('an outage', () => {
  it('is outlasted for a day: what is refused on Tuesday at ten is tried until Wednesday at ten', () => {
    const moments = tried(tuesday, { status: 401 });
    expect(moments.length).toBeGreaterThan(30);
    const last = moments.at(-1)!.getTime() - tuesday.getTime();
    expect(last).toBeGreaterThan(23 * hour);
    expect(last).toBeLessThanOrEqual(24 * hour);
  });

  it('that begins on Friday afternoon is outlasted until Monday afternoon', () => {
    const moments = tried(new Date('2026-11-27T14:00:00Z'), { reached: false });
    expect(moments.at(-1)!.getTime()).toBeGreaterThan(Date.parse('2026-11-30T13:00:00Z'));
    expect(moments.at(-1)!.getTime()).toBeLessThanOrEqual(Date.parse('2026-11-30T14:00:00Z'));
  });

  it('wakes nobody: whenever it begins, nothing is tried again outside open hours', () => {
    const moment = fc.integer({ min: 0, max: 365 * 24 * 60 }).map((m) => new Date(tuesday.getTime() + m * 60_000));
    fc.assert(
      fc.property(moment, anyRandom, (from, r) => {
        for (const at of tried(from, { status: 401 }, () => r).slice(1)) expect(isOpen(calendar, at)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
