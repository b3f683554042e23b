import { readConfig } from '../../src/shared/config';
import { addGroup } from '../../src/store/groups';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { recordFeedback } from '../../src/store/feedback';
import { openStores } from '../../src/store/openStores';
import { recordRoster, remember, setOptedOut } from '../../src/store/people';
import { planWelcome } from '../../src/store/welcomes';
import { next } from './move';
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
  stores = await openStores(readConfig(own), () => now, () => now); // prettier-ignore
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
