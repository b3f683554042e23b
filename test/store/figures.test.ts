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
    // Of what HR has sent nothing is counted: it would tell that the one who was asked has answered.
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
  it('are the sendings that have reached any of those people since, and the most that one has had', async () => {
    const db = await temporaryDatabase();
    const plan = async (topic: string, dueAt: Date, people: string[]) => {
      const about = { topic, occurrence: '1', purpose: 'card', dueAt } as const;
      await planDeliveries(db, about, recipients(people));
    };
    await plan('a', now, ['asa', 'bo']);
    await plan('b', now, ['asa', 'cia']);
    await plan('old', new Date('2026-10-30T10:00:00.000Z'), ['asa']);
    await db.updateTable('deliveries').set({ state: 'sent' }).execute();
    await plan('planned', now, ['asa']);
    const since = new Date('2026-11-01T00:00:00.000Z');
    expect(await pushesTo(db, new Set(['asa', 'bo']), since)).toEqual({ sendings: 2, most: 2 });
    expect(await pushesTo(db, new Set(['bo']), since)).toEqual({ sendings: 1, most: 1 });
    expect(await pushesTo(db, new Set(['dan']), since)).toEqual({ sendings: 0, most: 0 });
  });

  it('are as many for who wants none: HR must not see who that is', async () => {
    const db = await temporaryDatabase();
    const about = { topic: 'a', occurrence: '1', purpose: 'card', dueAt: now } as const;
    await planDeliveries(db, about, recipients(['asa', 'bo']));
    for (const [person, state] of [
      ['asa', 'sent'],
      ['bo', 'declined'],
    ] as const)
      await db.updateTable('deliveries').set({ state }).where('person', '=', person).execute();
    for (const person of ['asa', 'bo'])
      expect(await pushesTo(db, new Set([person]), now)).toEqual({ sendings: 1, most: 1 });
  });
});
