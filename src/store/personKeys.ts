import { randomUUID } from 'node:crypto';
import { Explained } from '../shared/errors';
import { compiledOnce } from './compiledOnce';
import { type Database } from './database';
import { type IsoTime, type SealedText } from './schema';
import { type EncryptionContext, newKey, encrypt, decrypt } from './encryption';
import { decryptByService, type Sealed } from './keyring';
import { pseudonymiser } from './pseudonym';
import { operatorTexts } from '../shared/catalogues';

const wrappingOf = (personId: string): EncryptionContext => ({ personId, purpose: 'person-key' });

/**
 * Encrypts what a person has written with the person's own key, which is made at the first use: `<key id>.<encrypted>`. The key
 * id tells words whose key has been destroyed from words that somebody has changed.
 * @throws {Error} where the person is erased at this moment, or the service key does not open the person's key
 */
export async function encryptFor(
  db: Database,
  serviceKey: Buffer,
  about: EncryptionContext,
  text: string,
  now: Date,
): Promise<SealedText> {
  const row = await ensureKey(db, serviceKey, about.personId, now);
  return `${row.id}.${encrypt(unwrap(serviceKey, about.personId, row.wrapped_key), about, text)}`;
}

/** As encryptFor, for words that must not lead to the person: a pseudonym replaces the key id, which would. @throws as encryptFor does */
export async function encryptNamelessly(
  db: Database,
  serviceKey: Buffer,
  about: EncryptionContext,
  text: string,
  now: Date,
): Promise<SealedText> {
  const sealed = await encryptFor(db, serviceKey, about, text, now);
  return withoutName(serviceKey, about.purpose, sealed);
}

/** An encrypted text with a pseudonym instead of its key id, a different one for each purpose. */
export function withoutName(serviceKey: Buffer, purpose: string, sealed: SealedText): SealedText {
  const dot = sealed.indexOf('.');
  return keyNames(serviceKey)(sealed.slice(0, dot), purpose) + sealed.slice(dot);
}

const keyNames = (serviceKey: Buffer) => pseudonymiser(serviceKey, 'keys');

/**
 * Decrypts what encryptFor encrypted. Undefined where the words are erased: their key has been destroyed.
 * @throws {Error} without content, where key, person or purpose differ or the text has been changed
 */
export async function decryptFor(
  db: Database,
  serviceKey: Buffer,
  about: EncryptionContext,
  sealed: SealedText,
): Promise<string | undefined> {
  return (await decrypterFor(db, serviceKey, about.personId))(about.purpose, sealed, about.place);
}

const everyKey = compiledOnce((db, { personId }: { personId: string }) =>
  db.selectFrom('person_keys').select(['id', 'wrapped_key']).where('person_id', '=', personId),
);

const livingKeys = compiledOnce((db, { personId }: { personId: string }) =>
  db
    .selectFrom('person_keys')
    .select(['id', 'wrapped_key'])
    .where('person_id', '=', personId)
    .where('wrapped_key', 'is not', null)
    .$narrowType<{ wrapped_key: string }>(),
);

/**
 * Returns a function that decrypts many texts of one person, and reads the person's keys once.
 * @throws {Error} without content, as decryptFor does
 */
export async function decrypterFor(
  db: Database,
  serviceKey: Buffer,
  personId: string,
): Promise<(purpose: string, sealed: SealedText, place?: number) => string | undefined> {
  const { rows } = await everyKey(db, { personId });
  const keys = new Map(rows.map((row) => [row.id, row.wrapped_key && unwrap(serviceKey, personId, row.wrapped_key)]));
  const nameOf = keyNames(serviceKey);
  const found = new Map<string, ReturnType<typeof keys.get>>();
  /** Before an encrypted text is its key's id, or the id's pseudonym. The moves of a session have the same. */
  const keyNamed = (name: string, purpose: string) => {
    const asked = `${purpose} ${name}`;
    if (!found.has(asked))
      found.set(asked, keys.get([...keys.keys()].find((id) => id === name || nameOf(id, purpose) === name) ?? ''));
    return found.get(asked);
  };
  return (purpose, sealed, place) => {
    const dot = sealed.indexOf('.');
    const key = keyNamed(sealed.slice(0, dot), purpose);
    if (key === undefined) throw new Error(operatorTexts.keys.noKey);
    return key ? decrypt(key, { personId, purpose, place }, sealed.slice(dot + 1)) : undefined;
  };
}

