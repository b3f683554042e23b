import { type Config } from '../shared/config';
import { Explained } from '../shared/errors';
import { type Database } from './database';
import { decrypt, encrypt, newKey } from './encryption';
import { decryptByService, type Keyring, keyringOf } from './keyring';
import { verifyServiceKey, wrongKey } from './personKeys';
import { pseudonymiser } from './pseudonym';
import { type KeyringTable } from './schema';
import { parseServiceKey, readServiceKey } from './serviceKey';
import { operatorTexts } from '../shared/catalogues';

const { keys: texts } = operatorTexts;
const about = { personId: 'the service', purpose: 'names' };

/** A short text that tells two keys apart and does not reveal either. */
export const fingerprintOf = (key: Buffer): string => pseudonymiser(Buffer.from(key), 'fingerprint')().slice(0, 12);

/**
 * The keys of the settings or the data folder, for a program that encrypts. From here on a text may be encrypted with the new
 * key, so a service that starts with only the old key is refused.
 * @throws {Explained} as openKeyring does
 */
export async function readKeyring(db: Database, config: Config): Promise<Keyring> {
  const keyring = await lookAtKeyring(db, config);
  if (keyring.old) await beginChange(db, keyring);
  return keyring;
}

/** As readKeyring, for a program that encrypts nothing: it does not begin a change of the key. @throws {Explained} as openKeyring does */
export function lookAtKeyring(db: Database, config: Config): Promise<Keyring> {
  const key = readServiceKey(config.dataDir, config.serviceKey);
  return openKeyring(db, key, config.oldServiceKey === undefined ? undefined : oldKeyOf(key, config.oldServiceKey));
}

function oldKeyOf(key: Buffer, text: string): Buffer {
  const old = parseServiceKey(text, texts.oldNotKey);
  if (old.equals(key)) throw new Explained(texts.oldIsSame);
  return old;
}

/**
 * Returns the keyring of this database. The first start makes the key for pseudonyms.
 * `key` is the service key, 32 bytes. `old` is the former key while the keys are being changed.
 * @throws {Explained} one Swedish line for the operator, where these keys cannot open everything that the database holds
 */
export async function openKeyring(db: Database, key: Buffer, old?: Buffer): Promise<Keyring> {
  const both = keyringOf(key, { old });
  const row = (await stored(db)) ?? (await make(db, both));
  const isOurs = (fingerprint: string) => [key, old].some((one) => one && fingerprintOf(one) === fingerprint);
  if (row.changing_to !== null && !isOurs(row.changing_to)) throw new Explained(texts.changing);
  return keyringOf(key, { old, names: namesIn(both, row) });
}

function namesIn(keyring: Keyring, row: KeyringTable): Buffer {
  try {
    return Buffer.from(decryptByService(keyring, about, row.sealed), 'base64');
  } catch (cause) {
    throw new Explained(row.changing_to === null ? wrongKey : texts.changing, { cause });
  }
}

const stored = (db: Database): Promise<KeyringTable | undefined> =>
  db.selectFrom('keyring').selectAll().executeTakeFirst();

/** Of instances that start at once one makes it, and all use that one. */
async function make(db: Database, keyring: Keyring): Promise<KeyringTable> {
  await verifyServiceKey(db, keyring);
  const present = keyring.old ?? Buffer.from(keyring);
  // Pseudonyms from before the keyring were made with the service key of that time.
  const names = (await isEmpty(db)) ? newKey() : present;
  await db
    .insertInto('keyring')
    .values({ name: 'names', sealed: encrypt(present, about, names.toString('base64')), changing_to: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await stored(db))!;
}

/** Whether this database has no pseudonyms yet. */
async function isEmpty(db: Database): Promise<boolean> {
  for (const table of ['activities', 'answers', 'feedback', 'sessions', 'unanswered', 'person_keys'] as const) {
    const rows = await db.selectFrom(table).select(db.fn.countAll().as('count')).limit(1).execute();
    if (Number(rows[0]?.count)) return false;
  }
  return true;
}

/** Notes which key will replace the old one that encrypts the key for pseudonyms. */
async function beginChange(db: Database, keyring: Keyring): Promise<void> {
  const row = await stored(db);
  if (!row || row.changing_to !== null) return;
  try {
    decrypt(keyring, about, row.sealed);
  } catch {
    await db
      .updateTable('keyring')
      .set({ changing_to: fingerprintOf(keyring) })
      .where('sealed', '=', row.sealed)
      .execute();
  }
}

/** Ends a change of the service key: encrypts the key for pseudonyms with the new service key too. */
export async function endChange(db: Database, keyring: Keyring): Promise<void> {
  const sealed = encrypt(keyring, about, keyring.names!.toString('base64'));
  await db.updateTable('keyring').set({ sealed, changing_to: null }).execute();
}
