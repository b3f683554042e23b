import { type AskedQuestion } from '../../src/questions/question';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { erasePerson } from '../../src/store/erasure';
import { outbox } from '../../src/store/outbox';
import { recordRoster, remember } from '../../src/store/people';
import { prune } from '../../src/store/prune';
import { hrQuestionStore, questionStore } from '../../src/store/questionStores';
import { allStored, onPostgres, temporaryDatabase, twoHandles } from './temporary';
import { usualRetention } from '../usualRetention';

const monday = new Date('2026-11-23T10:00:00.000Z');
const daysOn = (days: number) => new Date(monday.getTime() + days * 24 * 3_600_000);
const serviceKey = newKey();
const [hanna, hugo] = [
  { id: 'hanna', name: 'Hanna' },
  { id: 'hugo', name: 'Hugo' },
];
const canary = 'kanariefågel';
const asked = { id: 'q1', name: 'Åsa Lind', text: `Får en ${canary} bo här?` };

let db: Database;
let now: Date;
beforeEach(async () => {
  db = await temporaryDatabase();
  now = monday;
  for (const id of ['asa', 'bo']) await remember(db, { id, address: `{"chat":"${id}"}` }, now);
});

/** Both sides, by default of this test's database. */
const manager = (on = db) => questionStore(on, serviceKey, () => now);
const hr = (on = db) => hrQuestionStore(on, serviceKey, { now: () => now, opensAt: () => now });
const shown = async (): Promise<AskedQuestion> => (await hr().find('q1'))!;
const deliveries = () =>
  db
    .selectFrom('deliveries')
    .select(['topic', 'occurrence', 'purpose', 'person', 'state'])
    .orderBy('occurrence')
    .execute();
/** As far as an answer of Hanna's. */
const answered = async () => {
  await manager().send('asa', asked);
  await hr().take('q1', hanna, false);
  expect(await hr().answer('q1', hanna, 'Nej.')).toBe(true);
};

