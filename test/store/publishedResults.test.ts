import { addCampaign } from '../../src/store/campaigns';
import { campaignStore } from '../../src/store/campaignStore';
import { respondentsOf } from '../../src/store/campaignKeys';
import { erasePerson } from '../../src/store/erasure';
import { type Database } from '../../src/store/database';
import { countedOf, publishResults, publishedResultsOf, type Publishing } from '../../src/store/publishedResults';
import { eraseResponse, forgetResponses, keepResponse } from '../../src/store/responses';
import { newKey, decrypt } from '../../src/store/encryption';
import { aCampaign, aResponse } from '../campaigns/aCampaign';
import { allStored, onPostgres, twoHandles } from './temporary';

const serviceKey = newKey();
const publishing: Publishing = { campaign: 'c1', occurrence: '2026-11-30', least: 3, closing: false };

let db: Database;
let other: Database;
beforeEach(async () => {
  [db, other] = await twoHandles();
  await addCampaign(db, serviceKey, aCampaign({ least: 3 }));
});
const answers = (person: string, group = 'A', chosen = '4') =>
  keepResponse(db, serviceKey, aResponse({ person, group, given: { q: [chosen] } }));
const people = async (closing = false) =>
  (await publishResults(db, serviceKey, { ...publishing, closing })).tables.A?.people;

describe('publishing', () => {
  it('shows nothing, and keeps nothing, before enough have answered', async () => {
    await answers('asa');
    expect(await people()).toBeUndefined();
    expect(await publishedResultsOf(db, 'c1')).toEqual(new Map());
  });

  it('shows what it has shown until enough more have answered', async () => {
    for (const person of ['a', 'b', 'c']) await answers(person);
    expect(await people()).toBe(3);
    for (const person of ['d', 'e']) await answers(person);
    expect(await people()).toBe(3);
    await answers('f');
    expect(await people()).toBe(6);
  });

  it('keeps after the close nothing of who was counted', async () => {
    for (const person of ['a', 'b', 'c']) await answers(person);
    await people();
    await people(true);
    const [[, kept]] = [...(await publishedResultsOf(db, 'c1'))] as [[string, { counted: object; tables: object }]];
    expect(kept.counted).toEqual({});
    expect(kept.tables).toMatchObject({ A: { people: 3 } });
  });

  it('never shows two tables that differ by one answer, also when two instances publish at once', async () => {
    for (let n = 0; n < 4; n++) await answers(`p${n}`);
    const seen = new Set<number>();
    for (let n = 4; n < 24; n++) {
      await answers(`p${n}`);
      const both = [db, other].map((handle) => () => publishResults(handle, serviceKey, publishing));
      const all = onPostgres ? await Promise.all(both.map((one) => one())) : [await both[0]!(), await both[1]!()];
      for (const { tables } of all) seen.add(tables.A!.people);
    }
    const sizes = [...seen].sort((one, another) => one - another);
    sizes.slice(1).forEach((size, at) => expect(size - sizes[at]!).toBeGreaterThanOrEqual(3));
    expect(sizes.length).toBeGreaterThan(4);
  });
});

describe('words that people share', () => {
  const about = { campaign: 'c1', occurrence: '2026-11-30' };
  const shares = (person: string, words = `ord av ${person}`) =>
    keepResponse(db, serviceKey, aResponse({ person, group: 'A', given: {}, shared: { tankar: words } }));
  const words = async (closing = false) =>
    (await publishResults(db, serviceKey, { ...publishing, closing })).words?.tankar;
  const many = (count: number) => Array.from({ length: count }, (_, n) => `p${String(n).padStart(2, '0')}`);

  it('are shown from ten sharers on, without any order of time or name', async () => {
    for (const person of many(9)) await shares(person);
    expect(await words()).toBeUndefined();
    await shares('p09', 'Allra först');
    expect(await words()).toEqual(['Allra först', ...many(9).map((person) => `ord av ${person}`)]);
  });

  it('disappear when she takes them back, until the close; then what was shown stays', async () => {
    for (const person of many(11)) await shares(person);
    await words();
    await eraseResponse(db, serviceKey, { ...about, person: 'p03' });
    expect(await words()).toHaveLength(10);
    expect(await words()).not.toContain('ord av p03');
    await words(true);
    await forgetResponses(db, 'c1');
    expect(await words(true)).toHaveLength(10);
    expect(await words()).toHaveLength(10);
  });

  it('of a person who is erased are gone with her, whether HR looks again or not', async () => {
    for (const person of many(10)) await shares(person);
    await words();
    await erasePerson(db, serviceKey, 'p03', new Date());
    const { words: stored } = await db.selectFrom('releases').select('words').executeTakeFirstOrThrow();
    const clear = decrypt(serviceKey, { personId: 'c1', purpose: 'released words' }, stored!);
    expect(clear).toContain('ord av p04');
    expect(clear).not.toContain('ord av p03');
  });

  it('that a person takes back are gone at once, and what was counted of the person too', async () => {
    for (const person of many(10)) await shares(person);
    await words();
    const name = (await respondentsOf(db, serviceKey, 'c1'))!('p03');
    expect(await stored()).toMatchObject({ counted: [name], words: [expect.stringContaining(name)] });
    await campaignStore(db, serviceKey).forget({ ...about, group: 'A', person: 'p03' });
    expect(await stored()).toEqual({ counted: [], words: [expect.not.stringContaining(name)] });
    expect(await countedOf(db, serviceKey, 'p04')).toHaveLength(1);
  });

  /** What is kept of p03's counted answers, and all words that are kept. */
  async function stored() {
    const rows = await db.selectFrom('releases').select(['released', 'words']).execute();
    const name = (await respondentsOf(db, serviceKey, 'c1'))!('p03');
    const open = ({ words }: { words: string | null }) =>
      decrypt(serviceKey, { personId: 'c1', purpose: 'released words' }, words!);
    return { counted: rows.filter((row) => row.released.includes(name)).map(() => name), words: rows.map(open) };
  }

  it('can be read by nobody who has the database', async () => {
    for (const person of many(10)) await shares(person, `hemliga tankar ${person}`);
    expect(await words()).toHaveLength(10);
    expect((await allStored(db)).toString()).not.toContain('hemliga tankar');
    expect(JSON.stringify([...(await publishedResultsOf(db, 'c1'))])).not.toContain('hemliga');
  });

  it('do not lose figures, nor figures words, when both move on', async () => {
    for (const person of many(10)) await shares(person);
    await words();
    for (const person of ['a', 'b', 'c']) await answers(person, 'B');
    const after = await publishResults(db, serviceKey, publishing);
    expect(after.tables.B!.people).toBe(3);
    expect(after.words!.tankar).toHaveLength(10);
  });
});
