import { claimActivity, finishActivity } from '../../src/store/activities';
import { recordAnswer } from '../../src/store/answers';
import { remember } from '../../src/store/people';
import { prune } from '../../src/store/prune';
import { newKey } from '../../src/store/encryption';
import { sessionStore } from '../../src/store/sessions';
import { everything } from '../coaching/flow';
import { next } from './move';
import { temporaryDatabase } from './temporary';

const start = new Date('2024-01-01T00:00:00.000Z');
const day = (n: number) => new Date(start.getTime() + n * 24 * 60 * 60 * 1000);

const none = () => undefined;

describe('prune', () => {
  it('keeps activities and answers for 90 days and no longer', async () => {
    const db = await temporaryDatabase();
    await remember(db, { id: 'asa' }, start);
    await claimActivity(db, 'a', start);
    await finishActivity(db, 'a', start);
    await recordAnswer(db, { message: 'm', outcome: 'none' }, start);

    await prune(db, day(90), none);
    expect(await claimActivity(db, 'a', day(90))).toBe('done');
    expect(await db.selectFrom('answers').select('message').execute()).toHaveLength(1);

    await prune(db, day(91), none);
    expect(await db.selectFrom('answers').select('message').execute()).toHaveLength(0);
    expect(await claimActivity(db, 'a', day(91))).toBe('new');
  });

  it("keeps a session until its flow's time is out since the last move, and a year where the flow is gone", async () => {
    const db = await temporaryDatabase();
    await remember(db, { id: 'asa' }, start);
    let now = start;
    const store = sessionStore(db, newKey(), () => now);
    const flow = { ...everything, id: 'kort' };
    const moved = await store.begin('asa', flow);
    await store.begin('asa', { ...flow, id: 'borta' });
    now = day(20);
    await store.append('asa', moved, { ...next, madeAt: day(20).toISOString() }, false);
    const left = async () =>
      (await db.selectFrom('sessions').select('flow').orderBy('flow').execute()).map(({ flow }) => flow);

    const daysOf = (id: string) => (id === 'kort' ? 30 : undefined);
    await prune(db, day(50), daysOf);
    expect(await left()).toEqual(['borta', 'kort']);
    await prune(db, day(51), daysOf);
    expect(await left()).toEqual(['borta']);
    expect(await db.selectFrom('moves').selectAll().execute()).toEqual([]);
    await prune(db, day(366), daysOf);
    expect(await left()).toEqual([]);
  });
});
