import { deliverCampaign } from '../../src/outreach/deliverCampaign';
import { type Campaign } from '../../src/campaigns/campaign';
import { type CampaignDelivery } from '../../src/deliveries/delivery';
import { campaignStore } from '../../src/store/campaignStore';
import { addCampaign } from '../../src/store/campaigns';
import { planDeliveries } from '../../src/store/deliveries';
import { outbox } from '../../src/store/outbox';
import { remember } from '../../src/store/people';
import { campaignResponseStore } from '../../src/store/campaignResponseStore';
import { newKey } from '../../src/store/encryption';
import { temporaryDatabase } from '../store/temporary';
import { type CampaignDeps } from '../../src/outreach/campaignDeps';

const now = new Date('2026-11-24T08:00:00.000Z');
const campaign: Campaign = {
  id: 'c1',
  title: 'Ramar',
  flow: 'tydliga-ramar',
  plan: { kind: 'once', at: '2026-11-24T09:00' },
  audience: { kind: 'everyone' },
  state: 'running',
  least: 6,
  createdBy: 'hr',
  createdAt: now,
};

describe('a delivery under way when she opts out', () => {
  it('is not sent', async () => {
    const [db, serviceKey] = [await temporaryDatabase(), newKey()];
    await addCampaign(db, serviceKey, campaign);
    await remember(db, { id: 'asa', address: '{}' }, now);
    const audience = [{ person: 'asa', group: '', reachable: true }];
    await planDeliveries(db, { topic: 'c1', occurrence: '1', purpose: 'card', dueAt: now }, audience);
    const [delivery] = await outbox(db, 'one').claim(now, 1);
    await outbox(db, 'one').begin(delivery!, now);
    await campaignResponseStore(db).optOut('asa', now);
    // Whatever it needs besides the store would throw.
    const campaigning = { store: campaignStore(db, serviceKey), now: () => now } as CampaignDeps;
    expect(await deliverCampaign(campaigning, delivery as CampaignDelivery)).toEqual({ state: 'cancelled' });
  });
});
