import { readConfig } from '../../src/shared/config';
import { addCampaign } from '../../src/store/campaigns';
import { auditLog, recordAudit } from '../../src/store/auditLog';
import { addGroup } from '../../src/store/groups';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { recordFeedback } from '../../src/store/feedback';
import { openStores } from '../../src/store/openStores';
import { recordRoster, remember, setOptedOut } from '../../src/store/people';
import { planWelcome } from '../../src/store/welcomes';
import { aCampaign, aResponse, aRun } from '../campaigns/aCampaign';
import { publishedOf, publishRun } from '../../src/store/publishedResults';
import { keepResponse } from '../../src/store/responses';
import { questionsWhere, sendQuestion, takeQuestion } from '../../src/store/questions';
import { next } from './move';
import { sentRun } from './sentRun';
import { onPostgres, temporaryDatabase, temporaryFolder, temporaryPlace } from './temporary';
import path from 'node:path';
import { databaseFile } from '../../src/store/database';

const serviceKey = newKey();
const start = new Date('2026-01-15T09:00:00.000Z');
const day = (n: number) => new Date(start.getTime() + n * 24 * 60 * 60 * 1000);
const flow = (id: string) => ({ id, title: 'Ramar', version: '1' }) as never;

let now: Date;
let db: Database;
let stores: Awaited<ReturnType<typeof openStores>>;

/** The service's stores, whose clock the test moves, beside a handle that looks into them. */
async function open(settings: Record<string, string> = {}): Promise<void> {
  now = start;
  const folder = temporaryFolder();
  const place = onPostgres ? { DATABASE_URL: await temporaryPlace() } : {};
  const own = { DATA_DIR: folder, SERVICE_KEY: serviceKey.toString('base64'), ...place, ...settings };
  stores = await openStores(readConfig(own), () => now, () => now); // oxfmt-ignore
  db = await temporaryDatabase(place.DATABASE_URL ?? path.join(folder, databaseFile));
  await remember(db, { id: 'asa', address: '{}' }, start);
}
afterEach(() => stores.close());

const rows = async (table: 'sessions' | 'feedback' | 'people' | 'person_keys' | 'downloads') =>
  (await db.selectFrom(table).selectAll().execute()).length;
/** What happens daily, on a day. Flows keep for 365 days, "kort" for 30. */
const prunedOn = async (at: number) => {
  now = day(at);
  await stores.prune((id) => (id === 'kort' ? 30 : 365));
};

async function touch(at: number, id = 'lang'): Promise<void> {
  now = day(at);
  const session = await stores.sessions.begin('asa', flow(id));
  await stores.sessions.append('asa', session, { ...next, madeAt: now.toISOString() }, false);
}

describe('what a person has given is kept for twelve months after its last use, or as long as is set', () => {
  it('of a guide, counted from its last move', async () => {
    await open();
    await touch(10);
    await prunedOn(375);
    expect(await rows('sessions')).toBe(1);
    await prunedOn(376);
    expect(await rows('sessions')).toBe(0);
  });

  it('of a guide, for less where the guide or the setting says less', async () => {
    await open({ SESSION_RETENTION_DAYS: '60' });
    await touch(0);
    await touch(0, 'kort');
    await prunedOn(31);
    expect(await rows('sessions')).toBe(1);
    await prunedOn(61);
    expect(await rows('sessions')).toBe(0);
  });

  it.each([
    [{}, 365],
    [{ FEEDBACK_RETENTION_DAYS: '10' }, 10],
  ])('of a thumb %j', async (settings, days) => {
    await open(settings);
    await recordFeedback(db, serviceKey, { message: 'm', personId: 'asa', reaction: 'like', words: 'Ord' }, start);
    await prunedOn(days);
    expect(await rows('feedback')).toBe(1);
    await prunedOn(days + 1);
    expect(await rows('feedback')).toBe(0);
  });

  it('of a link to a file, for ten minutes and not longer than to the next day', async () => {
    await open();
    await stores.orders.place({ what: 'ownData', person: 'asa', format: 'json' }, '123456');
    await prunedOn(1);
    expect(await rows('downloads')).toBe(0);
  });

  it('of the person, until nothing else is left, and then of the key too', async () => {
    await open();
    await touch(100);
    await planWelcome(db, 'asa', day(100));
    await prunedOn(465);
    expect([await rows('people'), await rows('person_keys')]).toEqual([1, 1]);
    await prunedOn(466);
    expect([await rows('people'), await rows('person_keys')]).toEqual([0, 0]);
    const left = await db.selectFrom('deliveries').select('person').execute();
    expect(left.map(({ person }) => person)).not.toContain('asa');
  });

  it.each([
    [{}, 365],
    [{ PERSON_RETENTION_DAYS: '20' }, 20],
  ])('of a person of whom there is nothing else %j', async (settings, days) => {
    await open(settings);
    await prunedOn(days);
    expect(await rows('people')).toBe(1);
    await prunedOn(days + 1);
    expect(await rows('people')).toBe(0);
  });

  it('of a person who has asked for a reminder, until that is over too', async () => {
    await open();
    await stores.bot.commitments.add('asa', { title: '', what: 'Ring Bo', due: '2027-03-01' });
    await prunedOn(366);
    expect(await stores.bot.commitments.list('asa', 0, 5)).toHaveLength(1);
    await prunedOn(800);
    expect(await rows('people')).toBe(0);
  });

  it('but of who wants no campaigns it is remembered, and whom HR has in a group', async () => {
    await open();
    for (const id of ['bo', 'cia']) await remember(db, { id, address: '{}' }, start);
    await setOptedOut(db, 'asa', start);
    await recordRoster(db, 'bo', { name: 'Bo Ek', email: 'Bo@Region.example' }, start);
    await addGroup(db, { id: 'g', title: 'Chefer', now: start }, [{ listedAs: 'bo@region.example', unit: '' }]);
    await prunedOn(800);
    const left = await db.selectFrom('people').select('id').orderBy('id').execute();
    expect(left.map(({ id }) => id)).toEqual(['asa', 'bo']);
  });
});

