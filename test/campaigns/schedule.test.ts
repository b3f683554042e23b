import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { isOpen, readCalendar, type Calendar } from '../../src/campaigns/calendar';
import { describePlan, nextRunDate, Plan, runDates } from '../../src/campaigns/schedule';
import { dayAfter, dayOf, momentAt } from '../../src/shared/localTime';
import { projectRoot } from '../../src/shared/config';
import { runs } from '../runs';

const always: Calendar = { quiet: { from: '03:59', to: '04:00' }, weekends: true, holidays: new Set() };
const calendar = readCalendar(path.join(projectRoot, 'cards/calendar.yaml'));
const at = (text: string) => new Date(text);
/** The runs of a plan whose planned day is from one date to another, the last included. */
const between = (plan: Plan, from: string, until: string, within = always) =>
  runDates({ plan, answerDays: 5 }, within, momentBefore(from), until).map(
    ({ day, dueAt }) => `${day} ${dueAt.toISOString().slice(0, 16)}`,
  );
const momentBefore = (day: string) => new Date(momentAt(day, '00:00').getTime() - 1);
const weekly = (weekday: number, time: string): Plan => ({ kind: 'weekly', weekday, time, from: '2026-01-01' });
const monthly = (day: number | 'last', time = '09:00'): Plan => ({ kind: 'monthly', day, time, from: '2026-01-01' });

describe('a plan', () => {
  it('comes once', () => {
    const plan: Plan = { kind: 'once', at: '2026-11-30T09:00' };
    expect(between(plan, '2026-11-01', '2027-12-31')).toEqual(['2026-11-30 2026-11-30T08:00']);
  });

  it('comes every week at the same local time, over both clock changes', () => {
    const all = between(weekly(1, '09:00'), '2026-03-20', '2026-11-03');
    expect(all).toHaveLength(33);
    expect(all.filter((one) => one.endsWith('T08:00'))).toEqual([
      '2026-03-23 2026-03-23T08:00',
      '2026-10-26 2026-10-26T08:00',
      '2026-11-02 2026-11-02T08:00',
    ]);
  });

  it('comes an hour later when its time is left out in March', () => {
    expect(between(weekly(7, '02:30'), '2026-03-28', '2026-03-31')).toEqual(['2026-03-29 2026-03-29T01:30']);
    expect(between({ kind: 'once', at: '2026-03-29T02:30' }, '2026-03-28', '2026-03-31')).toEqual([
      '2026-03-29 2026-03-29T01:30',
    ]);
  });

  it('comes once, the first time, when its time comes twice in October', () => {
    expect(between(weekly(7, '02:30'), '2026-10-24', '2026-10-27')).toEqual(['2026-10-25 2026-10-25T00:30']);
  });

  it.each([29, 30, 31, 'last'] as const)('of day %s comes each month, on the last day where it is shorter', (day) => {
    const dates = between(monthly(day), '2028-01-01', '2029-01-01').map((one) => one.slice(5, 10));
    expect(dates).toHaveLength(12);
    expect(dates[1]).toBe('02-29');
    expect(dates[3]).toBe(day === 29 ? '04-29' : '04-30');
    expect(dates[11]).toBe(day === 'last' ? '12-31' : `12-${day}`);
    expect(between(monthly(day), '2027-02-01', '2027-03-01')).toEqual(['2027-02-28 2027-02-28T08:00']);
  });

  it('begins and ends with its dates', () => {
    const plan: Plan = { ...weekly(1, '00:00'), from: '2026-11-30', until: '2026-12-07' } as Plan;
    expect(between(plan, '2026-01-01', '2027-12-31').map((one) => one.slice(0, 10))).toEqual([
      '2026-11-30',
      '2026-12-07',
    ]);
  });

  it('tells what comes next, also where it begins late, and nothing when it is over', () => {
    const nextDay = (plan: Plan, after: string) => nextRunDate({ plan, answerDays: 5 }, always, at(after))?.day;
    expect(nextDay({ ...weekly(1, '09:00'), from: '2028-01-01' } as Plan, '2026-11-24Z')).toBe('2028-01-03');
    expect(nextDay({ kind: 'once', at: '2026-11-30T09:00' }, '2026-12-01Z')).toBeUndefined();
  });

  it('is told in words', () => {
    expect(describePlan({ kind: 'once', at: '2026-12-01T09:00' })).toBe('en gång, tisdag 1 december 2026 kl. 09.00');
    expect(describePlan(weekly(1, '09:00'))).toBe('varje måndag kl. 09.00 från torsdag 1 januari 2026');
    expect(describePlan(monthly('last'))).toBe('sista dagen i månaden kl. 09.00 från torsdag 1 januari 2026');
    expect(describePlan({ ...monthly(3), until: '2026-06-30' } as Plan)).toBe(
      'den 3 i månaden kl. 09.00 från torsdag 1 januari 2026 till tisdag 30 juni 2026',
    );
  });

  it.each([
    { kind: 'once', at: '2026-02-30T09:00' },
    { kind: 'once', at: '2026-11-30' },
    { kind: 'once', at: '2026-11-30T24:00' },
    { kind: 'weekly', weekday: 8, time: '09:00', from: '2026-11-30' },
    { kind: 'monthly', day: 0, time: '09:00', from: '2026-11-30' },
    { kind: 'monthly', day: 3, time: '9', from: '2026-11-30' },
    { kind: 'daily', time: '09:00', from: '2026-11-30' },
  ])('that is impossible is refused: %j', (plan) => expect(Plan.safeParse(plan).success).toBe(false));
});