describe('a question to HR', () => {
  it('is kept once, sealed: of what was said nothing stands in the store in clear', async () => {
    await manager().send('asa', asked);
    await manager().send('asa', { ...asked, text: 'Något annat' });
    expect(await hr().list()).toMatchObject([
      { id: 'q1', name: 'Åsa Lind', state: 'new', said: [{ by: 'manager', text: asked.text }] },
    ]);
    const stored = await allStored(db);
    for (const words of [canary, 'Åsa Lind']) expect([words, stored.includes(words)]).toEqual([words, false]);
  });

  it('sent by two at once under one id is the first one’s', async () => {
    await Promise.all([manager().send('asa', asked), manager().send('asa', asked)]);
    await manager().send('bo', { ...asked, text: 'Bos egen' });
    expect(await hr().list()).toMatchObject([{ said: [{ text: asked.text }] }]);
    expect(await manager().find('bo', 'q1')).toBeUndefined();
  });

  it('is taken by one in HR, and by a colleague only over', async () => {
    await manager().send('asa', asked);
    const taken = [await hr().take('q1', hanna, false), await hr().take('q1', hugo, false)];
    expect(taken).toEqual([true, false]);
    expect(await hr().answer('q1', hugo, 'Mitt')).toBe(false);
    expect(await hr().take('q1', hugo, true)).toBe(true);
    expect(await hr().answer('q1', hanna, 'Mitt')).toBe(false);
    expect(await shown()).toMatchObject({ state: 'taken', holder: hugo, said: [{}] });
  });

  it('is answered once, and with the answer goes one delivery to the person who asked', async () => {
    await answered();
    expect(await hr().answer('q1', hanna, 'Nej igen.')).toBe(false);
    expect(await shown()).toMatchObject({
      state: 'answered',
      said: [{}, { by: 'hr', text: 'Nej.', delivery: 'planned' }],
    });
    expect(await deliveries()).toEqual([
      { topic: 'q1', occurrence: '1', purpose: 'answer', person: 'asa', state: 'planned' },
    ]);
  });

  it('has its answer claimed by one instance only', async () => {
    const [one, other] = await twoHandles();
    await remember(one, { id: 'asa' }, now);
    await manager(one).send('asa', asked);
    await hr(other).take('q1', hanna, false);
    await hr(one).answer('q1', hanna, 'Nej.');
    const claims = [await outbox(one, 'one').claim(now, 10), await outbox(other, 'other').claim(now, 10)];
    expect(claims.map(({ length }) => length)).toEqual([1, 0]);
  });

  it('takes one reply, which makes it HR’s turn again, and one more answer', async () => {
    await answered();
    expect(await manager().reply('bo', 'q1', 'Bos svar')).toBe(false);
    expect(await manager().reply('asa', 'q1', 'Inte ens på fredagar?')).toBe(true);
    expect(await manager().reply('asa', 'q1', 'Inte ens på fredagar?')).toBe(false);
    expect(await shown()).toMatchObject({ state: 'taken', holder: hanna });
    await hr().answer('q1', hanna, 'Jo, då.');
    expect(await manager().reply('asa', 'q1', 'En gång till')).toBe(false);
    expect((await shown()).said.map(({ text }) => text)).toEqual([
      asked.text,
      'Nej.',
      'Inte ens på fredagar?',
      'Jo, då.',
    ]);
    expect((await deliveries()).map(({ occurrence }) => occurrence)).toEqual(['1', '3']);
  });

  it('is closed by the person who asked, and by nobody else among managers', async () => {
    await answered();
    await manager().close('bo', 'q1');
    expect((await shown()).state).toBe('answered');
    await manager().close('asa', 'q1');
    expect((await shown()).state).toBe('closed');
    expect(await hr().take('q1', hugo, true)).toBe(false);
    expect(await hr().close('q1')).toBe(false);
  });

  it('closed by HR tells those who wait, and nobody who has an answer', async () => {
    await manager().send('asa', asked);
    expect(await hr().close('q1')).toBe(true);
    expect(await deliveries()).toMatchObject([{ purpose: 'closing', person: 'asa' }]);
    await manager().send('asa', { ...asked, id: 'q2' });
    await hr().take('q2', hanna, false);
    await hr().answer('q2', hanna, 'Nej.');
    expect(await hr().close('q2')).toBe(true);
    expect((await deliveries()).filter(({ topic }) => topic === 'q2').map(({ purpose }) => purpose)).toEqual([
      'answer',
    ]);
  });

  it('lies as long as is set after its close, with what was sent about it; one that is open stays', async () => {
    await answered();
    await hr().close('q1');
    await manager().send('bo', { ...asked, id: 'open' });
    const tidy = (day: number) => prune(db, daysOn(day), () => undefined, { ...usualRetention, questionDays: 30 });
    await tidy(30);
    expect(await hr().list()).toHaveLength(2);
    await tidy(31);
    expect((await hr().list()).map(({ id }) => id)).toEqual(['open']);
    expect(await deliveries()).toEqual([]);
    expect(await db.selectFrom('question_words').select('question_id').execute()).toEqual([{ question_id: 'open' }]);
  });

  it('that was answered and left so is gone as if it had been closed then', async () => {
    await answered();
    await prune(db, daysOn(91), () => undefined, usualRetention);
    expect(await hr().list()).toEqual([]);
  });

  it('goes with the person, answers too, and another’s stays', async () => {
    await answered();
    await manager().send('bo', { ...asked, id: 'bos' });
    await erasePerson(db, serviceKey, 'asa', now);
    expect((await hr().list()).map(({ id }) => id)).toEqual(['bos']);
    expect(await outbox(db, 'one').claim(now, 10)).toEqual([]);
  });

  if (onPostgres)
    it('of two in HR who take it at one moment is one’s', async () => {
      const [one, other] = await twoHandles();
      await remember(one, { id: 'asa' }, now);
      await manager(one).send('asa', asked);
      const taken = await Promise.all([hr(one).take('q1', hanna, false), hr(other).take('q1', hugo, false)]);
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

  if (onPostgres)
    it('of two replies at one moment takes one', async () => {
      const [one, other] = await twoHandles();
      await remember(one, { id: 'asa' }, now);
      await manager(one).send('asa', asked);
      await hr(one).take('q1', hanna, false);
      await hr(one).answer('q1', hanna, 'Nej.');
      const replied = await Promise.all([one, other].map((each) => manager(each).reply('asa', 'q1', 'Jo?')));
      expect(replied.filter(Boolean)).toHaveLength(1);
    });
});

describe('beside the questions', () => {
  it('is kept when HR usually answers, in HR’s words, the latest', async () => {
    expect(await manager().promise()).toBeUndefined();
    await hr().setPromise('Inom en vecka.');
    await hr().setPromise('Inom två veckor.');
    expect([await manager().promise(), await hr().promise()]).toEqual(['Inom två veckor.', 'Inom två veckor.']);
  });

  it('is the name that the roster knows', async () => {
    expect(await manager().nameOf('asa')).toBeUndefined();
    await recordRoster(db, 'asa', { name: 'Åsa Lind' }, now);
    expect(await manager().nameOf('asa')).toBe('Åsa Lind');
  });
});
