import { usualSending } from '../../src/hr/questions';
import { timeToAnswer } from '../../src/web/hrUrl';
import { calendar } from '../ourCalendar';

/** A Friday. */
const now = () => new Date('2026-11-27T10:00:00+01:00');
const lastDay = (query: string) =>
  usualSending(
    { calendar, now } as Parameters<typeof usualSending>[0],
    timeToAnswer(`/api/hr/questions/x/card${query}`),
  ).until;

describe('the card that HR sees while planning', () => {
  it.each([
    ['says the last day of a campaign that begins later', '?from=2026-12-14&days=5', '2026-12-18'],
    ['counts working days only, over Christmas too', '?from=2026-12-23&days=3', '2026-12-29'],
    ['begins today where HR has not said when', '', '2026-12-03'],
    ['begins today where the day has been', '?from=2026-11-02&days=1', '2026-11-27'],
    ['takes no day and no number that is none', '?from=2026-13-40&days=1000', '2026-12-03'],
  ])('%s', (_, query, day) => expect(lastDay(query)).toBe(day));
});
