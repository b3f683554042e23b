import { type SeedDocument } from '../../src/documents/publishedDocument';
import { type DocumentVersion, type StoredDocument } from '../../src/hr/documentPorts';
import { standAfter } from '../../src/hr/documentStand';
import { auditLog } from '../../src/store/auditLog';
import { type Database } from '../../src/store/database';
import { documentStore } from '../../src/store/documents';
import { sharedLibrary } from '../../src/store/library';
import { documentOf } from '../knowledge/library';
import { onPostgres, twoHandles } from './temporary';

/** A second later each time, so that what is written has an order. */
let seconds = 0;
const now = () => new Date(Date.parse('2026-12-07T23:30:00Z') + 1000 * seconds++);
const hanna = { id: 'hanna', name: 'Hanna HR' };

const aDraft = (words: string): Omit<DocumentVersion, 'version' | 'madeOn'> => {
  const { body: _, ...facts } = documentOf(words, { id: 'kaffe' });
  return { text: words, plain: words, facts, passages: 1, warnings: [], asked: [], dropped: [] };
};
const aSeed = (id: string, words: string): SeedDocument => {
  const { body: _, ...facts } = documentOf(words, { id });
  return { id, text: words, plain: words, facts, passages: 1, asked: [], hash: `${id} ${words}` };
};

let one: Database;
let other: Database;
const documents = (db = one) => documentStore(db, now);
const library = (db = one) => sharedLibrary(db, now);
const texts = async (db = other) => (await library(db).published()).map(({ text }) => text);
const kaffe = async (db = one) => (await documents(db).find('kaffe'))!;

beforeEach(async () => {
  seconds = 0;
  [one, other] = await twoHandles();
  await documents().add('kaffe', aDraft('fredag'), hanna);
});

/** Publishes or withdraws as the store has it now; whether it was done. */
async function act(verb: 'publish' | 'withdraw' | 'undo', db = one) {
  const seen = await kaffe(db);
  return documents(db).change(seen, { by: hanna, act: `${verb}Document`, next: standAfter(seen, verb)! });
}

