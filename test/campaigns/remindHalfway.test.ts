import path from 'node:path';
import { readCalendar } from '../../src/campaigns/calendar';
import { halfTimeOf } from '../../src/campaigns/remindHalfway';
import { nextRunDate } from '../../src/campaigns/schedule';
import { projectRoot } from '../../src/shared/config';

const calendar = readCalendar(path.join(projectRoot, 'cards/calendar.yaml'));
const halfTime = (planAt: string, answerDays: number) => {
  const run = nextRunDate({ plan: { kind: 'once', at: planAt }, answerDays }, calendar, new Date('2026-01-01Z'))!;
  return halfTimeOf(run, answerDays, calendar)?.toISOString();
};

describe('half time', () => {
  it.each([
    ['2026-11-02T09:00', 5, '2026-11-04T08:00:00.000Z', 'the third of five working days'],
    ['2026-11-05T09:00', 5, '2026-11-09T08:00:00.000Z', 'over a weekend'],
    ['2026-12-21T09:00', 5, '2026-12-23T08:00:00.000Z', 'before Christmas'],
    ['2026-11-02T09:00', 10, '2026-11-09T08:00:00.000Z', 'of two weeks'],
  ])('from %s with %i days is %s: %s', (at, days, expected) => expect(halfTime(at, days)).toBe(expected));

  it.each([1, 2])('is none where there are %i days: it would be the first or the last', (days) =>
    expect(halfTime('2026-11-02T09:00', days)).toBeUndefined(),
  );
});
