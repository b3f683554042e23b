import { planDueCampaigns, type PlanDeps } from '../../src/campaigns/planDue';
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

/** A store with Åsa and these campaigns, and a clock that a test sets. */
async function planning(...campaigns: (typeof weekly)[]) {
  const [db, serviceKey] = [await temporaryDatabase(), newKey()];
  await remember(db, { id: 'asa', address: '{}' }, launchedAt);
  for (const campaign of campaigns) await addCampaign(db, campaign);
  const store = campaignStore(db, serviceKey);
  const failures: unknown[] = [];
  const at = (moment: string, over: Partial<PlanDeps> = {}) =>
    planDueCampaigns({
      store,
      calendar,
      now: () => new Date(moment),
      failed: (error) => failures.push(error),
      ...over,
    });
  const statesOf = async (campaign: string) =>
    (await store.runsOf(campaign)).map(({ day, state }) => `${day} ${state}`);
  return { db, store, at, failures, statesOf };
}

describe('planning what is due', () => {
  it('keeps a row for each run ahead of its time, and sends it when its time has come', async () => {
    const { db, at, statesOf } = await planning(weekly);
    await at('2026-11-24T09:00:00Z');
    expect((await statesOf('c1')).slice(0, 2)).toEqual(['2026-11-25 planned', '2026-12-02 planned']);
    await at('2026-11-25T08:00:00Z');
    await at('2026-11-25T08:00:01Z');
    expect((await statesOf('c1')).slice(0, 2)).toEqual(['2026-11-25 sent', '2026-12-02 planned']);
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 1 });
  });

  it('goes on where it failed at the next look, and plans nobody twice', async () => {
    const { db, store, at, failures } = await planning(weekly);
    const fails: typeof store = { ...store, plan: () => Promise.reject(new Error('no connection')) };
    await at('2026-11-25T08:00:00Z', { store: fails });
    expect(failures).toHaveLength(1);
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 0 });
    await at('2026-11-25T08:00:00Z');
    await at('2026-11-25T08:00:00Z');
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 1 });
  });

  it('lets no broken campaign hold up the others', async () => {
    const { db, store, at, failures } = await planning(weekly, {
      ...weekly,
      id: 'c2',
      audience: { kind: 'group', group: 'x' },
    });
    const brokenFor: typeof store = {
      ...store,
      recipients: (campaign, ...rest) =>
        campaign.id === 'c2' ? Promise.reject(new Error('broken')) : store.recipients(campaign, ...rest),
      runsOf: (campaign) => (campaign === 'c2' ? Promise.reject(new Error('broken')) : store.runsOf(campaign)),
    };
    await at('2026-11-25T08:00:00Z', { store: brokenFor });
    expect(failures).toHaveLength(1);
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 1 });
  });

  it('sends after a long stop only what can still be answered, and of a series only the newest', async () => {
    const { at, statesOf } = await planning(weekly);
    await at('2026-11-24T09:00:00Z');
    await at('2026-12-17T09:00:00Z');
    expect((await statesOf('c1')).slice(0, 5)).toEqual([
      '2026-11-25 skipped',
      '2026-12-02 skipped',
      '2026-12-09 skipped',
      '2026-12-16 sent',
      '2026-12-23 planned',
    ]);
  });

  it('skips a run that nobody can get, and says so', async () => {
    const { store, at } = await planning({ ...weekly, audience: { kind: 'group', group: 'nobody' } });
    await at('2026-11-25T08:00:00Z');
    expect((await store.runsOf('c1'))[0]).toMatchObject({ state: 'skipped', reason: 'nobody', recipients: 0 });
  });
});
