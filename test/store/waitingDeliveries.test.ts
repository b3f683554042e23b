import { type CampaignState } from '../../src/campaigns/campaign';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { planDeliveries, tallyOf } from '../../src/store/deliveries';
import { newKey } from '../../src/store/encryption';
import { publishRun } from '../../src/store/publishedResults';
import { planWaiting } from '../../src/store/waitingDeliveries';
import { aCampaign } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { sentRun } from './sentRun';
import { temporaryDatabase } from './temporary';

const serviceKey = newKey();
/** A Tuesday, on which Åsa gets the bot. */
const now = new Date('2026-12-08T09:00:00.000Z');
const email = 'Åsa@Region.example';
const listed = 'åsa@region.example';

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  await addCampaign(db, aCampaign());
});

/** A run of a campaign that waits for people; it takes answers for a week where nothing else is said. */
async function waits(day: string, people: readonly string[] = ['asa'], campaign = 'c1', answerUntil?: string) {
  const dueAt = new Date(`${day}T08:00:00.000Z`);
  const week = new Date(dueAt.getTime() + 7 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const run = await sentRun(db, serviceKey, { campaign, day, dueAt, answerUntil: answerUntil ?? week });
  const about = { topic: campaign, occurrence: day, purpose: 'card', dueAt } as const;
  await planDeliveries(db, about, recipients(people, { reachable: false }));
  return run;
}
const comes = (dueAt = now) => planWaiting(db, 'asa', email, dueAt);
/** "run of the campaign: state", and to whom. */
const found = async () =>
  (
    await db
      .selectFrom('deliveries')
      .select(['topic', 'occurrence', 'state', 'person'])
      .orderBy('topic')
      .orderBy('occurrence')
      .orderBy('state')
      .execute()
  ).map(({ topic, occurrence, state, person }) => `${topic} ${occurrence}: ${state} ${person}`);

describe('who comes late', () => {
  it('gets the newest open run, then, and never the backlog', async () => {
    for (const day of ['2026-11-30', '2026-12-07', '2026-12-01']) await waits(day, ['asa'], 'c1', '2026-12-11');
    await comes();
    expect(await found()).toEqual([
      'c1 2026-11-30: cancelled asa',
      'c1 2026-12-01: cancelled asa',
      'c1 2026-12-07: planned asa',
    ]);
    const planned = await db.selectFrom('deliveries').select('due_at').where('state', '=', 'planned').execute();
    expect(planned).toEqual([{ due_at: now.toISOString() }]);
  });

  it('gets what waits for the e-mail, by the id from then on; what waits for others stays', async () => {
    await waits('2026-12-07', [listed, 'bo']);
    await comes();
    expect(await found()).toEqual(['c1 2026-12-07: planned asa', 'c1 2026-12-07: waiting bo']);
  });

  it('gets an older run where the newest takes no answers any more', async () => {
    await waits('2026-11-30', ['asa'], 'c1', '2026-12-08');
    await waits('2026-12-01', ['asa'], 'c1', '2026-12-07');
    await comes();
    expect(await found()).toEqual(['c1 2026-11-30: planned asa', 'c1 2026-12-01: cancelled asa']);
  });

  it('gets the last day’s run as long as that day lasts in Sweden, and by when it would be sent', async () => {
    await waits('2026-11-30', ['asa'], 'c1', '2026-12-08');
    await comes(new Date('2026-12-08T23:00:00.000Z'));
    expect(await found()).toEqual(['c1 2026-11-30: cancelled asa']);
  });

  it('gets one campaign’s card, of all that wait', async () => {
    await addCampaign(db, aCampaign({ id: 'c2' }));
    await waits('2026-12-07');
    await waits('2026-12-08', [listed], 'c2');
    await comes();
    expect(await found()).toEqual(['c1 2026-12-07: cancelled asa', 'c2 2026-12-08: planned asa']);
  });

  it('gets nothing a second time', async () => {
    await waits('2026-12-07');
    await comes();
    await comes(new Date('2026-12-09T09:00:00.000Z'));
    expect(await found()).toEqual(['c1 2026-12-07: planned asa']);
  });

  // Which of the two rows is met first must not matter: it may be by either name, or by when they were written.
  it.each([
    ['a-id', false],
    ['z-id', false],
    ['a-id', true],
    ['z-id', true],
  ])('and is listed twice gets one card: %s, the e-mail first: %s', async (id, isEmailFirst) => {
    const names = [id, 'm@region.example'];
    await waits('2026-12-07', isEmailFirst ? names.reverse() : names);
    await planWaiting(db, id, 'm@region.example', now);
    expect((await found()).filter((one) => one.includes('planned'))).toEqual([`c1 2026-12-07: planned ${id}`]);
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 1, cancelled: 1, waiting: 0 });
  });

  it('gets none where the same run has reached the person by the other name', async () => {
    await waits('2026-12-07', [listed]);
    const about = { topic: 'c1', occurrence: '2026-12-07', purpose: 'card', dueAt: now } as const;
    await planDeliveries(db, about, recipients(['asa']));
    await comes();
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 1, cancelled: 1, waiting: 0 });
  });
});

describe('nothing that waited is sent', () => {
  it.each(['draft', 'awaiting', 'cancelled', 'recalled', 'closed'] as const)(
    'of a campaign that is %s',
    async (state: CampaignState) => {
      await waits('2026-12-07');
      await db.updateTable('campaigns').set({ state }).execute();
      await comes();
      expect(await found()).toEqual(['c1 2026-12-07: cancelled asa']);
    },
  );

  it('of a run that is published', async () => {
    const run = await waits('2026-12-07');
    await publishRun(db, serviceKey, run, 6);
    await comes();
    expect(await found()).toEqual(['c1 2026-12-07: cancelled asa']);
  });

  it('to whom has had another campaign’s card that week, or is to get one', async () => {
    for (const [state, then] of [
      ['sent', 'cancelled'],
      ['planned', 'cancelled'],
      ['blocked', 'planned'],
    ] as const) {
      await db.deleteFrom('deliveries').execute();
      const dueAt = new Date('2026-12-11T08:00:00.000Z');
      await planDeliveries(db, { topic: 'other', occurrence: '1', purpose: 'card', dueAt }, recipients(['asa']));
      await db.updateTable('deliveries').set({ state }).execute();
      await waits('2026-12-07');
      await comes();
      expect(await found()).toEqual([`c1 2026-12-07: ${then} asa`, `other 1: ${state} asa`]);
    }
  });
});

describe('what waited is sent', () => {
  it('of a campaign that is paused, when that goes on', async () => {
    await waits('2026-12-07');
    await db.updateTable('campaigns').set({ state: 'paused' }).execute();
    await comes();
    expect(await found()).toEqual(['c1 2026-12-07: planned asa']);
  });

  it('where another campaign’s card came the week before', async () => {
    const dueAt = new Date('2026-12-06T08:00:00.000Z');
    await planDeliveries(db, { topic: 'other', occurrence: '1', purpose: 'card', dueAt }, recipients(['asa']));
    await waits('2026-12-07');
    await comes();
    expect(await found()).toEqual(['c1 2026-12-07: planned asa', 'other 1: planned asa']);
  });
});
