import { leastAnswers, mostPeople } from '../../src/dialogue/dialogue';
import { type Database } from '../../src/store/database';
import { dialogueAnswersBy } from '../../src/store/dialoguesByPerson';
import { dialogueStore } from '../../src/store/dialogues';
import { newKey } from '../../src/store/encryption';
import { erasePerson } from '../../src/store/erasure';
import { remember } from '../../src/store/people';
import { prune } from '../../src/store/prune';
import { allStored, onPostgres, temporaryDatabase, twoHandles } from './temporary';
import { usualRetention } from '../usualRetention';

const monday = new Date('2026-11-23T10:00:00.000Z');
const daysOn = (days: number) => new Date(monday.getTime() + days * 24 * 3_600_000);
const serviceKey = newKey();
const content = { id: 'ledningsgrupp', retentionDays: 30 };
const canary = 'Xantippas kanariefågel';
const lesson = { chosen: 'forum', how: `Med ${canary}` };

let db: Database;
let now: Date;
beforeEach(async () => {
  db = await temporaryDatabase();
  now = monday;
});
const store = (on = db) => dialogueStore(on, serviceKey, () => now);

/** Two instances on PostgreSQL. A file has one: in one process two handles on it would wait for each other for ever. */
const handles = async (): Promise<readonly [Database, Database]> => (onPostgres ? twoHandles() : [db, db]);

/** A dialogue that Åsa has begun in a chat. */
async function begun(on = db, chat = '19:a') {
  const { dialogue } = await store(on).begin(chat, 'asa', content);
  return (person: string) => ({ id: dialogue.id, chat, person });
}
const texts = async (ref: Parameters<ReturnType<typeof store>['find']>[0]) =>
  (await store().find(ref))?.answers.map(({ text }) => text).sort();

