import { type CampaignState } from '../../src/campaigns/campaign';
import { addRuns } from '../../src/store/campaignRuns';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { occasionOf, planDeliveries, planReplacements, sendingOf, sizesOf } from '../../src/store/deliveries';
import { newKey } from '../../src/store/encryption';
import { publishRun } from '../../src/store/publishedResults';
import { aCampaign, aRun } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { sentRun } from './sentRun';
import { temporaryDatabase } from './temporary';

const start = new Date('2026-11-24T08:00:00.000Z');

let db: Database;
beforeEach(async () => void (db = await temporaryDatabase()));

describe('a delivery of a campaign', () => {
  const serviceKey = newKey();
  const run = aRun();
  const card = { topic: 'c1', occurrence: run.day, purpose: 'card', dueAt: start } as const;
  beforeEach(async () => addCampaign(db, aCampaign()));
  const delivery = async () => {
    await planDeliveries(db, card, recipients(['asa'], { group: 'K' }));
    return (await db.selectFrom('deliveries').select('id').executeTakeFirstOrThrow()).id;
  };
  const takesAnswers = async (id: string) => (await sendingOf(db, id))?.takesAnswers;

  it('tells its run and its group; one of no campaign tells of none', async () => {
    await sentRun(db, serviceKey);
    const id = await delivery();
    expect(await sendingOf(db, id)).toEqual({
      campaign: 'c1',
      occurrence: run.day,
      group: 'K',
      takesAnswers: true,
      answerUntil: run.answerUntil,
    });
    expect(await occasionOf(db, id)).toEqual({ topic: 'c1', occurrence: run.day, purpose: 'card', group: 'K' });
    expect(await sendingOf(db, 'another')).toBeUndefined();
    await planDeliveries(db, { ...card, topic: 'welcome', purpose: 'welcome' }, recipients(['bo']));
    const { id: other } = await db
      .selectFrom('deliveries')
      .select('id')
      .where('topic', '=', 'welcome')
      .executeTakeFirstOrThrow();
    expect(await sendingOf(db, other)).toBeUndefined();
  });

  it('takes answers from when it is planned, for the first cards are out before the last, until its run is published', async () => {
    await addRuns(db, serviceKey, 'c1', [run]);
    const id = await delivery();
    expect(await takesAnswers(id)).toBe(true);
    await sentRun(db, serviceKey);
    expect(await takesAnswers(id)).toBe(true);
    await publishRun(db, serviceKey, run, 6);
    expect(await takesAnswers(id)).toBe(false);
  });

  it.each([
    ['running', true],
    ['paused', true],
    ['cancelled', true],
    ['recalled', false],
    ['closed', false],
  ] as const)('of a campaign that is %s takes answers: %s', async (state: CampaignState, takes) => {
    await sentRun(db, serviceKey);
    const id = await delivery();
    await db.updateTable('campaigns').set({ state }).execute();
    expect(await takesAnswers(id)).toBe(takes);
  });

  it('is counted by run and group, whatever has become of it', async () => {
    await planDeliveries(db, card, [...recipients(['asa', 'bo'], { group: 'K' }), ...recipients(['cia'])]);
    await planDeliveries(db, { ...card, occurrence: '2026-12-07' }, recipients(['asa'], { reachable: false }));
    await planDeliveries(db, { ...card, purpose: 'reminder' }, recipients(['asa'], { group: 'K' }));
    await db.updateTable('deliveries').set({ state: 'declined' }).where('person', '=', 'bo').execute();
    expect(await sizesOf(db, 'c1')).toEqual(
      new Map([
        [
          run.day,
          new Map([
            ['', 1],
            ['K', 2],
          ]),
        ],
        ['2026-12-07', new Map([['', 1]])],
      ]),
    );
  });

  it('gives way to the thanks of its own run, where it stands in a chat', async () => {
    const shown = { state: 'sent', message: 'm' } as const;
    await planDeliveries(db, card, recipients(['asa', 'bo', 'cia']));
    await planDeliveries(db, { ...card, occurrence: '2026-12-07' }, recipients(['asa']));
    await db.updateTable('deliveries').set(shown).where('person', '=', 'asa').execute();
    await db.updateTable('deliveries').set({ state: 'declined' }).where('person', '=', 'bo').execute();
    const thanks = { topic: 'c1', purpose: 'thanks', occurrence: run.day } as const;
    for (let time = 0; time < 2; time++) await planReplacements(db, thanks, start);
    const planned = db.selectFrom('deliveries').select(['occurrence', 'person']).where('purpose', '=', 'thanks');
    expect(await planned.execute()).toEqual([{ occurrence: run.day, person: 'asa' }]);
  });
});
