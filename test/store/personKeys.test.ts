import { type Database } from '../../src/store/database';
import { destroyKey, noteErasure, encryptFor, decryptFor, verifyServiceKey } from '../../src/store/personKeys';
import { newKey } from '../../src/store/encryption';
import { temporaryDatabase, twoHandles } from './temporary';

const now = new Date('2024-05-06T07:00:00.000Z');
const later = new Date('2024-05-07T07:00:00.000Z');
const serviceKey = newKey();
const asa = { personId: 'asa', purpose: 'feedback' };
const bo = { personId: 'bo', purpose: 'feedback' };
let db: Database;
beforeEach(async () => (db = await temporaryDatabase()));

describe('sealFor', () => {
  it('seals words that unsealFor opens', async () => {
    const sealed = await encryptFor(db, serviceKey, asa, 'Tack, det hjälpte! 👍', now);
    expect(sealed).not.toContain('hjälpte');
    expect(await decryptFor(db, serviceKey, asa, sealed)).toBe('Tack, det hjälpte! 👍');
  });

  it('makes one key per person and uses it again', async () => {
    await encryptFor(db, serviceKey, asa, 'ett', now);
    await encryptFor(db, serviceKey, asa, 'två', later);
    await encryptFor(db, serviceKey, bo, 'tre', later);
    const keys = await db.selectFrom('person_keys').select(['person_id', 'created_at']).orderBy('person_id').execute();
    expect(keys).toEqual([
      { person_id: 'asa', created_at: now.toISOString() },
      { person_id: 'bo', created_at: later.toISOString() },
    ]);
  });

  it('ends with one key when two instances seal the person’s first words at once', async () => {
    const handles = await twoHandles();
    const sealed = await Promise.all(
      [0, 1, 0, 1].map((n) => encryptFor(handles[n === 0 ? 0 : 1], serviceKey, asa, `ord ${n}`, now)),
    );
    expect(await handles[0].selectFrom('person_keys').select('id').execute()).toHaveLength(1);
    const opened = await Promise.all(sealed.map((text) => decryptFor(handles[1], serviceKey, asa, text)));
    expect(opened).toEqual(['ord 0', 'ord 1', 'ord 0', 'ord 1']);
  });
});

describe('unsealFor', () => {
  it('refuses another person, another purpose and another service key', async () => {
    const sealed = await encryptFor(db, serviceKey, asa, 'ord', now);
    await encryptFor(db, serviceKey, bo, 'ord', now);
    await expect(decryptFor(db, serviceKey, bo, sealed)).rejects.toThrow('har ingen nyckel: fel person');
    await expect(decryptFor(db, serviceKey, { ...asa, purpose: 'response' }, sealed)).rejects.toThrow(
      'går inte att öppna',
    );
    await expect(decryptFor(db, newKey(), asa, sealed)).rejects.toThrow('går inte att öppna');
  });

  it("refuses a person's words under another's row, also when the key row was moved with them", async () => {
    const sealed = await encryptFor(db, serviceKey, asa, 'ord', now);
    await db.updateTable('person_keys').set({ person_id: 'bo' }).execute();
    await expect(decryptFor(db, serviceKey, bo, sealed)).rejects.toThrow('går inte att öppna');
  });

  it('refuses a text that was never sealed', async () => {
    await expect(decryptFor(db, serviceKey, asa, 'bara ord')).rejects.toThrow('har ingen nyckel');
  });
});

describe('destroyKey', () => {
  it('erases the person’s words, for good, and nobody else’s', async () => {
    const theirs = await encryptFor(db, serviceKey, asa, 'mina ord', now);
    const his = await encryptFor(db, serviceKey, bo, 'hans ord', now);
    await destroyKey(db, 'asa', later);
    expect(await decryptFor(db, serviceKey, asa, theirs)).toBeUndefined();
    expect(await decryptFor(db, serviceKey, bo, his)).toBe('hans ord');
  });

  it('lets new words have a new key while the old stay erased', async () => {
    const before = await encryptFor(db, serviceKey, asa, 'förr', now);
    await destroyKey(db, 'asa', later);
    const after = await encryptFor(db, serviceKey, asa, 'nu', later);
    expect(await decryptFor(db, serviceKey, asa, after)).toBe('nu');
    expect(await decryptFor(db, serviceKey, asa, before)).toBeUndefined();
  });

  it('keeps the time of an earlier erasure', async () => {
    await encryptFor(db, serviceKey, asa, 'ord', now);
    await destroyKey(db, 'asa', now);
    await destroyKey(db, 'asa', later);
    const rows = await db.selectFrom('person_keys').select(['wrapped_key', 'destroyed_at']).execute();
    expect(rows).toEqual([{ wrapped_key: null, destroyed_at: now.toISOString() }]);
  });
});

describe('noteErasure', () => {
  it('keeps the erasure of a person who got a first key while being erased', async () => {
    await encryptFor(db, serviceKey, asa, 'ord', now);
    await noteErasure(db, 'asa', later);
    const erased = db.selectFrom('person_keys').select('destroyed_at').where('destroyed_at', 'is not', null);
    expect(await erased.execute()).toEqual([{ destroyed_at: later.toISOString() }]);
  });
});

describe('verifyServiceKey', () => {
  it('takes any key while nothing is sealed', async () => {
    await expect(verifyServiceKey(db, newKey())).resolves.toBeUndefined();
  });

  it('takes the key that sealed, also after an erasure', async () => {
    await encryptFor(db, serviceKey, asa, 'ord', now);
    await encryptFor(db, serviceKey, bo, 'ord', now);
    await destroyKey(db, 'asa', now);
    await expect(verifyServiceKey(db, serviceKey)).resolves.toBeUndefined();
  });

  it('refuses another key and says how to mend it', async () => {
    await encryptFor(db, serviceKey, asa, 'ord', now);
    await encryptFor(db, serviceKey, bo, 'ord', now);
    await destroyKey(db, 'asa', now);
    await expect(verifyServiceKey(db, newKey())).rejects.toThrow(
      'Lägg tillbaka den nyckel som användes förut: i SERVICE_KEY',
    );
  });
});
