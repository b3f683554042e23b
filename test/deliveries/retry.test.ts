import fc from 'fast-check';
import { outcomeOfRefusal, type SendRefusal } from '../../src/deliveries/retry';

const now = new Date('2026-11-24T08:00:00Z');
const outcome = (refusal: Partial<SendRefusal>, attempts = 1, random = 0) =>
  outcomeOfRefusal({ reached: true, ...refusal }, attempts, now, random);
const waitOf = (refusal: Partial<SendRefusal>, attempts = 1, random = 0) => {
  const came = outcome(refusal, attempts, random);
  return came.state === 'planned' ? (came.retryAt.getTime() - now.getTime()) / 1000 : undefined;
};

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

  it.each([{ status: 429 }, { status: 412 }, { status: 401 }, { reached: false }])(
    'is tried again where nothing can have been delivered: %j',
    (refusal) => expect(outcome(refusal).state).toBe('planned'),
  );

  it('waits at least as long as it is told', () => {
    fc.assert(
      fc.property(
        fc.nat(600),
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (s, n, r) => {
          expect(waitOf({ status: 429, retryAfterSeconds: s }, n, r)).toBeGreaterThanOrEqual(s);
        },
      ),
    );
  });

  it('waits longer with every attempt, and not for ever', () => {
    expect([1, 2, 3, 9].map((attempts) => waitOf({ status: 429 }, attempts, 1))).toEqual([1, 2, 4, 256]);
    expect(outcome({ status: 429 }, 10)).toEqual({ state: 'failed' });
  });

  it('waits differently long beside others', () => {
    expect(waitOf({ status: 429 }, 5, 0)).not.toBe(waitOf({ status: 429 }, 5, 1));
  });
});
