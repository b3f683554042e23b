import { sql } from 'kysely';
import { addCampaign } from '../../src/store/campaigns';
import { campaignStore } from '../../src/store/campaignStore';
import { addRuns, skipRun } from '../../src/store/campaignRuns';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { pseudonymiser } from '../../src/store/pseudonym';
import { publishRun } from '../../src/store/publishedResults';
import {
  eraseResponse,
  eraseResponses,
  forgetResponses,
  keepResponse,
  responsesBy,
  responsesTo,
} from '../../src/store/responses';
import { runKeyOf } from '../../src/store/runKeys';
import { aCampaign, aResponse, aRun } from '../campaigns/aCampaign';
import { sentRun } from './sentRun';
import { allStored, onPostgres, temporaryDatabase } from './temporary';

const serviceKey = newKey();
const response = aResponse({ group: 'Kirurgi' });
const people = Array.from({ length: 40 }, (_, n) => `chef-${n}`);

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  await addCampaign(db, aCampaign());
  await sentRun(db, serviceKey);
});
const keep = (over: Partial<typeof response> = {}) => keepResponse(db, serviceKey, { ...response, ...over });
const kept = (campaign = 'c1', day = '2026-11-30') => responsesTo(db, serviceKey, campaign, day);
/** As they lie, without any order asked for. */
const stored = () => db.selectFrom('responses').selectAll().execute();

describe('responses', () => {
  it('are one per person and run: a new one takes the place of the old', async () => {
    await sentRun(db, serviceKey, { day: '2026-12-07' });
    expect(await keep()).toBe(true);
    expect(await keep({ given: { ramar: ['2'] }, shared: { tankar: 'Nytt' } })).toBe(true);
    await keep({ occurrence: '2026-12-07', given: { ramar: ['5'] } });
    expect(await kept()).toEqual([{ group: 'Kirurgi', values: { ramar: ['2'] }, shared: { tankar: 'Nytt' } }]);
    expect(await kept('c1', '2026-12-07')).toEqual([{ group: 'Kirurgi', values: { ramar: ['5'] }, shared: {} }]);
  });

  it('are all told, each once, where they are more than one page', async () => {
    const chosen = Array.from({ length: 520 }, (_, n) => String(n));
    // Some at a time: a connection is not to be waited for longer than it may be.
    for (let at = 0; at < chosen.length; at += 40)
      await Promise.all(chosen.slice(at, at + 40).map((n) => keep({ person: `chef-${n}`, given: { ramar: [n] } })));
    const told = (await kept()).map(({ values }) => values.ramar![0]!);
    expect(told.sort()).toEqual([...chosen].sort());
  });

  it('can be taken back while the run takes answers', async () => {
    await keep();
    await keep({ person: 'bo', given: { ramar: ['1'] } });
    await eraseResponse(db, serviceKey, response);
    expect(await kept()).toMatchObject([{ values: { ramar: ['1'] } }]);
    await forgetResponses(db, 'c1');
    expect(await kept()).toEqual([]);
  });

  it('are refused by a run that was skipped, or that there is not', async () => {
    await addRuns(db, serviceKey, 'c1', [aRun({ day: '2026-12-14' })]);
    await skipRun(db, { campaign: 'c1', day: '2026-12-14' }, 'stopped');
    for (const occurrence of ['2026-12-14', '2026-12-21']) expect(await keep({ occurrence })).toBe(false);
    expect(await stored()).toEqual([]);
  });

  it('of a campaign that is recalled are destroyed with their keys, and none comes after', async () => {
    await addCampaign(db, aCampaign({ id: 'c2' }));
    await sentRun(db, serviceKey, { campaign: 'c2' });
    await keep();
    await keep({ campaign: 'c2' });
    await campaignStore(db, serviceKey).recall('c1', new Date());
    expect(await keep({ person: 'sen' })).toBe(false);
    expect((await stored()).map(({ campaign_id }) => campaign_id)).toEqual(['c2']);
    const keys = await db.selectFrom('campaign_runs').select(['campaign_id', 'sealed_key']).execute();
    expect(keys.filter(({ sealed_key }) => sealed_key === null).map((row) => row.campaign_id)).toEqual(['c1']);
  });
});

describe('a person’s own answers', () => {
  it('are told to the person, of runs that are open', async () => {
    await sentRun(db, serviceKey, { day: '2026-12-07' });
    for (const occurrence of ['2026-11-30', '2026-12-07']) await keep({ occurrence, shared: { tankar: occurrence } });
    await keep({ person: 'bo' });
    await publishRun(db, serviceKey, aRun(), 6);
    expect(await responsesBy(db, serviceKey, 'asa')).toEqual([
      {
        title: 'Ramar',
        occurrence: '2026-12-07',
        group: 'Kirurgi',
        values: { ramar: ['4'] },
        shared: { tankar: '2026-12-07' },
      },
    ]);
  });

  it('are erased in every run that is open, and nobody else’s', async () => {
    await addCampaign(db, aCampaign({ id: 'c2', state: 'cancelled' }));
    await sentRun(db, serviceKey, { campaign: 'c2' });
    for (const campaign of ['c1', 'c2']) for (const person of ['asa', 'bo']) await keep({ campaign, person });
    await eraseResponses(db, serviceKey, 'asa');
    expect([await kept('c1'), await kept('c2')].map((left) => left.length)).toEqual([1, 1]);
    expect(await responsesBy(db, serviceKey, 'bo')).toHaveLength(2);
  });
});

