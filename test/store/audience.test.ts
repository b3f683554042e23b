import { hasOtherCard, leftOut, membersOf } from '../../src/store/audience';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { type DeliveryState } from '../../src/deliveries/delivery';
import { planDeliveries } from '../../src/store/deliveries';
import { recordRoster, remember } from '../../src/store/people';
import { campaignResponseStore } from '../../src/store/campaignResponseStore';
import { recipients } from '../deliveries/recipients';
import { temporaryDatabase } from './temporary';

const now = new Date('2026-11-24T08:00:00.000Z');

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  await remember(db, { id: 'asa', address: '{"chat":1}' }, now);
  await recordRoster(db, 'asa', { name: 'Åsa', email: 'Asa@Region.example' }, now);
  await recordRoster(db, 'bo', { name: 'Bo', email: 'bo@region.example' }, now);
});

describe('the audience', () => {
  it('is everybody with the bot; who has not written to it cannot be reached yet', async () => {
    expect(await membersOf(db, { kind: 'everyone' })).toEqual([
      { person: 'asa', group: '', reachable: true },
      { person: 'bo', group: '', reachable: false },
    ]);
  });

  it('is those whom HR lists, by id or e-mail in any case, and those whom nobody knows yet', async () => {
    await db.insertInto('groups').values({ id: 'g', title: 'Chefer', created_at: now.toISOString() }).execute();
    const listed = [
      ['asa@region.example', 'Kirurgi'],
      ['bo', 'Kirurgi'],
      ['ny@region.example', ''],
    ] as const;
    for (const [listed_as, unit] of listed)
      await db.insertInto('group_members').values({ group_id: 'g', listed_as, unit }).execute();
    expect(await membersOf(db, { kind: 'group', group: 'g' })).toEqual([
      { person: 'asa', group: 'Kirurgi', reachable: true },
      { person: 'bo', group: 'Kirurgi', reachable: false },
      { person: 'ny@region.example', group: '', reachable: false },
    ]);
  });

  it('leaves out who wants none', async () => {
    await campaignResponseStore(db, newKey()).optOut('asa', now);
    expect((await leftOut(db, 'c1', now)).optedOut).toEqual(new Set(['asa']));
  });
});

describe('one card a week', () => {
  /** Another campaign's card to Åsa is due at a moment. */
  const otherCard = async (at: string, topic = 'other') =>
    planDeliveries(db, { topic, occurrence: at, purpose: 'card', dueAt: new Date(at) }, recipients(['asa']));
  const capped = async (at: string, campaign = 'c1') => [...(await leftOut(db, campaign, new Date(at))).capped];

  it('tells of one person whether there is another card in the week than that of a run: of another campaign, or of another run', async () => {
    const wednesday = '2026-11-25T08:00:00.000Z';
    const has = (occurrence: string, at = wednesday, topic = 'other', person = 'asa') =>
      hasOtherCard(db, { topic, occurrence, person }, new Date(at));
    await otherCard(wednesday);
    expect(await has(wednesday)).toBe(false);
    expect(await has('another run')).toBe(true);
    expect(await has(wednesday, wednesday, 'c1')).toBe(true);
    expect(await has('another run', '2026-11-30T08:00:00.000Z')).toBe(false);
    expect(await has('another run', wednesday, 'other', 'bo')).toBe(false);
    await db.updateTable('deliveries').set({ state: 'cancelled' }).execute();
    expect(await has('another run')).toBe(false);
  });

  // In Sweden a week begins at 23:00 UTC on Sunday in winter, and at 22:00 in summer.
  it.each([
    ['any week', '2026-11-22T23:00:00.000Z', '2026-11-29T23:00:00.000Z'],
    ['the week of New Year', '2026-12-27T23:00:00.000Z', '2027-01-03T23:00:00.000Z'],
    ['the week at whose end the clocks go forward', '2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['the week after it', '2026-03-29T22:00:00.000Z', '2026-04-05T22:00:00.000Z'],
    ['the week at whose end the clocks go back', '2026-10-18T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['the week after it', '2026-10-25T23:00:00.000Z', '2026-11-01T23:00:00.000Z'],
  ])('is counted from Monday to Sunday in Sweden: %s', async (_, begins, ends) => {
    const justBefore = (moment: string) => new Date(Date.parse(moment) - 1).toISOString();
    const last = justBefore(ends);
    for (const card of [begins, last]) {
      await db.deleteFrom('deliveries').execute();
      await otherCard(card);
      for (const [due, held] of [
        [justBefore(begins), []],
        [begins, ['asa']],
        [last, ['asa']],
        [ends, []],
      ] as const)
        expect({ card, due, capped: await capped(due) }).toEqual({ card, due, capped: held });
    }
  });

  it('is never used up by the campaign’s own series', async () => {
    await otherCard('2026-11-23T08:00:00.000Z', 'c1');
    expect(await capped('2026-11-24T08:00:00.000Z', 'c1')).toEqual([]);
    expect(await capped('2026-11-24T08:00:00.000Z', 'c2')).toEqual(['asa']);
  });

  it.each([
    ['planned', ['asa']],
    ['claimed', ['asa']],
    ['sent', ['asa']],
    ['unknown', ['asa']],
    // Otherwise the people who are not held back would tell who has opted out.
    ['declined', ['asa']],
    ['waiting', []],
    ['blocked', []],
    ['not-found', []],
    ['failed', []],
    ['cancelled', []],
  ] as const)('is used up by what has come, may have come or is to come: %s', async (state: DeliveryState, held) => {
    await otherCard('2026-11-23T08:00:00.000Z');
    await db.updateTable('deliveries').set({ state }).execute();
    expect(await capped('2026-11-24T08:00:00.000Z')).toEqual(held);
  });

  it('is not used up by a reminder, thanks, a recall or the welcome', async () => {
    for (const purpose of ['reminder', 'thanks', 'recall', 'welcome'] as const)
      await planDeliveries(db, { topic: 'other', occurrence: '1', purpose, dueAt: now }, recipients(['asa']));
    expect(await capped(now.toISOString())).toEqual([]);
  });
});
