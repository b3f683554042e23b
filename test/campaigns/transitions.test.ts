import path from 'node:path';
import { readCalendar } from '../../src/campaigns/calendar';
import { applyAction } from '../../src/campaigns/transitions';
import { projectRoot } from '../../src/shared/config';
import { campaignStore } from '../../src/store/campaignStore';
import { addCampaign } from '../../src/store/campaigns';
import { planDeliveries } from '../../src/store/deliveries';
import { newKey } from '../../src/store/encryption';
import { outbox } from '../../src/store/outbox';
import { recipients } from '../deliveries/recipients';
import { temporaryDatabase } from '../store/temporary';
import { aCampaign } from './aCampaign';

const calendar = readCalendar(path.join(projectRoot, 'cards/calendar.yaml'));
const noon = new Date('2026-11-24T11:00:00.000Z');
const evening = new Date('2026-11-24T19:00:00.000Z');

/** A campaign that was paused before its cards went out, and what HR does with it. */
async function paused() {
  const db = await temporaryDatabase();
  const failing = { because: 'unauthorised', since: noon } as const;
  await addCampaign(db, aCampaign({ state: 'paused', failing }));
  await planDeliveries(
    db,
    { topic: 'c1', occurrence: '2026-11-24', purpose: 'card', dueAt: noon },
    recipients(['asa']),
  );
  const store = campaignStore(db, newKey());
  const record = () => Promise.resolve();
  const resumeAt = (now: Date) =>
    applyAction({ store, calendar, now: () => now, record }, { id: 'c1', revision: 0 }, 'resume', {
      id: 'hanna',
      name: 'Hanna',
    });
  const isSentAt = async (moment: string) => (await outbox(db, 'one').claim(new Date(moment), 10)).length > 0;
  return { resumeAt, isSentAt, store };
}

describe('a campaign that goes on', () => {
  it('sends what waited at once, and is not said to fail any more', async () => {
    const { resumeAt, isSentAt, store } = await paused();
    await resumeAt(noon);
    expect(await store.find('c1')).toMatchObject({ state: 'running' });
    expect((await store.find('c1'))!.failing).toBeUndefined();
    expect(await isSentAt('2026-11-24T11:00:00.000Z')).toBe(true);
  });

  it('in the evening sends what waited the next morning', async () => {
    const { resumeAt, isSentAt } = await paused();
    await resumeAt(evening);
    expect(await isSentAt('2026-11-25T05:59:00.000Z')).toBe(false);
    expect(await isSentAt('2026-11-25T06:00:00.000Z')).toBe(true);
  });
});
