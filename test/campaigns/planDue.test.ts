import { planDueCampaigns } from '../../src/campaigns/planDue';
import { campaignStore } from '../../src/store/campaignStore';
import { addCampaign } from '../../src/store/campaigns';
import { tallyOf } from '../../src/store/deliveries';
import { newKey } from '../../src/store/encryption';
import { remember } from '../../src/store/people';
import { temporaryDatabase } from '../store/temporary';
import { aCampaign } from './aCampaign';

const launchedAt = new Date('2026-11-24T08:00:00.000Z');
const weekly = aCampaign({ launchedAt, plan: { kind: 'weekly', weekday: 3, time: '09:00', from: '2026-11-24' } });
const calendar = { quiet: { from: '23:59', to: '00:00' }, weekends: true, holidays: new Set<string>() };

describe('planning what is due', () => {
  it('goes on where it failed at the next look, and plans nobody twice', async () => {
    const [db, serviceKey] = [await temporaryDatabase(), newKey()];
    await remember(db, { id: 'asa', address: '{}' }, launchedAt);
    await addCampaign(db, serviceKey, weekly);
    const store = campaignStore(db, serviceKey);
    const now = () => new Date('2026-12-02T10:00:00.000Z');
    let calls = 0;
    const failsOnce: typeof store = {
      ...store,
      plan: (...args) => (++calls === 2 ? Promise.reject(new Error('no connection')) : store.plan(...args)),
    };
    await expect(planDueCampaigns({ store: failsOnce, calendar, now })).rejects.toThrow('no connection');
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 1 });
    await planDueCampaigns({ store, calendar, now });
    await planDueCampaigns({ store, calendar, now });
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 2 });
  });
});
