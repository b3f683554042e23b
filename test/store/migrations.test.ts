import { sql } from 'kysely';
import { planDueCampaigns } from '../../src/campaigns/planDue';
import { openRuns, runsOf } from '../../src/store/campaignRuns';
import { campaignStore } from '../../src/store/campaignStore';
import { findCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { sendingOf, sizesOf, tallyOf } from '../../src/store/deliveries';
import { publishedOf, publishRun } from '../../src/store/publishedResults';
import { keepResponse, responsesBy, responsesTo } from '../../src/store/responses';
import { fillAt0010, launched, nameOf, newest, people, serviceKey, words } from './before0011';
import { allStored, onPostgres, temporaryDatabase, temporaryPlace } from './temporary';

/** What stood there before campaigns had runs, opened by this version. */
async function migrated(): Promise<Database> {
  const place = await temporaryPlace();
  await fillAt0010(place);
  return temporaryDatabase(place);
}

const published = { people: 11, counts: { ramar: { '4': 11 } } };
const responseOf = (person: string, chosen: string) => ({
  campaign: 'running',
  occurrence: newest,
  person,
  group: 'Öron',
  given: { ramar: [chosen] },
  shared: {},
});

describe('the migration to runs', () => {
  it('leaves every campaign as it was', async () => {
    const db = await migrated();
    const at = new Date(launched);
    expect(await findCampaign(db, 'running')).toEqual({
      id: 'running',
      title: 'running',
      flow: 'tydliga-ramar',
      plan: { kind: 'weekly', weekday: 1, time: '09:00', from: '2026-11-16' },
      answerDays: 5,
      audience: { kind: 'everyone' },
      state: 'running',
      revision: 0,
      least: 6,
      createdBy: 'hanna',
      createdAt: at,
      launchedBy: 'hanna',
      launchedAt: at,
    });
    expect(await findCampaign(db, 'over')).toMatchObject({ state: 'closed', closedAt: new Date('2026-11-24T09:00Z') });
    expect(await runsOf(db, 'draft')).toEqual([]);
  });

  it('makes a run of each sending, open for a week, and of what is over a published one', async () => {
    const db = await migrated();
    const run = {
      campaign: 'running',
      state: 'sent',
      held: { absent: 0, capped: 0 },
    };
    const [first, second] = ['2026-11-16T08:00:00.000Z', `${newest}T08:00:00.000Z`].map((moment) => new Date(moment));
    expect(await runsOf(db, 'running')).toEqual([
      { ...run, day: '2026-11-16', dueAt: first, sentAt: first, answerUntil: '2026-11-23', recipients: 11 },
      { ...run, day: newest, dueAt: second, sentAt: second, answerUntil: '2026-11-30', recipients: 13 },
    ]);
    expect(await runsOf(db, 'over')).toMatchObject([{ state: 'published', recipients: 11 }]);
    const open = (await openRuns(db)).map(({ campaign, day }) => `${campaign} ${day}`);
    expect(open.sort()).toEqual(['just closed 2026-11-16', 'running 2026-11-16', 'running 2026-11-23']);
  });

  it('leaves every delivery, and each is of a run', async () => {
    const db = await migrated();
    expect(await tallyOf(db, 'running')).toMatchObject({ sent: 22, waiting: 1, blocked: 1 });
    expect([...(await sizesOf(db, 'running')).keys()]).toEqual(['2026-11-16', newest]);
    expect(await db.selectFrom('deliveries').select('id').execute()).toHaveLength(47);
    expect(await sendingOf(db, `running ${newest} chef-00`)).toMatchObject({ group: 'Öron', takesAnswers: true });
    expect(await sendingOf(db, 'over 2026-11-16 chef-00')).toMatchObject({ takesAnswers: false });
  });

  it('sends nothing a second time, and goes on with the next run', async () => {
    const db = await migrated();
    const fail = (error: unknown) => {
      throw error;
    };
    const calendar = { quiet: { from: '23:59', to: '00:00' }, weekends: true, holidays: new Set<string>() };
    const at = new Date('2026-11-25T09:00:00.000Z');
    await planDueCampaigns({ store: campaignStore(db, serviceKey), calendar, now: () => at, failed: fail });
    expect(await db.selectFrom('deliveries').select('id').execute()).toHaveLength(47);
    const runs = (await runsOf(db, 'running')).slice(0, 4).map(({ day, state }) => `${day} ${state}`);
    expect(runs).toEqual(['2026-11-16 sent', '2026-11-23 sent', '2026-11-30 planned', '2026-12-07 planned']);
  });

  it('counts the answers that were given before it, with those that come after, when the run is published', async () => {
    const db = await migrated();
    expect(await responsesTo(db, serviceKey, 'running', newest)).toHaveLength(11);
    expect(await responsesBy(db, serviceKey, people[0]!)).toEqual([
      {
        title: 'running',
        occurrence: newest,
        group: 'Öron',
        values: { ramar: ['4'] },
        shared: { tankar: words(people[0]!) },
      },
    ]);
    // One answers otherwise, and one for the first time.
    expect(await keepResponse(db, serviceKey, responseOf(people[0]!, '2'))).toBe(true);
    expect(await keepResponse(db, serviceKey, responseOf('sen', '5'))).toBe(true);
    expect(await publishedOf(db, serviceKey, 'running')).toEqual(new Map());
    await publishRun(db, serviceKey, { campaign: 'running', day: newest }, 6);
    expect((await publishedOf(db, serviceKey, 'running')).get(newest)).toEqual({
      tables: { Öron: { people: 12, counts: { ramar: { '2': 1, '4': 10, '5': 1 } } } },
      words: { tankar: people.slice(1).map(words) },
    });
    expect(await responsesTo(db, serviceKey, 'running', newest)).toEqual([]);
    expect(await keepResponse(db, serviceKey, responseOf('sist', '5'))).toBe(false);
  });

  it('keeps what HR has been shown of what is over', async () => {
    const db = await migrated();
    const table = { people: 7, counts: { ramar: { '4': 7 } } };
    expect(await publishedOf(db, serviceKey, 'over')).toEqual(
      new Map([['2026-11-16', { tables: { Öron: table }, rest: table, words: { tankar: ['Bra', 'Nja'] } }]]),
    );
  });

  it('loses no answer to what was closed a moment ago', async () => {
    const db = await migrated();
    expect(await publishedOf(db, serviceKey, 'just closed')).toEqual(new Map());
    await publishRun(db, serviceKey, { campaign: 'just closed', day: '2026-11-16' }, 6);
    expect((await publishedOf(db, serviceKey, 'just closed')).get('2026-11-16')).toEqual({
      tables: { Öron: published },
      words: { tankar: people.map(words) },
    });
    expect(await responsesTo(db, serviceKey, 'just closed', '2026-11-16')).toEqual([]);
  });

  it('leaves nothing of who was counted once the runs are published', async () => {
    const db = await migrated();
    const names = people.map((person) => nameOf(person));
    expect((await allStored(db)).toString()).toContain(names[0]);
    expect(JSON.stringify(await db.selectFrom('releases').selectAll().execute())).not.toContain(names[0]);
    for (const run of await openRuns(db)) await publishRun(db, serviceKey, run, 6);
    const stored = (await allStored(db)).toString();
    expect(names.filter((name) => stored.includes(name))).toEqual([]);
  });

  // PostgreSQL has no tables without an order of their own.
  if (!onPostgres)
    it('takes from the answers the order in which they came', async () => {
      const db = await migrated();
      await expect(sql`select rowid from responses`.execute(db)).rejects.toThrow('no such column: rowid');
    });
});
