import { sql } from 'kysely';
import { addRuns } from '../../src/store/campaignRuns';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { publishedOf, publishRun } from '../../src/store/publishedResults';
import { eraseResponse, keepResponse, responsesTo } from '../../src/store/responses';
import { aCampaign, aResponse, aRun } from '../campaigns/aCampaign';
import { sentRun } from './sentRun';
import { allStored, onPostgres, twoHandles } from './temporary';

const serviceKey = newKey();
const least = 3;
const run = aRun();

let db: Database;
let other: Database;
beforeEach(async () => {
  [db, other] = await twoHandles();
  await addCampaign(db, aCampaign({ least }));
  await sentRun(db, serviceKey);
});
const answers = (person: string, group = 'A', chosen = '4') =>
  keepResponse(db, serviceKey, aResponse({ person, group, given: { q: [chosen] } }));
const publish = () => publishRun(db, serviceKey, run, least);
const published = async (handle = db) => (await publishedOf(handle, serviceKey, 'c1')).get(run.day);
const many = (count: number) => Array.from({ length: count }, (_, n) => `p${String(n).padStart(2, '0')}`);
const storedRun = () =>
  db.selectFrom('campaign_runs').select(['state', 'sealed_key']).where('day', '=', run.day).executeTakeFirstOrThrow();
const storedAnswers = () => db.selectFrom('responses').selectAll().execute();

describe('what HR may see of a run', () => {
  it('is nothing before it is published, however many have answered', async () => {
    for (const person of many(20)) await answers(person);
    expect(await publishedOf(db, serviceKey, 'c1')).toEqual(new Map());
    // Nor what an earlier version has left.
    const earlier = { campaign_id: 'c1', occurrence: run.day, released: '{"tables":{}}', words: null };
    await db.insertInto('releases').values(earlier).execute();
    expect(await publishedOf(db, serviceKey, 'c1')).toEqual(new Map());
    await publish();
    expect((await published())?.tables.A?.people).toBe(20);
  });

  it('is then kept by the day of the run, without who answered and with nothing left of the single answers', async () => {
    await sentRun(db, serviceKey, { day: '2026-12-07' });
    await keepResponse(db, serviceKey, aResponse({ occurrence: '2026-12-07' }));
    for (const person of ['a', 'b', 'c']) await answers(person);
    for (const person of ['d', 'e']) await answers(person, 'B', '2');
    await publish();
    expect(await publishedOf(db, serviceKey, 'c1')).toEqual(
      new Map([[run.day, { tables: { A: { people: 3, counts: { q: { 4: 3 } } } } }]]),
    );
    expect(await storedRun()).toEqual({ state: 'published', sealed_key: null });
    expect((await storedAnswers()).map(({ occurrence }) => occurrence)).toEqual(['2026-12-07']);
    expect(await responsesTo(db, serviceKey, 'c1', run.day)).toEqual([]);
  });

  it('is nothing of a run that was not sent, and is empty where nobody has answered', async () => {
    await publishRun(db, serviceKey, { ...run, day: '2027-01-04' }, least);
    expect(await publishedOf(db, serviceKey, 'c1')).toEqual(new Map());
    await publish();
    expect(await published()).toEqual({ tables: {} });
  });

  it('is published once: what is asked for again changes nothing', async () => {
    for (const person of many(4)) await answers(person);
    await publish();
    const first = await published();
    await publishRun(db, serviceKey, run, 2);
    expect(await published()).toEqual(first);
    expect(first?.tables.A?.people).toBe(4);
  });

  it('deletes on the next call what a crash after the publication has left of the single answers', async () => {
    for (const person of many(4)) await answers(person);
    const left = await storedAnswers();
    await publish();
    const first = await published();
    await db.insertInto('responses').values(left).execute();
    await publish();
    expect(await storedAnswers()).toEqual([]);
    expect(await published()).toEqual(first);
  });

  it('deletes the single answers page by page: in between other work is done', async () => {
    for (let from = 0; from < 520; from += 40)
      await Promise.all(Array.from({ length: 40 }, (_, n) => answers(`p${from + n}`)));
    const seen = new Set<number>();
    let isOver = false;
    const looking = (async () => {
      while (!isOver) {
        seen.add((await storedAnswers()).length);
        await new Promise(setImmediate);
      }
    })();
    await publish();
    isOver = true;
    await looking;
    expect(seen.size).toBeGreaterThan(3);
    expect(await storedAnswers()).toEqual([]);
  });

  it('leaves the answers of a run that is being sent alone', async () => {
    await addRuns(db, serviceKey, 'c1', [aRun({ day: '2026-12-07' })]);
    await keepResponse(db, serviceKey, aResponse({ occurrence: '2026-12-07' }));
    await publishRun(db, serviceKey, { ...run, day: '2026-12-07' }, least);
    expect(await storedAnswers()).toHaveLength(1);
  });

  it('is one result where two instances publish at once', async () => {
    for (const person of many(5)) await answers(person);
    const both = [db, other].map((handle) => () => publishRun(handle, serviceKey, run, least));
    // SQLite's two connections would wait for each other in one process; there only one instance runs.
    if (onPostgres) await Promise.all(both.map((one) => one()));
    else for (const one of both) await one();
    expect(await published()).toEqual({ tables: { A: { people: 5, counts: { q: { 4: 5 } } } } });
    expect(await published(other)).toEqual(await published());
    expect(await storedAnswers()).toEqual([]);
  });

  it('is published whole or not at all: a fault at the end leaves the answers, their key and no result', async () => {
    for (const person of many(4)) await answers(person);
    const before = await storedRun();
    // The last step destroys the key.
    await sql
      .raw(
        onPostgres
          ? 'alter table campaign_runs add constraint fault check (sealed_key is not null)'
          : `create trigger fault before update of sealed_key on campaign_runs begin select raise(abort, 'fault'); end`,
      )
      .execute(db);
    await expect(publish()).rejects.toThrow('fault');
    expect(await storedRun()).toEqual(before);
    expect(await storedAnswers()).toHaveLength(4);
    expect(await db.selectFrom('releases').selectAll().execute()).toEqual([]);
    expect(await published()).toBeUndefined();
  });
});

