import { type SendOutcome } from '../../src/deliveries/delivery';
import { addRuns, settleRun } from '../../src/store/campaignRuns';
import { addCampaign, changeCampaign, findCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { planDeliveries, tallyOf } from '../../src/store/deliveries';
import { newKey } from '../../src/store/encryption';
import { outbox } from '../../src/store/outbox';
import { lastOutcomes, replanFailed, replanPlanned } from '../../src/store/sendOutcomes';
import { aCampaign } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { temporaryDatabase } from './temporary';

const start = new Date('2026-11-24T08:00:00.000Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const run = { campaign: 'c1', day: '2026-11-24' };
const refused = (retryAt: Date): SendOutcome => ({ state: 'planned', retryAt, because: 'unauthorised' });

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  await addCampaign(db, aCampaign());
  await addRuns(db, newKey(), 'c1', [{ day: run.day, dueAt: start, answerUntil: '2026-11-30' }]);
  await settleRun(db, run, { recipients: 3, held: { absent: 0, capped: 0 } }, start);
});
const planned = (people: readonly string[]) =>
  planDeliveries(db, { topic: 'c1', occurrence: run.day, purpose: 'card', dueAt: start }, recipients(people));
/** Sends what is due at a moment; what comes of each is said by person. */
async function send(at: Date, outcomes: Readonly<Record<string, SendOutcome>>) {
  const box = outbox(db, 'one');
  const claimed = await box.claim(at, 10);
  for (const delivery of claimed) {
    await box.begin(delivery, at);
    await box.settle(delivery, outcomes[delivery.person]!, at);
  }
  return claimed;
}
const outcomesSince = (since: Date, most = 20) => lastOutcomes(db, run, since, most);

describe('what is refused', () => {
  it('is tried again when it may, and knows since when it is refused', async () => {
    await planned(['asa']);
    await send(start, { asa: refused(later(60)) });
    expect(await send(later(59), {})).toEqual([]);
    const [second] = await send(later(60), { asa: refused(later(120)) });
    expect(second).toMatchObject({ attempts: 2, refusedSince: start });
    const [third] = await send(later(120), { asa: { state: 'sent', message: 'm' } });
    expect(third).toMatchObject({ attempts: 3, refusedSince: start });
    expect(await outcomesSince(start)).toEqual([{}]);
  });

  it('is told by the last outcome of each card, the latest first, none from longer ago', async () => {
    await planned(['asa', 'bo', 'cia', 'dan']);
    await send(start, {
      asa: refused(later(60)),
      bo: { state: 'blocked' },
      cia: refused(later(30)),
      dan: { state: 'declined' },
    });
    await send(later(30), { cia: refused(later(900)) });
    const refusal = { because: 'unauthorised', refusedSince: start };
    expect((await outcomesSince(start))[0]).toEqual(refusal);
    expect(await outcomesSince(start)).toHaveLength(3);
    expect(await outcomesSince(later(1))).toEqual([refusal]);
    expect(await outcomesSince(start, 2)).toHaveLength(2);
  });

  it('comes at once when its campaign goes on, as if it had never been tried; what is to come later stays', async () => {
    await planned(['asa']);
    await send(start, { asa: refused(later(1800)) });
    const next = { topic: 'c1', occurrence: '2026-12-01', purpose: 'card', dueAt: later(7 * 86_400) } as const;
    await planDeliveries(db, next, recipients(['bo']));
    await replanPlanned(db, 'c1', later(60));
    const claimed = await outbox(db, 'one').claim(later(60), 10);
    expect(claimed).toMatchObject([{ person: 'asa', attempts: 1 }]);
    expect(claimed[0]!.refusedSince).toBeUndefined();
    expect(await outcomesSince(start)).toEqual([]);
  });

  it('that was to come during a pause waits until something may be sent', async () => {
    await planned(['asa']);
    await replanPlanned(db, 'c1', later(60));
    expect(await outbox(db, 'one').claim(later(59), 10)).toEqual([]);
    expect(await outbox(db, 'one').claim(later(60), 10)).toHaveLength(1);
  });
});

describe('what failed', () => {
  beforeEach(async () => {
    await planned(['asa', 'bo', 'cia']);
    const ends: SendOutcome[] = [{ state: 'failed' }, { state: 'unknown' }, { state: 'sent', message: 'm' }];
    await send(start, { asa: ends[0]!, bo: ends[1]!, cia: ends[2]! });
  });

  it('is planned anew where HR asks for it; never what is unknown, nor what has come', async () => {
    expect(await replanFailed(db, 'c1', later(60), '2026-11-30')).toBe(1);
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 1, failed: 0, unknown: 1, sent: 1 });
    expect(await outbox(db, 'one').claim(later(60), 10)).toMatchObject([{ person: 'asa', attempts: 1 }]);
  });

  it('stays as it is once the run takes no answers', async () => {
    expect(await replanFailed(db, 'c1', later(60), '2026-12-01')).toBe(0);
    await db.updateTable('campaign_runs').set({ state: 'published' }).execute();
    expect(await replanFailed(db, 'c1', later(60), '2026-11-25')).toBe(0);
    expect(await tallyOf(db, 'c1')).toMatchObject({ failed: 1 });
  });
});

describe('a campaign that the service has paused', () => {
  it('keeps why and since when', async () => {
    const failing = { because: 'unreachable', since: later(7) } as const;
    expect(await changeCampaign(db, { ...aCampaign(), state: 'paused', failing })).toBe(true);
    expect(await findCampaign(db, 'c1')).toMatchObject({ state: 'paused', failing });
    await changeCampaign(db, { ...aCampaign(), revision: 1 });
    expect((await findCampaign(db, 'c1'))!.failing).toBeUndefined();
  });
});