/** Destroys a person's key, which erases everything that it has encrypted. New words get a new key. */
export async function destroyKey(db: Database, personId: string, now: Date): Promise<void> {
  await db
    .updateTable('person_keys')
    .set({ wrapped_key: null, destroyed_at: now.toISOString() })
    .where('person_id', '=', personId)
    .where('destroyed_at', 'is', null)
    .execute();
}

/** Stores the erasure of a person who never had a key, as an empty key, because a restore repeats every erasure. */
export async function noteErasure(db: Database, personId: string, now: Date): Promise<void> {
  // A key that lives may have been made while the person was erased.
  const noted = await db
    .selectFrom('person_keys')
    .select('id')
    .where('person_id', '=', personId)
    .where('destroyed_at', 'is not', null)
    .executeTakeFirst();
  if (noted) return;
  const at = now.toISOString();
  await db
    .insertInto('person_keys')
    .values({ id: randomUUID(), person_id: personId, wrapped_key: null, created_at: at, destroyed_at: at })
    .execute();
}

/** The moments when a person has been erased. */
export async function erasuresOf(db: Database, personId: string): Promise<IsoTime[]> {
  const rows = await db
    .selectFrom('person_keys')
    .select('destroyed_at')
    .where('person_id', '=', personId)
    .where('destroyed_at', 'is not', null)
    .$narrowType<{ destroyed_at: IsoTime }>()
    .orderBy('destroyed_at')
    .execute();
  return rows.map(({ destroyed_at }) => destroyed_at);
}

/** The error for a key that opens nothing in the database. */
export const wrongKey = operatorTexts.keys.wrong;

/** Checks that the service key opens a person key in the database, if there is any. @throws {Explained} where it does not */
export async function verifyServiceKey(db: Database, serviceKey: Buffer): Promise<void> {
  const row = await db
    .selectFrom('person_keys')
    .select(['person_id', 'wrapped_key'])
    .where('wrapped_key', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (!row?.wrapped_key) return;
  try {
    unwrap(serviceKey, row.person_id, row.wrapped_key);
  } catch (cause) {
    throw new Explained(wrongKey, { cause });
  }
}

async function livingKey(db: Database, personId: string): Promise<{ id: string; wrapped_key: string } | undefined> {
  return (await livingKeys(db, { personId })).rows[0];
}

/**
 * Returns the key that encrypts a person's words now, still wrapped, with its id. It is made where there is none.
 * @throws {Error} where the person is erased at this moment
 */
export const ensureKey = async (db: Database, serviceKey: Buffer, personId: string, now: Date) =>
  (await livingKey(db, personId)) ?? (await makeKey(db, serviceKey, personId, now));

/** Where two make the first key at once, one wins and both use that one. */
async function makeKey(db: Database, serviceKey: Buffer, personId: string, now: Date) {
  const wrapped_key = encrypt(serviceKey, wrappingOf(personId), newKey().toString('base64'));
  await db
    .insertInto('person_keys')
    .values({ id: randomUUID(), person_id: personId, wrapped_key, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('person_id').where('destroyed_at', 'is', null).doNothing())
    .execute();
  const row = await livingKey(db, personId);
  if (!row) throw new Error(operatorTexts.keys.erasedMeanwhile);
  return row;
}

const unwrap = (serviceKey: Buffer, personId: string, wrapped: string): Buffer =>
  Buffer.from(decryptByService(serviceKey, wrappingOf(personId), wrapped), 'base64');

/** The encrypted keys of all people, for a change of the service key. */
export async function* sealedKeysOfPeople(db: Database): AsyncGenerator<readonly Sealed[]> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('person_keys')
      .select(['id', 'person_id', 'wrapped_key'])
      .where('wrapped_key', 'is not', null)
      .$narrowType<{ wrapped_key: string }>()
      .where('id', '>', after)
      .orderBy('id')
      .limit(100)
      .execute();
    if (!rows.length) return;
    after = rows.at(-1)!.id;
    yield rows.map(({ id, person_id, wrapped_key: text }) => ({
      about: wrappingOf(person_id),
      text,
      replace: (wrapped_key: string) =>
        db
          .updateTable('person_keys')
          .set({ wrapped_key })
          .where('id', '=', id)
          .where('wrapped_key', '=', text)
          .execute(),
    }));
  }
}
