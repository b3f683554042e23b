import { deliverCampaign } from '../../src/outreach/deliverCampaign';
import { type CampaignDelivery } from '../../src/deliveries/delivery';
import { campaignStore } from '../../src/store/campaignStore';
import { addCampaign } from '../../src/store/campaigns';
import { planDeliveries } from '../../src/store/deliveries';
import { outbox } from '../../src/store/outbox';
import { remember } from '../../src/store/people';
import { campaignResponseStore } from '../../src/store/campaignResponseStore';
import { newKey } from '../../src/store/encryption';
import { aCampaign } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { temporaryDatabase } from '../store/temporary';
import { type CampaignDeps } from '../../src/outreach/campaignDeps';

const now = new Date('2026-11-24T08:00:00.000Z');

describe('a delivery under way when the person opts out', () => {
  it('is not sent, and is declined', async () => {
    const [db, serviceKey] = [await temporaryDatabase(), newKey()];
    await addCampaign(db, aCampaign());
    await remember(db, { id: 'asa', address: '{}' }, now);
    await planDeliveries(db, { topic: 'c1', occurrence: '1', purpose: 'card', dueAt: now }, recipients(['asa']));
    const [delivery] = await outbox(db, 'one').claim(now, 1);
    await outbox(db, 'one').begin(delivery!, now);
    await campaignResponseStore(db, newKey()).optOut('asa', now);
    // Anything that it needs besides the store would throw.
    const campaigning = { store: campaignStore(db, serviceKey), now: () => now } as CampaignDeps;
    expect(await deliverCampaign(campaigning, delivery as CampaignDelivery)).toEqual({ state: 'declined' });
  });
});
