import { proposedDay } from '../../src/page/planFields';
import { dayAfter } from '../../src/shared/localTime';

describe('the day that a new campaign is proposed for', () => {
  it.each([
    ['before nine in the morning: the same day', '2026-11-27T07:59:00Z', '2026-11-27'],
    ['from nine on: the next day', '2026-11-27T08:00:00Z', '2026-11-28'],
    ['late in the evening before clocks go forward', '2027-03-27T22:30:00Z', '2027-03-28'],
    ['late in the evening before clocks go back', '2026-10-24T21:30:00Z', '2026-10-25'],
    ['after midnight in Sweden, which is the day before in UTC', '2026-12-31T23:30:00Z', '2027-01-01'],
  ])('is, %s', (_when, now, day) => expect(proposedDay(new Date(now))).toBe(day));
});

it.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-03-01', -1, '2027-02-28'],
  ['2027-03-27', 2, '2027-03-29'],
])('%s and %d days make %s', (day, days, other) => expect(dayAfter(day, days)).toBe(other));