describe('a dialogue', () => {
  it('is kept sealed: neither words, nor people, nor the chat stand in the store', async () => {
    const of = await begun(db, '19:hemlig-chatt');
    await store().write(of('bosse-id'), 'question', canary);
    await store().write(of('asa'), 'question', 'Annat');
    await store().step(of('asa'), 'open');
    await store().step(of('asa'), 'close');
    const stored = await allStored(db);
    for (const trace of [canary, 'kanarie', 'bosse-id', 'hemlig-chatt'])
      expect([trace, stored.includes(trace)]).toEqual([trace, false]);
    expect(await texts(of('bosse-id'))).toEqual(['Annat', canary]);
  });

  it('is found in its own chat only: from another one nothing is read and nothing changes', async () => {
    const of = await begun();
    await store().write(of('asa'), 'question', 'Ett');
    await store().write(of('bo'), 'question', 'Två');
    const elsewhere = { ...of('asa'), chat: '19:b' };
    expect(await store().find(elsewhere)).toBeUndefined();
    expect(await store().write(elsewhere, 'question', 'Tre')).toBe('lost');
    expect(await store().step(elsewhere, 'open')).toBe(false);
    await store().takeBack(elsewhere, 'question');
    await store().erase(elsewhere);
    expect(await texts(of('asa'))).toEqual(['Ett', 'Två']);
  });

  it('loses nothing of thirty who write at once on two instances, and takes no more', async () => {
    const [one, other] = await handles();
    const of = await begun(one);
    const people = Array.from({ length: mostPeople + 2 }, (_, n) => `p${n}`);
    const came = await Promise.all(
      people.map((person, n) => store(n % 2 ? one : other).write(of(person), 'question', person)),
    );
    expect(came.filter((one) => one === 'kept')).toHaveLength(mostPeople);
    expect(came.filter((one) => one === 'full')).toHaveLength(2);
    const kept = people.filter((_, n) => came[n] === 'kept');
    const found = await store(other).find(of('p0'));
    expect(found?.answers.map(({ text }) => text).sort()).toEqual(kept.sort());
  });

  it('is opened by one of two who do so at once, and what is then written is late: nothing is both or neither', async () => {
    const [one, other] = await handles();
    const of = await begun(one);
    for (const person of ['a', 'b']) await store(one).write(of(person), 'question', person);
    const [first, second, ...came] = await Promise.all([
      store(one).step(of('a'), 'open'),
      store(other).step(of('b'), 'open'),
      ...['c', 'd', 'e'].map((person) => store(other).write(of(person), 'question', person)),
    ]);
    expect([first, second].filter(Boolean)).toHaveLength(1);
    const answers = (await store(one).find(of('a')))!.answers;
    expect(answers).toHaveLength(5);
    ['c', 'd', 'e'].forEach((person, n) =>
      expect([person, answers.find(({ text }) => text === person)?.late]).toEqual([person, came[n] === 'late']),
    );
  });

  it('opens with two answers at least', async () => {
    const of = await begun();
    await store().write(of('asa'), 'question', 'Ensam');
    expect([leastAnswers, await store().step(of('asa'), 'open')]).toEqual([2, false]);
  });

  it('keeps what the group has seen as it was, and a late answer can still be changed and taken back', async () => {
    const of = await begun();
    for (const person of ['asa', 'bo']) await store().write(of(person), 'question', person);
    await store().step(of('asa'), 'open');
    expect(await store().write(of('asa'), 'question', 'Ändrat')).toBe('closed');
    await store().takeBack(of('asa'), 'question');
    expect(await store().write(of('cia'), 'question', 'Sent')).toBe('late');
    expect(await store().write(of('cia'), 'question', 'Senare')).toBe('late');
    expect(await texts(of('asa'))).toEqual(['Senare', 'asa', 'bo']);
    await store().takeBack(of('cia'), 'question');
    expect(await texts(of('asa'))).toEqual(['asa', 'bo']);
  });

  it('goes back where the group was not told of a step: nobody is late then', async () => {
    const of = await begun();
    for (const person of ['asa', 'bo']) await store().write(of(person), 'question', person);
    await store().step(of('asa'), 'open');
    await store().write(of('cia'), 'question', 'cia');
    await store().stepBack(of('asa'), 'open');
    expect(await store().find(of('asa'))).toMatchObject({
      phase: 'writing',
      answers: [{ late: false }, { late: false }, { late: false }],
    });
  });

  it('that runs is the one that is begun again that day, also by two at once; the next day has its own', async () => {
    const [one, other] = await handles();
    const both = await Promise.all([
      store(one).begin('19:a', 'asa', content),
      store(other).begin('19:a', 'bo', content),
    ]);
    expect(new Set(both.map(({ dialogue }) => dialogue.id)).size).toBe(1);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    now = daysOn(1);
    expect(await store(one).begin('19:a', 'asa', content)).toMatchObject({ isNew: true });
  });

  it('is gone after its days with its key and all that was written, whatever its phase', async () => {
    const of = await begun();
    for (const person of ['asa', 'bo']) await store().write(of(person), 'question', person);
    await prune(db, daysOn(29), () => undefined, usualRetention);
    expect(await texts(of('asa'))).toHaveLength(2);
    await prune(db, daysOn(30), () => undefined, usualRetention);
    expect(await store().find(of('asa'))).toBeUndefined();
    expect(await db.selectFrom('dialogue_answers').selectAll().execute()).toEqual([]);
  });

  it('keeps the lesson until the summary is sent, and is then erased as a whole', async () => {
    const of = await begun();
    for (const person of ['asa', 'bo']) await store().write(of(person), 'question', person);
    await store().step(of('asa'), 'open');
    await store().step(of('asa'), 'close');
    for (const person of ['asa', 'bo']) await store().write(of(person), 'closing', person);
    await store().step(of('asa'), 'openClosing');
    expect(await store().step(of('bo'), 'end', lesson)).toBe(true);
    expect(await store().find(of('bo'))).toMatchObject({ phase: 'ended', lesson });
    await store().erase(of('bo'));
    expect(await db.selectFrom('dialogues').selectAll().execute()).toEqual([]);
  });
});

describe('a person in dialogues', () => {
  it('gets the own words in the export, and takes them along at the erasure; the others’ stay', async () => {
    await remember(db, { id: 'asa' }, now);
    const of = await begun();
    await store().write(of('asa'), 'question', canary);
    await store().write(of('bo'), 'question', 'Bos');
    expect(await dialogueAnswersBy(db, serviceKey, 'asa')).toEqual([
      { day: '2026-11-23', content: 'ledningsgrupp', round: 'question', text: canary },
    ]);
    await erasePerson(db, serviceKey, 'asa', now);
    expect(await texts(of('bo'))).toEqual(['Bos']);
    expect(await store().find(of('asa'))).toMatchObject({ startedByAsker: false });
    expect(await dialogueAnswersBy(db, serviceKey, 'asa')).toEqual([]);
  });
});
