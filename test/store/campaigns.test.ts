import { addRuns, skipPlanned } from '../../src/store/campaignRuns';
import {
  addCampaign,
  unfinishedCampaigns,
  changeCampaign,
  findCampaign,
  listCampaigns,
} from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { aCampaign, aRun } from '../campaigns/aCampaign';
import { temporaryDatabase } from './temporary';

const now = new Date('2026-11-24T08:00:00.000Z');
const later = (days: number) => new Date(now.getTime() + days * 24 * 3600 * 1000);
const campaign = aCampaign({ plan: { kind: 'weekly', weekday: 1, time: '09:00', from: '2026-11-30' }, answerDays: 7 });

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  await addCampaign(db, campaign);
});

describe('a campaign', () => {
  it('comes back as it was kept', async () => {
    expect(await findCampaign(db, 'c1')).toEqual(campaign);
    expect(await findCampaign(db, 'c2')).toBeUndefined();
    await addCampaign(db, { ...campaign, id: 'c2', createdAt: later(1) });
    expect((await listCampaigns(db)).map(({ id }) => id)).toEqual(['c2', 'c1']);
  });

  it('is changed by a person who saw it as it was, and by nobody else, also where the state is the same', async () => {
    const renamed: typeof campaign = { ...campaign, title: 'Ramar igen', answerDays: 3 };
    expect(await changeCampaign(db, renamed)).toBe(true);
    expect(await findCampaign(db, 'c1')).toEqual({ ...renamed, revision: 1 });
    expect(await changeCampaign(db, { ...campaign, state: 'cancelled' })).toBe(false);
    expect(await changeCampaign(db, { ...renamed, state: 'paused', revision: 1 })).toBe(true);
    expect(await findCampaign(db, 'c1')).toEqual({ ...renamed, state: 'paused', revision: 2 });
  });

  it('that two change at once is changed by one of them', async () => {
    const titles = ['Hannas', 'Hugos'];
    const done = await Promise.all(titles.map((title) => changeCampaign(db, { ...campaign, title })));
    expect([...done].sort()).toEqual([false, true]);
    expect(await findCampaign(db, 'c1')).toMatchObject({ title: titles[done.indexOf(true)], revision: 1 });
  });

  it('is unfinished as long as it runs, is paused or is cancelled, and tells how far its runs are', async () => {
    await addCampaign(db, { ...campaign, id: 'c0', state: 'paused', createdAt: later(-1) });
    await addCampaign(db, { ...campaign, id: 'c2', state: 'draft' });
    await addRuns(db, newKey(), 'c1', [aRun()]);
    const found = await unfinishedCampaigns(db);
    expect(found.map(({ campaign: { id }, lastDay, hasOpenRuns }) => [id, lastDay, hasOpenRuns])).toEqual([
      ['c0', undefined, false],
      ['c1', aRun().day, true],
    ]);
    await skipPlanned(db, 'c1', 'stopped');
    expect((await unfinishedCampaigns(db))[1]).toMatchObject({ hasOpenRuns: false });
  });
});
