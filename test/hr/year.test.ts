import { type HrService } from '../../src/hr/hrService';
import { yearOf } from '../../src/hr/year';
import { campaignStore } from '../../src/store/campaignStore';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { addGroup } from '../../src/store/groups';
import { hrStore } from '../../src/store/hrStore';
import { remember, setOptedOut } from '../../src/store/people';
import { aCampaign, aDraft } from '../campaigns/aCampaign';
import { calendar } from '../campaigns/years';
import { temporaryDatabase } from '../store/temporary';

const now = () => new Date('2026-11-27T12:00:00Z');
const weekly = (weekday: number, time = '09:00') => ({ kind: 'weekly', weekday, time, from: '2026-11-30' }) as const;
const group = (id: string) => ({ kind: 'group', group: id }) as const;

let db: Database;
let hr: HrService;
beforeEach(async () => {
  db = await temporaryDatabase();
  for (const id of ['asa', 'bo', 'cia']) await remember(db, { id, address: '{}' }, now());
  const listed = (...people: string[]) => people.map((listedAs) => ({ listedAs, unit: '' }));
  await addGroup(db, { id: 'vård', title: 'Vård', now: now() }, listed('asa', 'bo', 'stranger@b.se'));
  await addGroup(db, { id: 'stab', title: 'Stab', now: now() }, listed('bo', 'cia', 'stranger@b.se'));
  await addCampaign(db, aDraft({ id: 'own', plan: weekly(4), audience: group('vård') }));
  hr = {
    ...hrStore(db, now, { signsInByEmail: false }),
    campaigning: { store: campaignStore(db, Buffer.alloc(32)), calendar, now },
  } as unknown as HrService;
});

describe('the year of a campaign that repeats', () => {
  it('has every date, by months, with what a holiday moves, and the last day to answer', async () => {
    const { runs } = await yearOf(hr, 'own');
    expect(runs).toHaveLength(52);
    expect(runs[0]).toEqual({
      day: '2026-12-03',
      month: '2026-12',
      when: 'torsdag 3 december kl. 09.00',
      answerUntil: 'onsdag 9 december',
      meets: [],
    });
    expect(runs.find(({ day }) => day === '2026-12-31')).toMatchObject({
      month: '2027-01',
      when: 'måndag 4 januari kl. 07.00',
      moved: { from: 'torsdag 31 december', because: 'holiday' },
    });
  });

  it('says of a time in quiet hours that it is why', async () => {
    await addCampaign(db, aDraft({ id: 'early', plan: weekly(4, '05:00') }));
    expect((await yearOf(hr, 'early')).runs[0]).toMatchObject({
      when: 'torsdag 3 december kl. 07.00',
      moved: { from: 'kl. 05.00', because: 'quiet' },
    });
    await addCampaign(db, aDraft({ id: 'late', plan: weekly(5, '22:00') }));
    expect((await yearOf(hr, 'late')).runs[0]).toMatchObject({
      when: 'måndag 7 december kl. 07.00',
      moved: { from: 'fredag 4 december kl. 22.00', because: 'quiet' },
    });
  });

  it.each(['running', 'paused'] as const)('names another that is %s, and how many are in both', async (state) => {
    const plan = { kind: 'once', at: '2026-12-07T09:00' } as const;
    await addCampaign(db, aCampaign({ id: 'other', title: 'Ramar', state, plan, audience: group('stab') }));
    const { runs, pushes } = await yearOf(hr, 'own');
    expect(runs.filter(({ meets }) => meets.length)).toMatchObject([
      { day: '2026-12-10', meets: [{ title: 'Ramar', people: 1, holdsBack: true }] },
    ]);
    expect(pushes).toEqual({ others: 1, least: 52, most: 52 });
  });

  it('names no draft, none that is over, and none that goes to others', async () => {
    for (const state of ['draft', 'closed', 'cancelled', 'template'] as const)
      await addCampaign(db, aCampaign({ id: state, state, plan: weekly(2), audience: group('stab') }));
    await addGroup(db, { id: 'it', title: 'IT', now: now() }, [{ listedAs: 'cia', unit: '' }]);
    await addCampaign(db, aCampaign({ id: 'strangers', plan: weekly(2), audience: group('it') }));
    expect((await yearOf(hr, 'own')).pushes).toEqual({ others: 0, least: 52, most: 52 });
  });

  it('is the same where somebody wants no campaigns', async () => {
    await addCampaign(db, aCampaign({ id: 'other', plan: weekly(2), audience: { kind: 'everyone' } }));
    const before = await yearOf(hr, 'own');
    await setOptedOut(db, 'bo', now());
    expect(await yearOf(hr, 'own')).toEqual(before);
    expect(JSON.stringify(before)).not.toMatch(/asa|"bo|cia|stranger/);
  });

  it('is empty once its last day has been, and refused where it is gone', async () => {
    await addCampaign(db, aDraft({ id: 'past', plan: { kind: 'once', at: '2026-11-02T09:00' } }));
    expect((await yearOf(hr, 'past')).runs).toEqual([]);
    await expect(yearOf(hr, 'nowhere')).rejects.toThrow('finns inte');
  });
});
