import { cancelDeliveries, planDeliveries, tallyOf } from '../../src/store/deliveries';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { outbox } from '../../src/store/outbox';
import { findPerson, recordRoster, remember } from '../../src/store/people';
import { campaignResponseStore } from '../../src/store/campaignResponseStore';
import { planWaiting } from '../../src/store/waitingDeliveries';
import { recipients } from '../deliveries/recipients';
import { temporaryDatabase } from './temporary';

const now = new Date('2026-11-24T08:00:00.000Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3600 * 1000);
const about = { topic: 'c1', occurrence: '2026-11-24', purpose: 'card', dueAt: now } as const;
const asa = { campaign: 'c1', occurrence: '2026-11-24', group: 'K', person: 'asa' };
const to = (person: string, reachable = true) => recipients([person], { group: 'K', reachable });

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  await remember(db, { id: 'asa', address: '{}' }, now);
  await recordRoster(db, 'asa', { email: 'Åsa@Region.example' }, now);
});
const claim = (at: Date) => outbox(db, 'one').claim(at, 9);
const settled = async (at: Date) => {
  const [delivery] = await claim(at);
  const box = outbox(db, 'one');
  await box.begin(delivery!, at);
  await box.settle(delivery!, { state: 'sent', message: 'm' }, at);
};

describe('a reminder', () => {
  it('comes once and when it was first asked for, however often it is asked for', async () => {
    const store = campaignResponseStore(db, newKey());
    expect(await store.remind(asa, later(24))).toEqual(later(24));
    expect(await store.remind(asa, later(48))).toEqual(later(24));
    expect(await claim(later(23))).toEqual([]);
    expect(await claim(later(24))).toMatchObject([{ purpose: 'reminder', person: 'asa', group: 'K' }]);
    expect(await claim(later(49))).toHaveLength(1);
  });

  it('can be asked for again when it has come', async () => {
    const store = campaignResponseStore(db, newKey());
    await store.remind(asa, later(24));
    await settled(later(24));
    expect(await store.remind(asa, later(48))).toEqual(later(48));
    expect(await claim(later(48))).toMatchObject([{ purpose: 'reminder', attempts: 1 }]);
  });

  it('is in no figure of the deliveries', async () => {
    await planDeliveries(db, about, to('asa'));
    await settled(now);
    await campaignResponseStore(db, newKey()).remind(asa, later(24));
    const counts = Object.entries(await tallyOf(db, 'c1')).filter(([, count]) => count);
    expect(counts).toEqual([['sent', 1]]);
  });

  it('is cancelled with its campaign', async () => {
    await campaignResponseStore(db, newKey()).remind(asa, later(24));
    await cancelDeliveries(db, 'c1', now);
    expect(await claim(later(24))).toEqual([]);
  });
});

describe('opting out', () => {
  it('is remembered from the first time, until the person wants campaigns again', async () => {
    const store = campaignResponseStore(db, newKey());
    expect(await store.isOptedOut('asa')).toBe(false);
    await store.optOut('asa', now);
    await store.optOut('asa', later(1));
    expect((await findPerson(db, 'asa'))?.optedOutAt).toBe(now.toISOString());
    expect(await store.isOptedOut('asa')).toBe(true);
    await store.optIn('asa');
    expect(await store.isOptedOut('asa')).toBe(false);
    expect(await store.isOptedOut('okänd')).toBe(false);
  });

  it('declines what is planned or waits for the person, by the id or the e-mail, and nobody else’s', async () => {
    const store = campaignResponseStore(db, newKey());
    await planDeliveries(db, about, [...to('asa'), ...to('bo')]);
    await planDeliveries(db, { ...about, topic: 'c2' }, to('åsa@region.example', false));
    await store.remind(asa, later(24));
    await store.optOut('asa', now);
    await planWaiting(db, 'asa', 'Åsa@Region.example', now);
    expect(await tallyOf(db, 'c1')).toMatchObject({ declined: 1, cancelled: 0, planned: 1 });
    expect(await tallyOf(db, 'c2')).toMatchObject({ declined: 1, cancelled: 0, waiting: 0 });
    expect(await claim(later(25))).toMatchObject([{ person: 'bo' }]);
  });

  it('declines what an instance has claimed and not begun, which it then cannot begin', async () => {
    await planDeliveries(db, about, to('asa'));
    const [claimed] = await claim(now);
    await campaignResponseStore(db, newKey()).optOut('asa', now);
    expect(await outbox(db, 'one').begin(claimed!, now)).toBe(false);
    expect(await tallyOf(db, 'c1')).toMatchObject({ declined: 1, claimed: 0 });
  });

  it('leaves what has been sent, and a recall of it', async () => {
    await planDeliveries(db, about, to('asa'));
    await settled(now);
    await planDeliveries(db, { ...about, purpose: 'recall' }, to('asa'));
    await campaignResponseStore(db, newKey()).optOut('asa', now);
    expect(await tallyOf(db, 'c1')).toMatchObject({ sent: 1, declined: 0 });
    expect(await claim(later(1))).toMatchObject([{ purpose: 'recall' }]);
  });
});
