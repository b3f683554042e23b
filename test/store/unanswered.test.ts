import { type Database } from '../../src/store/database';
import { erasePerson } from '../../src/store/erasure';
import { prune } from '../../src/store/prune';
import { newKey } from '../../src/store/encryption';
import { countUnanswered, keepUnanswered, listUnanswered, unansweredBy } from '../../src/store/unanswered';
import { allStored, onPostgres, temporaryDatabase } from './temporary';
import { usualRetention } from '../usualRetention';

const november = new Date('2026-11-24T10:00:00.000Z');
const december = new Date('2026-12-10T10:00:00.000Z');
const serviceKey = newKey();
let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
});

const ask = async (words: string[], people: string[], now = november) => {
  for (const person of people) await keepUnanswered(db, serviceKey, person, words, now);
};
const rows = () => db.selectFrom('unanswered').selectAll().execute();
const shown = async (now = november) => {
  await countUnanswered(db, now);
  return (await listUnanswered(db)).map(({ month, words }) => [month, ...words.map(({ word }) => word)]);
};

describe('words of questions that nothing answered', () => {
  it('are shown from three people up, however often two of them ask', async () => {
    await ask(['lunch', 'semester'], ['asa', 'bo', 'asa', 'bo']);
    await ask(['lunch'], ['cia']);
    expect(await shown()).toEqual([['2026-11', 'lunch']]);
  });

  it('are shown as of the last count, so that a look tells of a day and not of a moment', async () => {
    await ask(['lunch'], ['asa', 'bo', 'cia']);
    expect(await listUnanswered(db)).toEqual([]);
    await countUnanswered(db, november);
    expect(await listUnanswered(db)).toEqual([{ month: '2026-11', words: [{ word: 'lunch', atLeast: 3 }] }]);
  });

  it('are kept each by itself: no name stands in two rows, and no id in any', async () => {
    await ask(['lunch', 'semester', 'dator'], ['asa', 'bo']);
    const askers = (await rows()).map(({ asker }) => asker);
    expect(new Set(askers).size).toBe(6);
    expect((await allStored(db)).includes('asa')).toBe(false);
  });

  if (!onPostgres)
    it('lie in the order of the alphabet, so that nothing tells which came together', async () => {
      await ask(['semester', 'dator'], ['asa']);
      await ask(['lunch'], ['bo']);
      expect((await rows()).map(({ word }) => word)).toEqual(['dator', 'lunch', 'semester']);
      await expect(
        db
          .selectFrom('unanswered')
          .select('rowid' as 'word')
          .execute(),
      ).rejects.toThrow('rowid');
    });

  it('name a person otherwise each month', async () => {
    await ask(['lunch'], ['asa'], november);
    await ask(['lunch'], ['asa'], december);
    expect(new Set((await rows()).map(({ asker }) => asker)).size).toBe(2);
    await ask(['lunch'], ['bo', 'bo'], december);
    expect(await shown(december)).toEqual([]);
  });

  it('forget who asked, and what fewer than three asked, when the month has been over for a day', async () => {
    await ask(['lunch'], ['asa', 'bo', 'cia']);
    await ask(['semester'], ['asa', 'bo']);
    // Midnight comes at 23 UTC.
    await countUnanswered(db, new Date('2026-12-01T22:30:00.000Z'));
    expect(await rows()).toHaveLength(5);
    expect(await shown(new Date('2026-12-01T23:30:00.000Z'))).toEqual([['2026-11', 'lunch']]);
    expect(await rows()).toEqual([]);
    await countUnanswered(db, december);
    expect(await shown(december)).toEqual([['2026-11', 'lunch']]);
  });

  it('belong to the month in Sweden', async () => {
    await ask(['lunch'], ['asa'], new Date('2026-11-30T23:30:00.000Z'));
    expect((await rows()).map(({ month }) => month)).toEqual(['2026-12']);
  });

  it('are shown for twelve months, counted by the daily tidying', async () => {
    const tidy = (now: string) => prune(db, new Date(now), () => undefined, usualRetention);
    await ask(['lunch'], ['asa', 'bo', 'cia']);
    await tidy('2026-12-20T10:00:00.000Z');
    await tidy('2027-11-30T10:00:00.000Z');
    expect(await listUnanswered(db)).toHaveLength(1);
    await tidy('2027-12-02T10:00:00.000Z');
    expect(await listUnanswered(db)).toEqual([]);
  });

  it('are found for the person who asked only, and erased with that person', async () => {
    await ask(['lunch', 'lönen'], ['asa', 'bo', 'cia']);
    const theirs = await unansweredBy(db, serviceKey, 'asa');
    expect(theirs.map(({ word }) => word).sort()).toEqual(['lunch', 'lönen']);
    expect(await unansweredBy(db, newKey(), 'asa')).toEqual([]);
    await erasePerson(db, serviceKey, 'asa', november);
    expect(await unansweredBy(db, serviceKey, 'asa')).toEqual([]);
    expect(await rows()).toHaveLength(4);
    expect(await shown()).toEqual([]);
  });

  it('lead HR to the most asked first, and tell no order but the alphabet among equals', async () => {
    await ask(['semester'], ['a', 'b', 'c', 'd', 'e', 'f']);
    await ask(['öl', 'lunch', 'ämne'], ['a', 'b', 'c']);
    await ask(['lunch'], ['d']);
    expect(await shown()).toEqual([['2026-11', 'semester', 'lunch', 'ämne', 'öl']]);
  });
});