describe('quiet hours and holidays', () => {
  it('move what falls in them to the morning of the next open day', () => {
    expect(between({ kind: 'once', at: '2026-11-27T18:30' }, '2026-11-01', '2027-01-31', calendar)).toEqual([
      '2026-11-27 2026-11-30T06:00',
    ]);
    expect(between({ kind: 'once', at: '2026-12-24T09:00' }, '2026-11-01', '2027-01-31', calendar)).toEqual([
      '2026-12-24 2026-12-28T06:00',
    ]);
    expect(between({ kind: 'once', at: '2026-11-30T05:00' }, '2026-11-01', '2027-01-31', calendar)).toEqual([
      '2026-11-30 2026-11-30T06:00',
    ]);
  });

  it('keep each occurrence one of its own, also where two come at the same moment', () => {
    const days = [4, 5].flatMap((day) => between(monthly(day), '2026-12-31', '2027-02-01', calendar));
    expect(days).toEqual(['2027-01-04 2027-01-04T08:00', '2027-01-05 2027-01-05T08:00']);
    const easter = [25, 26].flatMap((day) => between(monthly(day), '2027-03-20', '2027-04-01', calendar));
    expect(easter).toEqual(['2027-03-25 2027-03-25T08:00', '2027-03-26 2027-03-30T05:00']);
  });
});

const plans = fc.oneof(
  fc
    .record({ day: fc.integer({ min: 0, max: 800 }), hour: fc.nat(23), minute: fc.nat(59) })
    .map(({ day, hour, minute }): Plan => {
      const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      return { kind: 'once', at: `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
    }),
  fc
    .record({ weekday: fc.integer({ min: 1, max: 7 }), hour: fc.nat(23) })
    .map(({ weekday, hour }) => weekly(weekday, `${String(hour).padStart(2, '0')}:30`)),
  fc
    .record({ day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const)), hour: fc.nat(23) })
    .map(({ day, hour }) => monthly(day, `${String(hour).padStart(2, '0')}:30`)),
);

describe('the time to answer', () => {
  const answered = (planAt: string, answerDays = 5) =>
    nextRunDate({ plan: { kind: 'once', at: planAt }, answerDays }, calendar, at('2026-01-01Z'))!.answerUntil;

  it.each([
    ['2026-11-02T09:00', 5, '2026-11-06', 'the day of the sending is the first'],
    ['2026-11-05T09:00', 5, '2026-11-11', 'weekends are not counted'],
    ['2026-12-23T09:00', 3, '2026-12-29', 'nor are holidays'],
    ['2026-11-06T18:30', 1, '2026-11-09', 'it begins when the card is sent'],
  ])('from %s, %i working days, ends on %s: %s', (planAt, days, until) => expect(answered(planAt, days)).toBe(until));
});

describe('any plan', () => {
  const days = fc.nat(500).map((count) => dayAfter('2026-01-01', count));

  it('gives each run exactly once, however time is cut into ranges', () => {
    fc.assert(
      fc.property(
        plans,
        fc.constantFrom(always, calendar),
        fc.array(days, { minLength: 2, maxLength: 6 }),
        (plan, within, cuts) => {
          const ends = [...new Set(cuts)].sort();
          const pieces = ends.slice(1).flatMap((to, nth) => between(plan, ends[nth]!, dayAfter(to, -1), within));
          expect(pieces).toEqual(between(plan, ends[0]!, dayAfter(ends.at(-1)!, -1), within));
          expect(new Set(pieces).size).toBe(pieces.length);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('is sent only when it may be, and never before it was planned', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const { day, dueAt } of runDates({ plan, answerDays: 5 }, calendar, at('2026-01-01Z'), '2027-12-31')) {
          expect(isOpen(calendar, dueAt)).toBe(true);
          expect(dayOf(dueAt) >= day).toBe(true);
        }
      }),
      { numRuns: runs(30) },
    );
  });

  it('comes at the same moments wherever the computer stands', () => {
    const script = `
      require.extensions['.ts'] = (module, file) => module._compile(require('@swc/core').transformFileSync(file, {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }).code, file);
      const { runDates } = require('./src/campaigns/schedule.ts');
      const plan = ${JSON.stringify(monthly('last', '02:30'))};
      const calendar = { quiet: { from: '03:59', to: '04:00' }, weekends: true, holidays: new Set() };
      console.log(JSON.stringify(runDates({ plan, answerDays: 5 }, calendar, new Date('2026-01-01Z'), '2026-12-31')));`;
    const from = (TZ: string) =>
      execFileSync(process.execPath, ['-e', script], { cwd: projectRoot, env: { ...process.env, TZ } }).toString();
    expect(from('Pacific/Auckland')).toBe(from('America/Los_Angeles'));
  });
});
