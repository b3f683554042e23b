import { type Database } from '../../src/store/database';
import { erasePerson } from '../../src/store/erasure';
import { remember } from '../../src/store/people';
import { newKey } from '../../src/store/encryption';
import { sessionsOf } from '../../src/store/exportedSessions';
import { moveNames } from '../../src/store/moves';
import { recordSentMessage, recordSessionMessage } from '../../src/store/sessionMessages';
import { encryptNamelessly } from '../../src/store/personKeys';
import { sessionStore } from '../../src/store/sessions';
import { everything } from '../coaching/flow';
import { next } from './move';
import { allStored, temporaryDatabase } from './temporary';
import { type SessionStore } from '../../src/coaching/ports';

const monday = new Date('2026-11-23T08:00:00.000Z');
const serviceKey = newKey();
let now = monday;
let db: Database;
let store: SessionStore;

beforeEach(async () => {
  now = monday;
  db = await temporaryDatabase();
  store = sessionStore(db, serviceKey, () => now);
  for (const id of ['asa', 'bo']) await remember(db, { id }, monday);
});

const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);

describe('append', () => {
  it('keeps a move as it was made', async () => {
    const session = await store.begin('asa', everything);
    expect(await store.append('asa', session, next, false)).toBe(true);
    expect(await store.find('asa', session.id)).toEqual({ ...session, moves: [next] });
  });

  it('takes one of those that come with the same revision, and one of those with the same press', async () => {
    const session = await store.begin('asa', everything);
    const rivals = [1, 2, 3, 4, 5].map((n) =>
      store.append('asa', session, { ...next, key: `press ${n}` }, n % 2 === 0),
    );
    expect((await Promise.all(rivals)).filter(Boolean)).toHaveLength(1);
    const [{ key }] = (await store.find('asa', session.id))!.moves as [typeof next];
    expect(await store.append('asa', session, { ...next, revision: 2, key }, false)).toBe(false);
  });

  it("keeps nothing in a session that is another person's, erased, or never was", async () => {
    const session = await store.begin('asa', everything);
    expect(await store.append('bo', session, next, false)).toBe(false);
    expect(await store.append('asa', { ...session, id: 'aldrig' }, next, true)).toBe(false);
    await store.erase('asa', session.id);
    expect(await store.append('asa', session, next, false)).toBe(false);
    expect(await db.selectFrom('moves').selectAll().execute()).toEqual([]);
  });

  it('leaves no word in clear in what is stored', async () => {
    const session = await store.begin('asa', everything);
    await store.append('asa', session, next, false);
    const bytes = await allStored(db);
    expect(bytes.includes(session.id)).toBe(true);
    for (const words of ['Schemat', 'fraga', Buffer.from('Schemat').toString('base64url').slice(0, 8)])
      expect(bytes.includes(words)).toBe(false);
  });
});

describe('find', () => {
  it("is blind to other people's sessions", async () => {
    const { id } = await store.begin('asa', everything);
    expect(await store.find('bo', id)).toBeUndefined();
    expect(await store.list('bo', 0, 9)).toEqual([]);
    await store.erase('bo', id);
    expect(await store.find('asa', id)).toBeDefined();
  });

  it('does not open two moves of a session that have changed places', async () => {
    const session = await store.begin('asa', everything);
    for (const revision of [1, 2])
      await store.append('asa', session, { ...next, revision, key: `press ${revision}` }, false);
    const [one, two] = await db.selectFrom('moves').selectAll().orderBy('revision').execute();
    for (const [revision, { sealed }] of [
      [1, two!],
      [2, one!],
    ] as const)
      await db.updateTable('moves').set({ sealed }).where('revision', '=', revision).execute();
    await expect(store.find('asa', session.id)).rejects.toThrow('går inte att öppna');
  });

  it('opens a move that was stored before its place was bound', async () => {
    const session = await store.begin('asa', everything);
    await store.append('asa', session, next, false);
    const { revision: _, kind: __, ...words } = next;
    const about = { personId: 'asa', purpose: `session ${session.id}` };
    const sealed = await encryptNamelessly(db, serviceKey, about, JSON.stringify(words), new Date());
    await db.updateTable('moves').set({ sealed }).execute();
    expect((await store.find('asa', session.id))?.moves).toEqual([next]);
  });

  it('does not open a move that was put into another session', async () => {
    const [one, other] = [await store.begin('asa', everything), await store.begin('asa', everything)];
    await store.append('asa', one, next, false);
    await db
      .updateTable('moves')
      .set({ session_id: moveNames(serviceKey)(other.id) })
      .execute();
    await expect(store.find('asa', other.id)).rejects.toThrow('har ingen nyckel');
  });

  it('knows the message that shows a session', async () => {
    const { id } = await store.begin('asa', everything);
    const shown = async () => (await store.find('asa', id))?.message;
    await recordSessionMessage(db, serviceKey, { person: 'bo', session: id, message: 'm1' });
    expect(await shown()).toBeUndefined();
    await recordSessionMessage(db, serviceKey, { person: 'asa', session: id, message: 'm2' });
    expect(await shown()).toBe('m2');
    await recordSessionMessage(db, serviceKey, { person: 'asa', session: id, message: 'm3' });
    expect(await shown()).toBe('m3');
  });

  it('knows the message that HR’s card was sent in, until it is shown in another', async () => {
    const { id } = await store.begin('asa', everything, 'a delivery');
    const shown = async () => (await store.find('asa', id))?.message;
    await recordSentMessage(db, serviceKey, { person: 'asa', session: id, message: 'sent' });
    expect(await shown()).toBe('sent');
    await recordSessionMessage(db, serviceKey, { person: 'asa', session: id, message: 'typed' });
    expect(await shown()).toBe('typed');
    await recordSentMessage(db, serviceKey, { person: 'asa', session: id, message: 'brought again' });
    expect(await shown()).toBe('brought again');
  });
});