describe('an answer that comes after', () => {
  it('is refused and kept nowhere, and none can be taken back', async () => {
    for (const person of many(3)) await answers(person);
    await publish();
    expect(await answers('p00')).toBe(false);
    expect(await answers('sen')).toBe(false);
    await eraseResponse(db, serviceKey, { campaign: 'c1', occurrence: run.day, person: 'p00' });
    expect(await storedAnswers()).toEqual([]);
    expect((await published())?.tables.A?.people).toBe(3);
  });

  it('or at the same moment is counted, or refused: never kept and not counted', async () => {
    const outcomes = new Set<boolean>();
    // Each time publishing begins some steps later.
    for (let steps = 0; steps < 40; steps++) {
      const day = `day ${steps}`;
      await sentRun(db, serviceKey, { day });
      const answer = (person: string) =>
        keepResponse(db, serviceKey, aResponse({ person, group: 'A', occurrence: day }));
      for (const person of ['a', 'b', 'c']) await answer(person);
      const answering = answer('late');
      for (let step = 0; step < steps; step++) await Promise.resolve();
      await publishRun(db, serviceKey, { campaign: 'c1', day }, least);
      const isKept = await answering;
      outcomes.add(isKept);
      const people = (await publishedOf(db, serviceKey, 'c1')).get(day)?.tables.A?.people;
      expect({ steps, people, left: await storedAnswers() }).toEqual({ steps, people: isKept ? 4 : 3, left: [] });
    }
    // On PostgreSQL it is the network that decides.
    if (!onPostgres) expect(outcomes).toEqual(new Set([true, false]));
  });
});

describe('words that people share', () => {
  const shares = (person: string, words = `ord av ${person}`) =>
    keepResponse(db, serviceKey, aResponse({ person, group: 'A', given: {}, shared: { tankar: words } }));
  const words = async () => (await published())?.words?.tankar;

  it('are shown from ten sharers on, without any order of time or name', async () => {
    await shares('p00', 'Övriga tankar');
    for (const person of many(10).slice(1)) await shares(person);
    await publish();
    expect(await words()).toEqual([
      ...many(10)
        .slice(1)
        .map((person) => `ord av ${person}`),
      'Övriga tankar',
    ]);
  });

  it('are never shown of nine', async () => {
    for (const person of many(9)) await shares(person);
    await publish();
    expect(await words()).toBeUndefined();
  });

  it('that a person has taken back are not among them', async () => {
    for (const person of many(11)) await shares(person);
    await eraseResponse(db, serviceKey, { campaign: 'c1', occurrence: run.day, person: 'p03' });
    await publish();
    expect(await words()).toHaveLength(10);
    expect(await words()).not.toContain('ord av p03');
  });

  it('can be read by nobody who has the database, before and after', async () => {
    for (const person of many(10)) await shares(person, `hemliga tankar ${person}`);
    expect((await allStored(db)).toString()).not.toContain('hemliga tankar');
    await publish();
    expect(await words()).toHaveLength(10);
    expect((await allStored(db)).toString()).not.toContain('hemliga tankar');
    await expect(publishedOf(db, newKey(), 'c1')).rejects.toThrow();
  });
});

describe('the single answers', () => {
  it('and their key are gone from the disk too, journal included', async () => {
    for (const person of many(4)) await answers(person);
    const { sealed_key } = await storedRun();
    const traces = [sealed_key!, ...(await storedAnswers()).flatMap(({ respondent, sealed }) => [respondent, sealed])];
    const left = async () => {
      const stored = await allStored(db);
      return traces.filter((trace) => stored.includes(trace)).length;
    };
    expect(await left()).toBe(traces.length);
    await publish();
    expect(await left()).toBe(0);
  });
});
