import { addCampaign, changeCampaign } from '../../src/store/campaigns';
import { planDeliveries, tallyOf } from '../../src/store/deliveries';
import { prune } from '../../src/store/prune';
import { receivedDeliveriesOf } from '../../src/store/receivedDeliveries';
import { aCampaign } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { temporaryDatabase } from './temporary';
import { usualRetention } from '../usualRetention';

const start = new Date('2026-11-24T10:00:00.000Z');
const day = (n: number) => new Date(start.getTime() + n * 24 * 60 * 60 * 1000);

/** A campaign that went to Åsa and Bo. */
async function sent() {
  const db = await temporaryDatabase();
  const campaign = aCampaign();
  await addCampaign(db, campaign);
  const about = { topic: campaign.id, occurrence: '2026-11-24', purpose: 'card', dueAt: start } as const;
  await planDeliveries(db, about, recipients(['asa', 'bo'], { group: 'Öron' }));
  return { db, campaign };
}

describe('what campaigns have brought', () => {
  it('is told to the person, and only what belongs to that person', async () => {
    const { db } = await sent();
    expect(await receivedDeliveriesOf(db, 'asa')).toEqual([
      { title: 'Ramar', occurrence: '2026-11-24', state: 'planned', group: 'Öron' },
    ]);
  });

  it('names nobody 90 days after the end, and still adds up', async () => {
    const { db, campaign } = await sent();
    await prune(db, day(400), () => undefined, usualRetention);
    expect(await receivedDeliveriesOf(db, 'asa')).toHaveLength(1);
    await changeCampaign(db, { ...campaign, state: 'closed', closedAt: day(10) });
    await prune(db, day(100), () => undefined, usualRetention);
    expect(await receivedDeliveriesOf(db, 'asa')).toHaveLength(1);
    await prune(db, day(101), () => undefined, usualRetention);
    expect(await receivedDeliveriesOf(db, 'asa')).toEqual([]);
    expect((await tallyOf(db, campaign.id)).planned).toBe(2);
    // The next day's pruning finds nothing more to do.
    await prune(db, day(102), () => undefined, usualRetention);
  });
});
