import { type DeliveryState, type Purpose } from '../../src/deliveries/delivery';
import { planDeliveries } from '../../src/store/deliveries';
import { deliveryTotals } from '../../src/store/deliveryTotals';
import { type Database } from '../../src/store/database';
import { recipients } from '../deliveries/recipients';
import { temporaryDatabase } from './temporary';

const start = new Date('2026-11-24T08:00:00.000Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

let db: Database;
beforeEach(async () => void (db = await temporaryDatabase()));
const plan = (purpose: Purpose, people: readonly string[], dueAt = start, topic = 'utskick') =>
  planDeliveries(db, { topic, occurrence: '1', purpose, dueAt }, recipients(people));
const put = (person: string, state: DeliveryState) =>
  db.updateTable('deliveries').set({ state }).where('person', '=', person).execute();

describe('deliveryTotals', () => {
  it('counts by state over all campaigns, and an empty state as 0', async () => {
    await plan('card', ['a', 'b']);
    await plan('card', ['c'], start, 'ett annat');
    await put('c', 'blocked');
    const { states } = await deliveryTotals(db, start);
    expect(states).toMatchObject({ planned: 2, blocked: 1, sent: 0, unknown: 0 });
  });

  it('tells nobody who wants no campaigns', async () => {
    await plan('card', ['a', 'b']);
    await put('a', 'sent');
    await put('b', 'declined');
    const { states } = await deliveryTotals(db, start);
    expect(states).toMatchObject({ sent: 2 });
    expect(states).not.toHaveProperty('declined');
  });

  it.each(['reminder', 'halfway', 'thanks', 'recall'] as const)(
    'does not know of a %s: it would tell who has put off, or has not answered',
    async (purpose) => {
      const before = await deliveryTotals(db, later(60));
      await plan(purpose, ['a']);
      expect(await deliveryTotals(db, later(60))).toEqual(before);
    },
  );

  it('tells how late the oldest is that is due, and of none that is to come or has ended', async () => {
    expect((await deliveryTotals(db, start)).oldestPendingSeconds).toBe(0);
    await plan('card', ['a'], later(-90));
    await plan('card', ['b'], later(-30), 'ett annat');
    await plan('card', ['c'], later(600), 'ett tredje');
    expect((await deliveryTotals(db, start)).oldestPendingSeconds).toBe(90);
    await put('a', 'sent');
    expect((await deliveryTotals(db, start)).oldestPendingSeconds).toBe(30);
  });
});