describe('an answer that comes before the last card of a run is planned', () => {
  beforeEach(async () => {
    await addRuns(db, serviceKey, 'c1', [aRun({ day: '2026-12-07' })]);
    expect(await keep({ occurrence: '2026-12-07' })).toBe(true);
  });

  it('is told to the person', async () => {
    expect(await responsesBy(db, serviceKey, 'asa')).toMatchObject([{ occurrence: '2026-12-07', group: 'Kirurgi' }]);
  });

  it('is erased with the person', async () => {
    await eraseResponses(db, serviceKey, 'asa');
    expect(await stored()).toEqual([]);
  });
});

describe('what lies on disk', () => {
  const secret = aResponse({
    person: 'person-åsa',
    group: 'Njurmedicin',
    given: { 'hur-ofta': ['nästan-aldrig'] },
    shared: { tankar: 'Det går framåt' },
  });

  it('names neither person, group, question, choice nor words', async () => {
    await keepResponse(db, serviceKey, secret);
    const bytes = (await allStored(db)).toString();
    const [row] = await stored();
    for (const told of ['person-åsa', 'Njurmedicin', 'hur-ofta', 'nästan-aldrig', 'tankar', 'går framåt']) {
      expect([told, bytes.includes(told)]).toEqual([told, false]);
      expect([told, JSON.stringify(row).includes(told)]).toEqual([told, false]);
    }
    expect(Object.keys(row!).sort()).toEqual(['campaign_id', 'occurrence', 'respondent', 'sealed']);
    expect(bytes).toContain(row!.respondent);
    expect(await kept()).toMatchObject([{ group: 'Njurmedicin', values: secret.given, shared: secret.shared }]);
  });

  it('is as long, whatever was chosen in whatever group', async () => {
    await keep({ person: 'a', group: '', given: { ramar: ['1'] } });
    await keep({ person: 'b', group: 'Hälso- och sjukvårdsförvaltningen', given: { ramar: ['vill-inte-svara'] } });
    await keep({ person: 'c', shared: { tankar: 'Kort' } });
    expect(new Set((await stored()).map(({ sealed }) => sealed.length)).size).toBe(1);
  });

  it('is sealed anew each time: nobody sees who answered alike, or the same again', async () => {
    for (const person of ['asa', 'bo']) await keep({ person });
    const before = (await stored()).map(({ sealed }) => sealed);
    await keep();
    const all = [...before, ...(await stored()).map(({ sealed }) => sealed)];
    expect(new Set(all).size).toBe(3);
  });

  it('names respondents otherwise in each run and campaign, and as the service key alone cannot', async () => {
    await addCampaign(db, aCampaign({ id: 'c2' }));
    await sentRun(db, serviceKey, { campaign: 'c2' });
    await sentRun(db, serviceKey, { day: '2026-12-07' });
    await keep();
    await keep({ occurrence: '2026-12-07' });
    await keep({ campaign: 'c2' });
    const names = (await stored()).map(({ respondent }) => respondent);
    expect(new Set(names).size).toBe(3);
    expect(names).not.toContain(pseudonymiser(serviceKey)('asa'));
  });

  it('tells nobody without the keys who has answered, or what', async () => {
    await keep();
    await expect(responsesTo(db, newKey(), 'c1', '2026-11-30')).rejects.toThrow();
    await expect(responsesBy(db, newKey(), 'asa')).rejects.toThrow();
    await db.updateTable('campaign_runs').set({ sealed_key: null }).execute();
    expect(await kept()).toEqual([]);
    expect(await responsesBy(db, serviceKey, 'asa')).toEqual([]);
    await eraseResponse(db, serviceKey, response);
    expect(await stored()).toHaveLength(1);
  });

  it('is told in an order that is not that of time', async () => {
    for (const person of people) await keep({ person, given: { ramar: [person] } });
    const told = (await kept()).map(({ values }) => values.ramar![0]);
    expect([...told].sort()).toEqual([...people].sort());
    expect(told).not.toEqual(people);
    const { nameOf } = (await runKeyOf(db, serviceKey, aRun()))!;
    const names = await db.selectFrom('responses').select('respondent').orderBy('respondent').execute();
    expect(told.map((person) => nameOf(person!))).toEqual(names.map(({ respondent }) => respondent));
  });

  // PostgreSQL has no tables without an order of their own.
  if (!onPostgres)
    it('lies in no order of time: the table has no row numbers', async () => {
      for (const person of people) await keep({ person });
      const names = (await stored()).map(({ respondent }) => respondent);
      expect(names).toEqual([...names].sort());
      await expect(sql`select rowid from responses`.execute(db)).rejects.toThrow('no such column: rowid');
    });
});
