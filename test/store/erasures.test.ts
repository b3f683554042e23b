import { appendFileSync, copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeDatabase, databaseFile, openDatabase, type Database } from '../../src/store/database';
import { readConfig } from '../../src/shared/config';
import { newKey } from '../../src/store/encryption';
import { eraseForGood, repeatErasures } from '../../src/store/erasures';
import { findPerson, recordRoster, remember } from '../../src/store/people';
import { recordFeedback, feedbackBy } from '../../src/store/feedback';
import { openStores } from '../../src/store/openStores';
import { personalDataOf } from '../../src/store/personalData';
import { sessionStore } from '../../src/store/sessions';
import { next } from './move';
import { temporaryFolder } from './temporary';

const canary = 'Kanariefågelns hemliga schema';
const flow = { id: 'ramar', title: 'Ramar', version: '1' } as never;
const [monday, tuesday, wednesday] = [5, 6, 7].map((day) => new Date(Date.UTC(2027, 3, day, 7))) as [Date, Date, Date];
const serviceKey = newKey();
let folder: string;
let db: Database;
const file = () => join(folder, databaseFile);
const listFile = () => join(folder, 'erasures');
const deps = () => ({ db, serviceKey, listFile: listFile() });

async function write(id: string, when: Date): Promise<void> {
  await remember(db, { id }, when);
  await recordRoster(db, id, { name: `Namn ${id}`, email: `${id}@region.example` }, when);
  const sessions = sessionStore(db, serviceKey, () => when);
  const given = { ...next, given: { uppdrag: { value: canary, asked: 'Vad?', label: 'Uppdrag', words: [canary] } } };
  await sessions.append(id, await sessions.begin(id, flow), given, false);
  await recordFeedback(db, serviceKey, { message: id, personId: id, reaction: 'like', words: canary }, when);
}
const wordsOf = async (id: string) => JSON.stringify(await personalDataOf(db, serviceKey, id));

beforeEach(async () => {
  folder = temporaryFolder();
  db = await openDatabase(file());
  for (const id of ['asa', 'bo']) await write(id, monday);
});
afterEach(() => closeDatabase(db));

/** The database as it is now, brought back by the function that comes back. */
async function backUp(): Promise<() => Promise<void>> {
  await closeDatabase(db);
  copyFileSync(file(), join(folder, 'backup'));
  db = await openDatabase(file());
  return async () => {
    await closeDatabase(db);
    for (const ending of ['', '-wal', '-shm']) rmSync(file() + ending, { force: true });
    copyFileSync(join(folder, 'backup'), file());
    db = await openDatabase(file());
  };
}

describe('a backup that is restored after an erasure', () => {
  it('does not bring the erased person back, once the service has started, and keeps the others', async () => {
    const restore = await backUp();
    await eraseForGood(deps(), 'asa', tuesday);
    await restore();
    expect(await wordsOf('asa')).toContain(canary);
    expect(await repeatErasures(deps())).toBe(1);
    expect(await wordsOf('asa')).not.toContain(canary);
    expect(await findPerson(db, 'asa')).toBeUndefined();
    expect(await wordsOf('bo')).toContain(canary);
    expect(await repeatErasures(deps())).toBe(0);
  });

  it('is looked through by every start of the service', async () => {
    const restore = await backUp();
    await eraseForGood(deps(), 'asa', tuesday);
    await restore();
    const config = readConfig({ DATA_DIR: folder, SERVICE_KEY: serviceKey.toString('base64') });
    const now = () => wednesday;
    const stores = await openStores(config, now, now);
    expect(stores.erasedAnew).toBe(1);
    await stores.close();
    expect(await findPerson(db, 'asa')).toBeUndefined();
  });

  it('keeps what somebody has written who came back after the erasure', async () => {
    await eraseForGood(deps(), 'asa', tuesday);
    await write('asa', wednesday);
    const restore = await backUp();
    await restore();
    expect(await repeatErasures(deps())).toBe(0);
    expect(await feedbackBy(db, serviceKey, 'asa')).toMatchObject([{ words: canary }]);
  });

  it('loses what lies between an erasure and the coming back, where the backup is from before', async () => {
    const restore = await backUp();
    await eraseForGood(deps(), 'asa', tuesday);
    await write('asa', wednesday);
    await restore();
    expect(await repeatErasures(deps())).toBe(1);
    expect(await findPerson(db, 'asa')).toBeUndefined();
  });

  it('erases at the next start what a crash left between the list and the database', async () => {
    await eraseForGood(deps(), 'asa', tuesday);
    const [line] = readFileSync(listFile(), 'utf8').trim().split('\n');
    expect(line).toMatch(/^2027-04-06/);
    await write('asa', monday);
    expect(await repeatErasures(deps())).toBe(1);
  });
});

describe('the list of erasures', () => {
  it('names nobody to who does not hold the service key, and is for this user only', async () => {
    await eraseForGood(deps(), 'asa', tuesday);
    expect(readFileSync(listFile(), 'utf8')).not.toMatch(/asa|Namn|region/);
    expect(statSync(listFile()).mode & 0o777).toBe(0o600);
    expect(await repeatErasures({ ...deps(), serviceKey: newKey() })).toBe(0);
  });

  it('is none where nobody has been erased', async () => {
    expect(await repeatErasures(deps())).toBe(0);
  });

  it('goes on after a line that a crash cut off', async () => {
    writeFileSync(listFile(), '2027-04-06T07:00');
    const restore = await backUp();
    await eraseForGood(deps(), 'asa', tuesday);
    await restore();
    expect(await repeatErasures(deps())).toBe(1);
  });

  it('says where it is damaged, and what to do, and erases nothing', async () => {
    await eraseForGood(deps(), 'bo', monday);
    await write('bo', monday);
    appendFileSync(listFile(), `${'x'.repeat(80)}\n`);
    await expect(repeatErasures(deps())).rejects.toThrow(/rad 3.*npm run person/s);
    expect(await findPerson(db, 'bo')).toBeDefined();
  });
});
