import { type CampaignState } from '../../src/campaigns/campaign';
import {
  addRuns,
  claimRun,
  dueRuns,
  halfRecalled,
  noteThanked,
  openRuns,
  releaseRun,
  runsOf,
  settleRun,
  skipPlanned,
  skipRun,
} from '../../src/store/campaignRuns';
import { campaignStore } from '../../src/store/campaignStore';
import { addCampaign, changeCampaign, findCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { publishRun } from '../../src/store/publishedResults';
import { aCampaign, aRun } from '../campaigns/aCampaign';
import { sentRun } from './sentRun';
import { twoHandles } from './temporary';

const serviceKey = newKey();
const monday = aRun();
const tuesday = aRun({ day: '2026-12-01', dueAt: new Date('2026-12-01T08:00:00.000Z'), answerUntil: '2026-12-07' });
const nobodyHeld = { absent: 0, capped: 0 };
const seconds = (count: number) => new Date(monday.dueAt.getTime() + count * 1000);

let db: Database;
let other: Database;
beforeEach(async () => {
  [db, other] = await twoHandles();
  await addCampaign(db, aCampaign());
});
const add = (...runs: readonly (typeof monday)[]) => addRuns(db, serviceKey, 'c1', runs);
const keyOf = async (day: string, campaign = 'c1') =>
  (
    await db
      .selectFrom('campaign_runs')
      .select('sealed_key')
      .where('campaign_id', '=', campaign)
      .where('day', '=', day)
      .executeTakeFirstOrThrow()
  ).sealed_key;
const states = async () =>
  (await runsOf(db, 'c1')).map(({ state, reason }) => (reason ? `${state}: ${reason}` : state));

describe('runs', () => {
  it('come back by day as they were kept, each with a key of its own', async () => {
    await add(tuesday, monday);
    expect(await runsOf(db, 'c1')).toEqual([monday, tuesday]);
    expect(await runsOf(db, 'c2')).toEqual([]);
    expect(await keyOf(monday.day)).not.toBeNull();
    expect(await keyOf(monday.day)).not.toBe(await keyOf(tuesday.day));
  });

  it('are kept once: one that is there stays as it is, with its key', async () => {
    await add(monday);
    const key = await keyOf(monday.day);
    await add({ ...monday, dueAt: tuesday.dueAt, answerUntil: '2027-01-01' }, tuesday);
    expect(await runsOf(db, 'c1')).toEqual([monday, tuesday]);
    expect(await keyOf(monday.day)).toBe(key);
    await skipRun(db, tuesday, 'tooLate');
    await add(tuesday);
    expect(await states()).toEqual(['planned', 'skipped: tooLate']);
    expect(await keyOf(tuesday.day)).toBeNull();
  });

  it('that two instances keep at once are there once', async () => {
    await Promise.all([add(monday, tuesday), addRuns(other, serviceKey, 'c1', [monday, tuesday])]);
    expect(await runsOf(db, 'c1')).toEqual([monday, tuesday]);
  });

  it('go with their campaign', async () => {
    await add(monday);
    await db.deleteFrom('campaigns').execute();
    expect(await runsOf(db, 'c1')).toEqual([]);
  });
});

describe('runs that are due', () => {
  const due = async (at: Date) => (await dueRuns(db, at)).map(({ campaign, day }) => `${campaign} ${day}`);

  it('are those whose time has come, of all campaigns, the earliest first', async () => {
    await addCampaign(db, aCampaign({ id: 'c0' }));
    await add(tuesday, monday);
    await addRuns(db, serviceKey, 'c0', [tuesday, { ...monday, day: '2026-11-27', dueAt: seconds(1) }]);
    expect(await due(seconds(-1))).toEqual([]);
    expect(await due(monday.dueAt)).toEqual(['c1 2026-11-30']);
    expect(await due(tuesday.dueAt)).toEqual(['c1 2026-11-30', 'c0 2026-11-27', 'c0 2026-12-01', 'c1 2026-12-01']);
  });

  it('are none that have been sent or skipped', async () => {
    await sentRun(db, serviceKey);
    await add(tuesday);
    await skipRun(db, tuesday, 'tooLate');
    expect(await due(tuesday.dueAt)).toEqual([]);
  });

  it.each(['draft', 'awaiting', 'paused', 'cancelled', 'recalled', 'closed'] as const)(
    'are none of a campaign that is %s',
    async (state: CampaignState) => {
      await add(monday);
      await db.updateTable('campaigns').set({ state }).execute();
      expect(await due(monday.dueAt)).toEqual([]);
    },
  );
});

describe('a claim', () => {
  it('is had by one instance at a time, and by another when that one died', async () => {
    await add(monday);
    const claims = await Promise.all([db, other].map((one) => claimRun(one, monday, seconds(0))));
    expect([...claims].sort()).toEqual([false, true]);
    expect(await claimRun(other, monday, seconds(59))).toBe(false);
    expect(await claimRun(other, monday, seconds(60))).toBe(true);
  });

  it('that is given back can be had at once', async () => {
    await add(monday);
    await claimRun(db, monday, seconds(0));
    await releaseRun(db, monday);
    expect(await claimRun(other, monday, seconds(1))).toBe(true);
  });

  it('of one run leaves the others free', async () => {
    await add(monday, tuesday);
    await claimRun(db, monday, seconds(0));
    expect(await claimRun(db, tuesday, seconds(0))).toBe(true);
  });

  it('cannot be had of a run that has been sent or skipped', async () => {
    await sentRun(db, serviceKey);
    expect(await claimRun(db, monday, seconds(3600))).toBe(false);
    await add(tuesday);
    await skipRun(db, tuesday, 'paused');
    expect(await claimRun(db, tuesday, seconds(3600))).toBe(false);
  });
});

describe('a run that has been planned', () => {
  it('says when, to how many, and how many were held back', async () => {
    await add(monday);
    await claimRun(db, monday, seconds(0));
    await settleRun(db, monday, { recipients: 40, held: { absent: 2, capped: 3 } }, seconds(5));
    expect(await runsOf(db, 'c1')).toEqual([
      { ...monday, state: 'sent', sentAt: seconds(5), recipients: 40, held: { absent: 2, capped: 3 } },
    ]);
    expect(await keyOf(monday.day)).not.toBeNull();
  });

  it('to nobody is skipped, and says so', async () => {
    await add(monday);
    await settleRun(db, monday, { recipients: 0, held: { absent: 2, capped: 0 } }, seconds(5));
    expect(await runsOf(db, 'c1')).toEqual([
      { ...monday, state: 'skipped', reason: 'nobody', held: { absent: 2, capped: 0 } },
    ]);
    expect(await keyOf(monday.day)).toBeNull();
  });

  it('is settled once', async () => {
    const run = await sentRun(db, serviceKey, { recipients: 40 });
    await settleRun(db, run, { recipients: 0, held: nobodyHeld }, seconds(9));
    await skipRun(db, run, 'stopped');
    expect(await runsOf(db, 'c1')).toMatchObject([{ state: 'sent', recipients: 40 }]);
  });
});

describe('skipping', () => {
  it('says why, and leaves no key', async () => {
    await add(monday);
    await skipRun(db, monday, 'tooLate');
    expect(await states()).toEqual(['skipped: tooLate']);
    expect(await keyOf(monday.day)).toBeNull();
    await skipRun(db, monday, 'paused');
    expect(await states()).toEqual(['skipped: tooLate']);
  });

  it('takes what is planned of one campaign, up to a moment where one is given, and leaves what has been sent', async () => {
    const wednesday = aRun({ day: '2026-12-02', dueAt: new Date('2026-12-02T08:00:00.000Z') });
    await addCampaign(db, aCampaign({ id: 'c2' }));
    await addRuns(db, serviceKey, 'c2', [tuesday]);
    await sentRun(db, serviceKey);
    await add(tuesday, wednesday);
    await skipPlanned(db, 'c1', 'paused', tuesday.dueAt);
    expect(await states()).toEqual(['sent', 'skipped: paused', 'planned']);
    await skipPlanned(db, 'c1', 'stopped');
    expect(await states()).toEqual(['sent', 'skipped: paused', 'skipped: stopped']);
    expect(await runsOf(db, 'c2')).toMatchObject([{ state: 'planned' }]);
    expect([await keyOf(tuesday.day), await keyOf(wednesday.day)]).toEqual([null, null]);
    expect(await keyOf(tuesday.day, 'c2')).not.toBeNull();
  });
});

describe('a run that is open', () => {
  const open = async () => (await openRuns(db)).map(({ day, state }) => `${day} ${state}`);

  it('is one that has been sent, until it is published and its thanks are planned; its key is gone then', async () => {
    await sentRun(db, serviceKey, tuesday);
    await sentRun(db, serviceKey, monday);
    await add(aRun({ day: '2026-12-07', dueAt: new Date('2026-12-07T08:00:00.000Z') }));
    expect(await open()).toEqual(['2026-11-30 sent', '2026-12-01 sent']);
    await publishRun(db, serviceKey, monday, 6);
    expect(await open()).toEqual(['2026-11-30 published', '2026-12-01 sent']);
    expect(await keyOf(monday.day)).toBeNull();
    expect(await keyOf(tuesday.day)).not.toBeNull();
    await noteThanked(db, monday, seconds(9));
    expect(await open()).toEqual(['2026-12-01 sent']);
  });

  it.each(['running', 'paused', 'cancelled', 'closed'] as const)('may be of a campaign that is %s', async (state) => {
    await sentRun(db, serviceKey);
    await db.updateTable('campaigns').set({ state }).execute();
    expect(await open()).toEqual(['2026-11-30 sent']);
  });

  it('is none of a campaign that is recalled', async () => {
    await sentRun(db, serviceKey);
    await db.updateTable('campaigns').set({ state: 'recalled' }).execute();
    expect(await open()).toEqual([]);
  });
});

describe('a recall that a crash has cut short', () => {
  it('is found by the keys that are left, and is done when there are none', async () => {
    await sentRun(db, serviceKey);
    expect(await halfRecalled(db)).toEqual([]);
    const campaign = (await findCampaign(db, 'c1'))!;
    await changeCampaign(db, { ...campaign, state: 'recalled' });
    expect(await halfRecalled(db)).toEqual(['c1']);
    await campaignStore(db, serviceKey).recall('c1', seconds(0));
    expect(await halfRecalled(db)).toEqual([]);
  });
});