describe('latestOpen', () => {
  it('is the one touched last, of a flow where it is named, and none that has ended', async () => {
    const first = await store.begin('asa', everything);
    now = later(1);
    const second = await store.begin('asa', { ...everything, id: 'annan' });
    expect((await store.latestOpen('asa'))?.id).toBe(second.id);
    await store.append('asa', first, { ...next, madeAt: later(2).toISOString() }, false);
    expect((await store.latestOpen('asa'))?.id).toBe(first.id);
    expect((await store.latestOpen('asa', 'annan'))?.id).toBe(second.id);
    await store.append('asa', first, { ...next, revision: 2, key: 'press 2', madeAt: later(3).toISOString() }, true);
    expect((await store.latestOpen('asa'))?.id).toBe(second.id);
    expect((await store.find('asa', first.id))?.ended).toBe(true);
  });
});

describe('latest', () => {
  it('is the one of a flow touched last, ended or not, and none that nothing was done in or that is another’s', async () => {
    expect(await store.latest('asa', everything.id)).toBeUndefined();
    const first = await store.begin('asa', everything);
    expect(await store.latest('asa', everything.id)).toBeUndefined();
    await store.append('asa', first, { ...next, madeAt: later(1).toISOString() }, true);
    expect(await store.latest('asa', everything.id)).toMatchObject({ id: first.id, ended: true });
    expect(await store.latest('bo', everything.id)).toBeUndefined();
    expect(await store.latest('asa', 'annan')).toBeUndefined();
  });
});

describe('what HR has sent', () => {
  it('is nothing that the person is in the middle of before it is touched, and can be answered anew after it is erased', async () => {
    const session = await store.begin('asa', everything, 'a delivery');
    expect(await store.latestOpen('asa')).toBeUndefined();
    await store.append('asa', session, next, false);
    expect(await store.latestOpen('asa')).toMatchObject({ id: session.id, startedAt: '2026-11-23' });
    expect(await store.begin('asa', everything, 'a delivery')).toMatchObject({ id: session.id, moves: [next] });
    await store.erase('asa', session.id);
    expect(await store.list('asa', 0, 9)).toEqual([]);
    expect(await store.find('asa', session.id)).toEqual(session);
    expect(await store.append('asa', session, next, true)).toBe(true);
    expect(await store.latestOpen('asa')).toBeUndefined();
  });
});

describe('list', () => {
  it('pages through what was begun, newest first', async () => {
    const begun = await Promise.all([1, 2, 3].map(() => store.begin('asa', everything)));
    await store.begin('asa', everything);
    for (const [n, session] of begun.entries())
      await store.append('asa', session, { ...next, madeAt: later(n).toISOString() }, false);
    const ids = async (skip: number) => (await store.list('asa', skip, 2)).map(({ id }) => id);
    expect([...(await ids(0)), ...(await ids(2))]).toEqual(begun.map(({ id }) => id).reverse());
  });
});

describe('erasing', () => {
  it('erasing a session erases its moves, erasing a person erases all sessions', async () => {
    const [one, other] = [await store.begin('asa', everything), await store.begin('asa', everything)];
    for (const { id } of [one, other]) {
      await store.append('asa', id === one.id ? one : other, next, false);
      await recordSessionMessage(db, serviceKey, { person: 'asa', session: id, message: 'm' });
    }
    await store.erase('asa', one.id);
    expect((await sessionsOf(db, serviceKey, 'asa')).map(({ given }) => given[0]?.words)).toEqual([['Schemat']]);
    await erasePerson(db, serviceKey, 'asa', monday);
    expect(await db.selectFrom('moves').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('session_messages').selectAll().execute()).toEqual([]);
  });
});

describe('listEnded', () => {
  it('has the ended sessions of one flow and one person, the newest first', async () => {
    const begun = await Promise.all([1, 2, 3].map(() => store.begin('asa', everything)));
    for (const [at, session] of begun.entries()) {
      const madeAt = later(at).toISOString();
      await store.append('asa', session, { ...next, madeAt, key: `k${at}` }, at < 2);
    }
    const other = await store.begin('asa', { ...everything, id: 'annan' });
    await store.append('asa', other, next, true);
    const ids = async (person: string, limit: number) =>
      (await store.listEnded(person, everything.id, limit)).map(({ id }) => id);
    expect(await ids('asa', 9)).toEqual([begun[1]!.id, begun[0]!.id]);
    expect(await ids('asa', 1)).toEqual([begun[1]!.id]);
    expect(await ids('bo', 9)).toEqual([]);
  });
});
