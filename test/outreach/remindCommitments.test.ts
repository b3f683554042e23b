import { dayOf, timeOf } from '../../src/shared/localTime';
import { aCampaign } from '../campaigns/aCampaign';
import { live, type Event } from '../campaigns/years';
import { temporaryDatabase } from '../store/temporary';

/** Lives through days in which one person means to do things. */
async function lived(from: string, until: string, due: readonly string[], more: readonly Event[] = []) {
  const events: Event[] = [{ joins: 'asa' }, { promises: 'asa', due }, ...more];
  const done = await live(await temporaryDatabase(), new Map([[from, events]]), from, until);
  expect(done.failures).toEqual([]);
  return {
    reminded: done.reminded.map(({ due: said, at }) => [said, `${dayOf(at)} ${timeOf(at)}`]),
    sent: done.sent.map(({ at }) => `${dayOf(at)} ${timeOf(at)}`),
  };
}

describe('a reminder', () => {
  it.each([
    ['2026', '2026-10-22', '2026-10-28', ['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27'], '2026-10-26'],
    ['2027, over Easter', '2027-03-25', '2027-03-31', ['2027-03-27', '2027-03-28', '2027-03-29'], '2027-03-30'],
    ['2027', '2027-10-28', '2027-11-03', ['2027-10-30', '2027-10-31', '2027-11-01'], '2027-11-01'],
    ['2026', '2026-03-26', '2026-04-01', ['2026-03-28', '2026-03-29', '2026-03-30'], '2026-03-30'],
  ])('comes once, at eight, over the change of the clocks in %s', async (_, from, until, due, monday) => {
    const { reminded } = await lived(from, until, due);
    expect(reminded).toEqual(due.map((day) => [day, `${day > monday ? day : monday} 08:00`]));
  });

  it('comes on a leap day, on the last day of a month, and after a holiday', async () => {
    const due = ['2028-02-29', '2028-03-31'];
    expect((await lived('2028-02-25', '2028-04-03', due)).reminded).toEqual(due.map((day) => [day, `${day} 08:00`]));
    expect((await lived('2026-12-22', '2027-01-05', ['2026-12-24'])).reminded).toEqual([
      ['2026-12-24', '2026-12-28 08:00'],
    ]);
  });

  it('gives way to what HR sends on its day, also later that day, and comes the day after', async () => {
    const launches = aCampaign({ plan: { kind: 'once', at: '2026-11-24T14:00' } });
    const { reminded, sent } = await lived('2026-11-23', '2026-11-26', ['2026-11-24'], [{ launches }]);
    expect([sent, reminded]).toEqual([['2026-11-24 14:00'], [['2026-11-24', '2026-11-25 08:00']]]);
  });
});
