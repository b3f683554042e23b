import { claimActivity, finishActivity } from '../../src/store/activities';
import { recordAnswer } from '../../src/store/answers';
import { remember } from '../../src/store/people';
import { prune } from '../../src/store/prune';
import { temporaryDatabase } from './temporary';

const start = new Date('2024-01-01T00:00:00.000Z');
const day = (n: number) => new Date(start.getTime() + n * 24 * 60 * 60 * 1000);

describe('prune', () => {
  it('keeps activities and answers for 90 days and no longer', async () => {
    const db = await temporaryDatabase();
    await remember(db, { id: 'asa' }, start);
    await claimActivity(db, 'a', start);
    await finishActivity(db, 'a', start);
    await recordAnswer(db, { message: 'm', outcome: 'none' }, start);

    await prune(db, day(90));
    expect(await claimActivity(db, 'a', day(90))).toBe('done');
    expect(await db.selectFrom('answers').select('message').execute()).toHaveLength(1);

    await prune(db, day(91));
    expect(await db.selectFrom('answers').select('message').execute()).toHaveLength(0);
    expect(await claimActivity(db, 'a', day(91))).toBe('new');
  });
});
