import { claimActivity, finishActivity } from '../../src/store/activities';
import { recordAnswer } from '../../src/store/answers';
import { remember } from '../../src/store/people';
import { prune } from '../../src/store/prune';
import { newKey } from '../../src/store/encryption';
import { pruneSessions } from '../../src/store/pruneSessions';
import { sessionStore } from '../../src/store/sessions';
import { everything } from '../coaching/flow';
import { next } from './move';
import { temporaryDatabase } from './temporary';
import { usualRetention } from '../usualRetention';

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

    await prune(db, day(90), none, usualRetention);
    expect(await claimActivity(db, 'a', day(90))).toBe('done');
    expect(await db.selectFrom('answers').select('message').execute()).toHaveLength(1);

    await prune(db, day(91), none, usualRetention);
    expect(await db.selectFrom('answers').select('message').execute()).toHaveLength(0);
    expect(await claimActivity(db, 'a', day(91))).toBe('new');
  });

  it("keeps a session until its flow's time is out since the last move, and a year where the flow is gone", async () => {
    const db = await temporaryDatabase();
    await remember(db, { id: 'asa' }, start);
    let now = start;
    const serviceKey = newKey();
    const store = sessionStore(db, serviceKey, () => now);
    const flow = { ...everything, id: 'kort' };
    const moved = await store.begin('asa', flow);
    await store.begin('asa', { ...flow, id: 'borta' });
    now = day(20);
    await store.append('asa', moved, { ...next, madeAt: day(20).toISOString() }, false);
    const left = async () =>
      (await db.selectFrom('sessions').select('flow').orderBy('flow').execute()).map(({ flow }) => flow);

    const daysOf = (id: string) => (id === 'kort' ? 30 : undefined);
    await pruneSessions(db, serviceKey, day(50), daysOf);
    expect(await left()).toEqual(['borta', 'kort']);
    await pruneSessions(db, serviceKey, day(51), daysOf);
    expect(await left()).toEqual(['borta']);
    expect(await db.selectFrom('moves').selectAll().execute()).toEqual([]);
    await pruneSessions(db, serviceKey, day(366), daysOf);
    expect(await left()).toEqual([]);
  });

  it('keeps the row of what HR has sent for a year, so that it does not tell who has answered, and no word in it', async () => {
    const db = await temporaryDatabase();
    const serviceKey = newKey();
    let now = start;
    const store = sessionStore(db, serviceKey, () => now);
    for (const id of ['asa', 'bo']) await remember(db, { id }, start);
    const session = await store.begin('asa', everything, 'to asa');
    await store.begin('bo', everything, 'to bo');
    now = day(20);
    await store.append('asa', session, { ...next, madeAt: now.toISOString() }, true);
    const left = async () =>
      (await db.selectFrom('sessions').select('person_id').orderBy('person_id').execute()).map((row) => row.person_id);

    for (const [at, moves] of [
      [31, 1],
      [50, 1],
      [51, 0],
      [365, 0],
    ] as const) {
      await pruneSessions(db, serviceKey, day(at), () => 30);
      expect(await left()).toEqual(['asa', 'bo']);
      expect(await db.selectFrom('moves').select('kind').execute()).toHaveLength(moves);
    }
    await pruneSessions(db, serviceKey, day(367), () => 30);
    expect(await left()).toEqual([]);
  });
});
