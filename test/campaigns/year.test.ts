import { meetingsOf, othersRuns, runsOfYear, type Series } from '../../src/campaigns/year';
import { type Run } from '../../src/campaigns/run';
import { type Plan } from '../../src/campaigns/schedule';
import { dayOf } from '../../src/shared/localTime';
import { calendar } from './years';

const now = new Date('2026-11-27T12:00:00Z');
const weekly = (weekday: number): Plan => ({ kind: 'weekly', weekday, time: '09:00', from: '2026-11-30' });
const yearOf = (plan: Plan) => runsOfYear({ plan, answerDays: 5 }, calendar, now);

const series = (id: string, dues: readonly string[], people: readonly string[]): Series => ({
  id,
  title: id,
  dueAt: dues.map((due) => new Date(due)),
  people: new Set(people),
});

describe('the runs of a year', () => {
  it('are 52 of a weekly campaign and twelve of a monthly one, holidays moved', () => {
    const thursdays = yearOf(weekly(4));
    expect(thursdays).toHaveLength(52);
    expect(thursdays.map(({ day }) => day)).toContain('2026-12-24');
    expect(dayOf(thursdays.find(({ day }) => day === '2026-12-24')!.dueAt)).toBe('2026-12-28');
    expect(yearOf({ kind: 'monthly', day: 'last', time: '09:00', from: '2026-11-30' })).toHaveLength(12);
  });

  it('are none where the plan is over', () =>
    expect(yearOf({ ...weekly(4), until: '2026-11-30' } as Plan)).toEqual([]));
});

describe("another campaign's runs in that year", () => {
  const own = yearOf(weekly(3));
  const span = [own[0]!, own.at(-1)!] as const;
  const run = (day: string, dueAt: string, state: Run['state']): Run => ({
    campaign: 'x',
    day,
    dueAt: new Date(dueAt),
    answerUntil: day,
    state,
    recipients: 0,
    held: { absent: 0, capped: 0 },
  });

  it('are those of the same weeks: what a holiday moves into the first week counts, what it moves out of the last one not', () => {
    const january = runsOfYear({ plan: { ...weekly(3), from: '2027-01-04' } as Plan, answerDays: 5 }, calendar, now);
    const dues = othersRuns(weekly(4), [], calendar, [january[0]!, january.at(-1)!], now);
    // Thursday 31 December is New Year's Eve.
    expect(dues.map(dayOf).slice(0, 2)).toEqual(['2027-01-04', '2027-01-07']);
    expect(dayOf(dues.at(-1)!) <= '2028-01-02').toBe(true);
  });

  it('count what has been sent this week, even of one that is stopped, and not what was skipped', () => {
    const sent = run('2026-11-30', '2026-11-30T08:00:00Z', 'published');
    const skipped = run('2026-12-07', '2026-12-07T08:00:00Z', 'skipped');
    const later = new Date('2026-12-01T12:00:00Z');
    expect(othersRuns(undefined, [sent, skipped], calendar, span, later)).toEqual([sent.dueAt]);
    const dues = othersRuns(weekly(1), [sent, skipped], calendar, span, later).map(dayOf);
    expect(dues.slice(0, 2)).toEqual(['2026-11-30', '2026-12-14']);
  });
});

describe('two campaigns in one calendar week', () => {
  const own = series('own', ['2026-12-02T08:00Z', '2026-12-09T08:00Z', '2026-12-16T08:00Z'], ['a', 'b', 'c']);

  it('meet where they share people, and who is in both gets what comes first', () => {
    const { meetings, pushes } = meetingsOf(own, [
      series('before', ['2026-11-30T08:00Z'], ['a', 'b', 'x']),
      series('after', ['2026-12-11T08:00Z'], ['c']),
      series('strangers', ['2026-12-16T07:00Z'], ['y']),
    ]);
    expect(Object.fromEntries(meetings)).toEqual({
      '2026-11-30': [{ title: 'before', people: 2, holdsBack: true }],
      '2026-12-07': [{ title: 'after', people: 1, holdsBack: false }],
      '2026-12-14': [],
    });
    // One card a week, whichever: nobody gets more for being in several.
    expect(pushes).toEqual({ others: 2, least: 3, most: 3 });
  });

  it('are taken in the order of their names where they are due at one moment, as planning takes them', () => {
    const same = (id: string) => meetingsOf(own, [series(id, ['2026-12-02T08:00Z'], ['a'])]).meetings.get('2026-11-30');
    expect([same('a')![0]!.holdsBack, same('z')![0]!.holdsBack]).toEqual([true, false]);
  });

  it('give people the cards of the other in weeks of its own; both runs of one series in a week count', () => {
    const other = series('other', ['2026-11-30T08:00Z', '2026-12-03T08:00Z', '2026-12-21T08:00Z'], ['a']);
    // b: three of its own. a: two of the other's, two of its own, and one of the other's.
    expect(meetingsOf(own, [other]).pushes).toEqual({ others: 3, least: 3, most: 5 });
  });
});