describe('what HR sees is kept as long as is set', () => {
  /** What happens daily, on a local day. */
  const prunedOnDay = async (date: string) => {
    now = new Date(`${date}T12:00:00.000Z`);
    await stores.prune(() => 365);
  };
  const answerUntil = '2026-12-04';

  /** A run whose figures and shared words have been published. */
  async function publishedRun(): Promise<void> {
    await addCampaign(db, aCampaign({ least: 3 }));
    await sentRun(db, serviceKey, { answerUntil });
    for (const person of Array.from({ length: 12 }, (_, n) => `p${n}`))
      await keepResponse(db, serviceKey, aResponse({ person, shared: { lardom: `Ord ${person}` } }));
    await publishRun(db, serviceKey, aRun(), 3);
  }
  const published = async () => [...(await publishedOf(db, serviceKey, 'c1')).values()][0];

  it.each([
    [{}, '2027-12-04', '2027-12-05', '2029-12-04', '2029-12-05'],
    [
      { SHARED_WORDS_RETENTION_MONTHS: '1', RESULT_RETENTION_MONTHS: '3' },
      ...['2027-01-04', '2027-01-05', '2027-03-04', '2027-03-05'],
    ],
  ] as [Record<string, string>, string, string, string, string][])(
    'of a run: the words that people shared, and later the figures %j',
    async (settings, lastWords, noWords, lastFigures, noFigures) => {
      await open(settings);
      await publishedRun();
      await prunedOnDay(lastWords);
      expect((await published())?.words?.lardom).toHaveLength(12);
      await prunedOnDay(noWords);
      expect(await published()).toEqual({ tables: { '': { people: 12, counts: { ramar: { 4: 12 } } } } });
      expect(await db.selectFrom('releases').select('words').execute()).toEqual([{ words: null }]);
      await prunedOnDay(lastFigures);
      expect(await published()).toBeDefined();
      await prunedOnDay(noFigures);
      expect(await db.selectFrom('releases').selectAll().execute()).toEqual([]);
      // It has been sent, and stays so.
      expect(await db.selectFrom('campaign_runs').select('state').execute()).toEqual([{ state: 'published' }]);
    },
  );

  it('of a run whose figures are kept for less time than its words, neither', async () => {
    await open({ RESULT_RETENTION_MONTHS: '1' });
    await publishedRun();
    await prunedOnDay('2027-01-05');
    expect(await published()).toBeUndefined();
  });

  it.each([
    [{}, '2028-01-15', '2028-01-16'],
    [{ AUDIT_RETENTION_MONTHS: '2' }, '2026-03-15', '2026-03-16'],
  ] as [Record<string, string>, string, string][])("of HR's log %j", async (settings, last, gone) => {
    await open(settings);
    await recordAudit(db, { by: 'hanna', name: 'Hanna', act: 'export' }, start);
    await prunedOnDay(last);
    expect(await auditLog(db, 10)).toHaveLength(1);
    await prunedOnDay(gone);
    expect(await auditLog(db, 10)).toEqual([]);
  });

  it.each([
    [{}, '2027-02-15', '2027-02-16'],
    [{ OPEN_QUESTION_RETENTION_MONTHS: '3' }, '2026-05-15', '2026-05-16'],
  ] as [Record<string, string>, string, string][])(
    'of a question that nobody has answered or closed, counted from when somebody in HR took it %j',
    async (settings, last, gone) => {
      await open(settings);
      for (const id of ['ny', 'tagen'])
        await sendQuestion(db, serviceKey, 'asa', { id, name: 'Åsa', text: 'Får jag?' }, start);
      const taken = new Date('2026-02-15T09:00:00.000Z');
      await takeQuestion(db, 'tagen', { id: 'hanna', name: 'Hanna' }, { over: false, now: taken });
      const left = async () => (await questionsWhere(db, serviceKey, {})).map(({ id }) => id);
      await prunedOnDay(last);
      expect(await left()).toEqual(['tagen']);
      await prunedOnDay(gone);
      expect(await left()).toEqual([]);
      expect(await db.selectFrom('question_words').selectAll().execute()).toEqual([]);
    },
  );
});
