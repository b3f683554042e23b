import { claimActivity, finishActivity, pruneActivities, releaseActivity } from '../../src/store/activities';
import { type Database } from '../../src/store/database';
import { temporaryDatabase, twoHandles } from './temporary';

const noon = new Date('2024-05-06T12:00:00.000Z');
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
let db: Database;
beforeEach(async () => (db = await temporaryDatabase()));

describe('claimActivity', () => {
  it('gives a new activity to the first who claims it', async () => {
    expect(await claimActivity(db, 'a', noon)).toBe('new');
    expect(await claimActivity(db, 'b', noon)).toBe('new');
  });

  it('says busy while the first is at it', async () => {
    await claimActivity(db, 'a', noon);
    expect(await claimActivity(db, 'a', after(29.999))).toBe('busy');
  });

  it('says done for ever once it is finished', async () => {
    await claimActivity(db, 'a', noon);
    await finishActivity(db, 'a', after(1));
    expect(await claimActivity(db, 'a', after(2))).toBe('done');
    expect(await claimActivity(db, 'a', after(60 * 60 * 24 * 80))).toBe('done');
  });

  it('gives an activity anew when its process died on it 30 s ago', async () => {
    await claimActivity(db, 'a', noon);
    expect(await claimActivity(db, 'a', after(30))).toBe('new');
    expect(await claimActivity(db, 'a', after(31))).toBe('busy');
  });

  it('gives an abandoned activity to one of many', async () => {
    const [one, other] = await twoHandles();
    await claimActivity(one, 'a', noon);
    const claims = await Promise.all([one, other, one, other].map((handle) => claimActivity(handle, 'a', after(40))));
    expect(claims.sort()).toEqual(['busy', 'busy', 'busy', 'new']);
  });

  it('gives each of many activities to one of two instances', async () => {
    const [one, other] = await twoHandles();
    const keys = Array.from({ length: 50 }, (_, n) => `activity-${n}`);
    const claims = await Promise.all(
      keys.flatMap((key) => [claimActivity(one, key, noon), claimActivity(other, key, noon)]),
    );
    expect(claims.filter((claim) => claim === 'new')).toHaveLength(50);
    expect(claims.filter((claim) => claim === 'busy')).toHaveLength(50);
  });
});

describe('finishActivity', () => {
  it('finishes that activity only', async () => {
    await claimActivity(db, 'a', noon);
    await claimActivity(db, 'b', noon);
    await finishActivity(db, 'a', noon);
    expect(await claimActivity(db, 'b', after(1))).toBe('busy');
  });
});

describe('releaseActivity', () => {
  it('lets the next delivery try again at once', async () => {
    await claimActivity(db, 'a', noon);
    await claimActivity(db, 'b', noon);
    await releaseActivity(db, { key: 'a', claimedAt: noon });
    expect(await claimActivity(db, 'a', after(1))).toBe('new');
    expect(await claimActivity(db, 'b', after(1))).toBe('busy');
  });

  it('never gives back the claim of another who has taken over', async () => {
    await claimActivity(db, 'a', noon);
    await claimActivity(db, 'a', after(31));
    await releaseActivity(db, { key: 'a', claimedAt: noon });
    expect(await claimActivity(db, 'a', after(32))).toBe('busy');
  });

  it('never opens what is finished', async () => {
    await claimActivity(db, 'a', noon);
    await finishActivity(db, 'a', noon);
    await releaseActivity(db, { key: 'a', claimedAt: noon });
    expect(await claimActivity(db, 'a', after(60))).toBe('done');
  });
});

describe('pruneActivities', () => {
  it('forgets what was claimed before the time and nothing later', async () => {
    await claimActivity(db, 'old', noon);
    await claimActivity(db, 'young', after(10));
    await finishActivity(db, 'old', after(20));
    await finishActivity(db, 'young', after(20));
    await pruneActivities(db, after(10));
    expect(await claimActivity(db, 'old', after(30))).toBe('new');
    expect(await claimActivity(db, 'young', after(30))).toBe('done');
  });
});
