import { dayOf } from '../../src/shared/localTime';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { aCampaign } from '../campaigns/aCampaign';
import { sentRun } from './sentRun';
import { recordAnswer } from '../../src/store/answers';
import { planDeliveries } from '../../src/store/deliveries';
import { type FeedbackReason } from '../../src/bot/feedback';
import { recordFeedback } from '../../src/store/feedback';
import { countUse } from '../../src/store/figures';
import { remember } from '../../src/store/people';
import { pushesTo } from '../../src/store/pushes';
import { newKey } from '../../src/store/encryption';
import { sessionStore } from '../../src/store/sessions';
import { everything } from '../coaching/flow';
import { next } from './move';
import { recipients } from '../deliveries/recipients';
import { temporaryDatabase } from './temporary';

const now = new Date('2026-11-24T10:00:00.000Z');
const serviceKey = newKey();

describe('what is counted of use', () => {
  it('is people with a chat, questions by month, and sessions that somebody has touched', async () => {
    const db = await temporaryDatabase();
    await remember(db, { id: 'asa', address: '{}' }, now);
    await remember(db, { id: 'bo' }, now);
    await recordAnswer(db, { message: 'a', outcome: 'found' }, now);
    await recordAnswer(db, { message: 'b', outcome: 'found' }, now);
    const sessions = sessionStore(db, serviceKey, () => now);
    await sessions.append('asa', await sessions.begin('asa', everything), next, true);
    const stopped = await sessions.begin('bo', { ...everything, id: 'annan' });
    await sessions.append('bo', stopped, { ...next, kind: 'stop', key: 'press 2' }, true);
    await sessions.begin('bo', everything);
    // What HR has sent is not counted, because that would tell that the person who was asked has answered.
    await sessions.append('bo', await sessions.begin('bo', everything, 'a delivery'), { ...next, key: '3' }, true);
    expect(await countUse(db, serviceKey)).toEqual({
      people: 1,
      questions: [{ month: '2026-11', outcome: 'found', count: 2 }],
      reactions: [],
      reasons: [],
      sessions: [
        { flow: everything.id, begun: 1, finished: 1, people: 1 },
        { flow: 'annan', begun: 1, finished: 0, people: 1 },
      ],
    });
  });
});

describe('sessions', () => {
  it('are counted over all pages, by flow in order, and the event loop turns meanwhile', async () => {
    const db = await temporaryDatabase();
    const sessions = sessionStore(db, serviceKey, () => now);
    await remember(db, { id: 'asa' }, now);
    for (let n = 0; n < 620; n++) {
      const session = await sessions.begin('asa', { ...everything, id: n % 2 ? 'b' : 'a' });
      await sessions.append('asa', session, { ...next, key: `press ${n}` }, n % 4 === 0);
    }
    let turned = 0;
    const turning = setInterval(() => (turned += 1), 0);
    const { sessions: counted } = await countUse(db, serviceKey);
    clearInterval(turning);
    expect(counted).toEqual([
      { flow: 'a', begun: 310, finished: 155, people: 1 },
      { flow: 'b', begun: 310, finished: 0, people: 1 },
    ]);
    expect(turned).toBeGreaterThan(1);
  });
});

describe('what is counted of feedback', () => {
  it('is thumbs, and reasons with how many people have given them', async () => {
    const db = await temporaryDatabase();
    for (const id of ['asa', 'bo']) await remember(db, { id }, now);
    const say = (personId: string, message: string, reason?: FeedbackReason) =>
      recordFeedback(db, newKey(), { personId, message, reaction: reason ? 'dislike' : 'like', reason }, now);
    await say('asa', 'a', 'unclear');
    await say('asa', 'b', 'unclear');
    await say('bo', 'a', 'outdated');
    await say('bo', 'b');
    const { reactions, reasons } = await countUse(db, serviceKey);
    expect(new Map(reactions.map(({ reaction, count }) => [reaction, count]))).toEqual(
      new Map([
        ['dislike', 3],
        ['like', 1],
      ]),
    );
    expect([...reasons].sort((one, other) => one.count - other.count)).toEqual([
      { reason: 'outdated', count: 1, people: 1 },
      { reason: 'unclear', count: 2, people: 1 },
    ]);
  });
});

describe('the pushes of a month', () => {
  let db: Database;
  beforeEach(async () => void (db = await temporaryDatabase()));
  /** A run of a campaign, with a card to each of these people. */
  const sent = async (campaign: string, dueAt: Date, people: readonly string[]) => {
    await addCampaign(db, aCampaign({ id: campaign }));
    const { day } = await sentRun(db, serviceKey, { campaign, day: dayOf(dueAt), dueAt, answerUntil: dayOf(dueAt) });
    await planDeliveries(db, { topic: campaign, occurrence: day, purpose: 'card', dueAt }, recipients(people));
    await db.updateTable('deliveries').set({ state: 'sent' }).where('topic', '=', campaign).execute();
  };
  const since = new Date('2026-11-01T00:00:00.000Z');
  /** In an audience so large that the runs are read in pages. */
  const among = (...people: readonly string[]) =>
    new Set([...people, ...Array.from({ length: 501 }, (_, n) => `x${n}`)]);

  it.each([
    ['few people', (...people: string[]) => new Set(people)],
    ['many people', among],
  ])('are the sendings that have reached any of %s since, and the most that one has had', async (_, audience) => {
    await sent('a', now, ['asa', 'bo']);
    await sent('b', now, ['asa', 'cia']);
    await sent('old', new Date('2026-10-30T10:00:00.000Z'), ['asa']);
    await sent('planned', now, ['asa']);
    await db.updateTable('deliveries').set({ state: 'planned' }).where('topic', '=', 'planned').execute();
    expect(await pushesTo(db, audience('asa', 'bo'), since)).toEqual({ sendings: 2, most: 2 });
    expect(await pushesTo(db, audience('bo'), since)).toEqual({ sendings: 1, most: 1 });
    expect(await pushesTo(db, audience('dan'), since)).toEqual({ sendings: 0, most: 0 });
  });

  it('are none of nobody', async () => {
    await sent('a', now, ['asa']);
    expect(await pushesTo(db, new Set(), since)).toEqual({ sendings: 0, most: 0 });
  });

  it('are all of a run that takes more than one page', async () => {
    const many = Array.from({ length: 2300 }, (_, n) => `p${n}`);
    await sent('a', now, many);
    expect(await pushesTo(db, among(many.at(-1)!), since)).toEqual({ sendings: 1, most: 1 });
  });

  it('are as many for who wants none: HR must not see who that is', async () => {
    await sent('a', now, ['asa', 'bo']);
    await db.updateTable('deliveries').set({ state: 'declined' }).where('person', '=', 'bo').execute();
    for (const person of ['asa', 'bo'])
      expect(await pushesTo(db, new Set([person]), since)).toEqual({ sendings: 1, most: 1 });
  });
});
