import { addGroup } from '../../src/store/groups';
import { temporaryDatabase } from '../store/temporary';
import { aCampaign } from './aCampaign';
import { live, type Event } from './years';

const people = ['p1', 'p2', 'p3'];

/** A month of what test/verify/years.verify.ts lives through. */
describe('a weekly series over Christmas, half an hour at a time', () => {
  it('comes every week, moved out of the holidays', async () => {
    const db = await temporaryDatabase();
    const members = people.map((listedAs) => ({ listedAs, unit: 'Vård' }));
    await addGroup(db, { id: 'alla', title: 'Alla', now: new Date('2026-12-01Z') }, members);
    const weekly = aCampaign({
      plan: { kind: 'weekly', weekday: 4, time: '09:00', from: '2026-12-17' },
      audience: { kind: 'group', group: 'alla' },
    });
    const events = new Map<string, Event[]>([
      ['2026-12-16', [...people.map((joins) => ({ joins })), { launches: weekly }]],
    ]);
    const { sent, failures } = await live(db, events, '2026-12-15', '2027-01-08');
    expect(failures).toEqual([]);
    const days = new Map(sent.map(({ day, at }) => [day, at.toISOString()]));
    expect([...days]).toEqual([
      ['2026-12-17', '2026-12-17T08:00:00.000Z'],
      ['2026-12-24', '2026-12-28T06:00:00.000Z'],
      ['2026-12-31', '2027-01-04T06:00:00.000Z'],
      ['2027-01-07', '2027-01-07T08:00:00.000Z'],
    ]);
    expect(sent).toHaveLength(4 * people.length);
  });
});
