import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { planDeliveries, tallyOf } from '../../src/store/deliveries';
import { erasePerson } from '../../src/store/erasure';
import { outbox } from '../../src/store/outbox';
import { claimWelcome, remember } from '../../src/store/people';
import { newKey } from '../../src/store/encryption';
import { planWelcome, welcomeStore } from '../../src/store/welcomes';
import { aCampaign } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { sentRun } from './sentRun';
import { twoHandles } from './temporary';

const now = new Date('2026-11-24T22:00:00.000Z');
const later = new Date('2026-11-24T22:00:10.000Z');
const morning = new Date('2026-11-25T08:00:00.000Z');

let db: Database;
let other: Database;
beforeEach(async () => {
  [db, other] = await twoHandles();
  await remember(db, { id: 'asa', address: '{}' }, now);
});

const planned = async () => {
  const rows = await db
    .selectFrom('deliveries')
    .select(['purpose', 'state', 'due_at'])
    .where('person', '=', 'asa')
    .orderBy('due_at')
    .execute();
  return rows.map(({ purpose, state }) => `${purpose} ${state}`);
};
const store = () =>
  welcomeStore(
    db,
    () => now,
    () => morning,
  );

describe('planWelcome', () => {
  it('plans one welcome and one look into the roster, whichever instances hear of the person, however often', async () => {
    await Promise.all([db, other, db, other].map((handle) => planWelcome(handle, 'asa', now)));
    expect(await planned()).toEqual(['welcome planned', 'lookup planned']);
  });

  it('plans nothing for a person who has been welcomed and looked up', async () => {
    await claimWelcome(db, 'asa', now);
    await store().recordRoster('asa', {});
    await planWelcome(db, 'asa', now);
    expect(await planned()).toEqual([]);
  });

  it.each(['blocked', 'not-found', 'failed'] as const)('plans anew what ended as %s', async (state) => {
    await planWelcome(db, 'asa', now);
    const [welcome] = await outbox(db, 'one').claim(now, 1);
    await outbox(db, 'one').settle(welcome!, { state }, now);
    await planWelcome(db, 'asa', later);
    expect(await planned()).toEqual(['lookup planned', 'welcome planned']);
  });

  it.each([{ state: 'unknown' }, { state: 'sent', message: 'm1' }] as const)(
    'leaves what ended as $state',
    async (outcome) => {
      await planWelcome(db, 'asa', now);
      const [welcome] = await outbox(db, 'one').claim(now, 1);
      await outbox(db, 'one').settle(welcome!, outcome, now);
      await planWelcome(db, 'asa', later);
      expect(await planned()).toEqual([`welcome ${outcome.state}`, 'lookup planned']);
    },
  );

  it('looks up anew where nobody knows what came of it', async () => {
    await claimWelcome(db, 'asa', now);
    await planWelcome(db, 'asa', now);
    const [lookup] = await outbox(db, 'one').claim(later, 1);
    await outbox(db, 'one').settle(lookup!, { state: 'unknown' }, later);
    await planWelcome(db, 'asa', later);
    expect(await planned()).toEqual(['lookup planned']);
  });

  it('begins anew with a person who has been erased', async () => {
    await planWelcome(db, 'asa', now);
    await erasePerson(db, newKey(), 'asa', now);
    await planWelcome(db, 'asa', later);
    expect(await planned()).toEqual(['welcome planned', 'lookup planned']);
  });
});

describe('recordRoster', () => {
  it('plans what waited for the person by the e-mail, for when campaigns may be sent', async () => {
    await addCampaign(db, aCampaign());
    const run = await sentRun(db, newKey(), { day: '2026-11-24', dueAt: now, answerUntil: '2026-11-25' });
    const about = { topic: 'c1', occurrence: run.day, purpose: 'card', dueAt: now } as const;
    await planDeliveries(db, about, recipients(['åsa@region.example'], { reachable: false }));
    await store().recordRoster('asa', { email: 'Åsa@Region.example' });
    expect(await tallyOf(db, 'c1')).toMatchObject({ waiting: 0, planned: 1 });
    expect(await outbox(db, 'one').claim(later, 5)).toEqual([]);
    expect(await outbox(db, 'one').claim(morning, 5)).toMatchObject([{ person: 'asa', purpose: 'card' }]);
  });
});
