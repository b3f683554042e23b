import { createHmac, hkdfSync } from 'node:crypto';
import { type Keyring } from './keyring';

/** Makes pseudonyms: names that are the same each time and that nobody can guess from the database without the service key. */
export type Pseudonymise = (...parts: readonly string[]) => string;

/**
 * Returns a function that gives names a pseudonym: a keyed hash in base64url (HMAC-SHA-256 under a key derived by HKDF, RFC 5869).
 * The same parts give the same pseudonym. Pseudonyms of one `purpose` tell nothing about those of another.
 * A change of the service key changes no pseudonym, because the keyring holds a separate key for them.
 * @example pseudonymiser(keyring, 'runs')('campaign-1', 'person-1') // 43 characters
 */
export function pseudonymiser(serviceKey: Keyring, purpose = 'names'): Pseudonymise {
  const key = derivedKey(serviceKey.names ?? serviceKey, purpose);
  return (...parts) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}

/** Each purpose's key is derived once, because that takes longer than making a pseudonym. */
const derivedKeys = new WeakMap<Buffer, Map<string, Buffer>>();
function derivedKey(serviceKey: Buffer, purpose: string): Buffer {
  const known = derivedKeys.get(serviceKey) ?? new Map<string, Buffer>();
  derivedKeys.set(serviceKey, known);
  const key = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', serviceKey, '', `tillitscoachen ${purpose}`, 32));
  known.set(purpose, key);
  return key;
}