describe('documents', () => {
  it('are drafts first: no instance answers from one, and its number of the library stays', async () => {
    expect(await texts()).toEqual([]);
    expect(await library(other).version()).toBe(0);
    expect(await kaffe(other)).toMatchObject({ live: 'none', version: 0, draft: 1, changedOn: '2026-12-08' });
  });

  it('are there in every instance when they are published, and the library has a new version', async () => {
    expect(await act('publish')).toBe(true);
    expect(await texts()).toEqual(['fredag']);
    expect(await library(other).version()).toBe(1);
    expect(await documents(other).list()).toMatchObject([{ id: 'kaffe', live: 'published', shown: { version: 1 } }]);
  });

  it('keep a replaced version, and have it back when the newer one is undone', async () => {
    await act('publish');
    const seen = await kaffe();
    const next = { live: seen.live, version: seen.version, draft: 2 };
    const put = [{ ...aDraft('måndag'), version: 2 }];
    await documents().change(seen, { by: hanna, act: 'replaceDocument', next, put });
    expect(await texts()).toEqual(['fredag']);
    await act('publish');
    expect(await texts()).toEqual(['måndag']);
    await act('undo');
    expect(await texts()).toEqual(['fredag']);
    expect(await documents(other).version('kaffe', 2)).toMatchObject({ text: 'måndag' });
  });

  it('take the place of another in one transaction: both change, or neither', async () => {
    await act('publish');
    await documents().add('kaffe-2025', aDraft('måndag'), hanna);
    const publishing = async (older: StoredDocument) => {
      const seen = (await documents().find('kaffe-2025'))!;
      const also = { seen: older, act: 'withdrawDocument', next: standAfter(older, 'withdraw')! };
      return documents().change(seen, { by: hanna, act: 'publishDocument', next: standAfter(seen, 'publish')!, also });
    };
    const older = await kaffe();
    expect(await publishing({ ...older, revision: older.revision - 1 })).toBe(false);
    expect(await texts()).toEqual(['fredag']);
    expect(await publishing(older)).toBe(true);
    expect(await texts()).toEqual(['måndag']);
    const written = (await documents().history('kaffe')).map(({ act: what }) => what);
    expect(written).toEqual(['withdrawDocument', 'publishDocument', 'addDocument']);
  });

  it('are withdrawn, and back when that is undone', async () => {
    await act('publish');
    await act('withdraw');
    expect(await texts()).toEqual([]);
    await act('undo');
    expect(await texts()).toEqual(['fredag']);
  });

  it('are changed by one of two who change at once, and that one alone stands in the log', async () => {
    const seen = await kaffe();
    // SQLite has one instance.
    const instances = [one, onPostgres ? other : one];
    const changes = instances.map((db) =>
      documents(db).change(seen, { by: hanna, act: 'publishDocument', next: standAfter(seen, 'publish')! }),
    );
    expect((await Promise.all(changes)).sort()).toEqual([false, true]);
    expect((await auditLog(one, 10)).map((entry) => entry.act).sort()).toEqual(['addDocument', 'publishDocument']);
    expect(await library().version()).toBe(1);
  });

  it('are not added twice under one id', async () => {
    expect(await documents(other).add('kaffe', aDraft('annat'), hanna)).toBe(false);
    expect(await documents().version('kaffe', 1)).toMatchObject({ text: 'fredag' });
  });

  it('leave nothing changed where a part of the change fails', async () => {
    const seen = await kaffe();
    const put = [{ ...aDraft('måndag'), version: null as unknown as number }];
    const change = { by: hanna, act: 'publishDocument', next: standAfter(seen, 'publish')!, put };
    await expect(documents().change(seen, change)).rejects.toThrow();
    expect([await texts(), await library().version(), await kaffe()]).toEqual([[], 0, seen]);
  });

  it('are gone when a draft that was never published is discarded', async () => {
    expect(await documents().remove(await kaffe(), hanna)).toBe(true);
    expect([await documents().find('kaffe'), await documents().version('kaffe', 1)]).toEqual([undefined, undefined]);
    // Both came in the same millisecond.
    const acts = (await documents().history('kaffe')).map((entry) => entry.act);
    expect(acts.sort()).toEqual(['addDocument', 'discardDocument']);
  });
});

describe('the documents of a release', () => {
  const seed = (...seeds: SeedDocument[]) => library().seed(seeds);

  it('are published in every instance, once', async () => {
    await Promise.all([seed(aSeed('te', 'grönt')), library(onPostgres ? other : one).seed([aSeed('te', 'grönt')])]);
    expect(await texts()).toEqual(['grönt']);
    const version = await library().version();
    await seed(aSeed('te', 'grönt'));
    expect(await library().version()).toBe(version);
  });

  it('are followed by the next release, and taken away with it', async () => {
    await seed(aSeed('te', 'grönt'), aSeed('vatten', 'kallt'));
    await seed(aSeed('te', 'svart'));
    expect(await texts()).toEqual(['svart']);
    expect(await documents().find('te')).toMatchObject({ version: 2 });
    await seed(aSeed('te', 'svart'), aSeed('vatten', 'varmt'));
    expect(await texts()).toEqual(['svart', 'varmt']);
  });

  it('stay as HR has made them, and say that a release has another text', async () => {
    await seed(aSeed('te', 'grönt'));
    const seen = (await documents().find('te'))!;
    const next = { live: seen.live, version: 1 };
    const put = [{ ...aDraft('rött'), version: 1 }];
    await documents().change(seen, { by: hanna, act: 'changeDocument', next, put });
    await seed(aSeed('te', 'svart'));
    expect(await texts()).toEqual(['rött']);
    expect(await documents(other).find('te')).toMatchObject({ version: 1, hasNewerSeed: true });
    await seed();
    expect(await texts()).toEqual(['rött']);
  });
});
