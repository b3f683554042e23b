import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { operatorTexts } from '../shared/catalogues';

/** Whose text it is and what for. An encrypted text opens only with the same two. */
export interface EncryptionContext {
  readonly personId: string;
  /** A fixed word per kind of text, e.g. "feedback". */
  readonly purpose: string;
  /** Its place among texts of the same purpose, where two of them must not change places. */
  readonly place?: number;
}

/** Bytes; AES-256-GCM with the initialisation vector and tag sizes that NIST SP 800-38D recommends. */
const KEY = 32;
const IV = 12;
const TAG = 16;

/** A new random key of 32 bytes, for AES-256-GCM. */
export const newKey = (): Buffer => randomBytes(KEY);

/**
 * Encrypts a text with AES-256-GCM. `key` has 32 bytes. `about` (whose, for what, where) is authenticated and not stored: decrypt
 * needs the same.
 * Returns `v1.<iv>.<tag>.<data>`, each part in base64url; `v2` where `about` names a place too.
 * A broken half of an emoji becomes U+FFFD, as everywhere in UTF-8. All other text comes back as it was.
 */
export function encrypt(key: Buffer, about: EncryptionContext, text: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG }).setAAD(bound(about));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [
    about.place === undefined ? 'v1' : 'v2',
    ...[iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url')),
  ].join('.');
}

/**
 * Decrypts what encrypt made. It also decrypts the older format `v1`, which was not bound to a place; a `v2` text renamed `v1`
 * does not open.
 * @throws {Error} without content, where key, person, purpose or place differ or one character has been changed
 */
export function decrypt(key: Buffer, about: EncryptionContext, sealed: string): string {
  const [version, iv, tag, data, ...rest] = sealed.split('.');
  if (
    !(version === 'v1' || (version === 'v2' && about.place !== undefined)) ||
    iv === undefined ||
    tag === undefined ||
    data === undefined ||
    rest.length > 0
  )
    throw new Error(operatorTexts.keys.unknownFormat);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(iv), { authTagLength: TAG })
      .setAAD(bound(version === 'v1' ? { ...about, place: undefined } : about))
      .setAuthTag(bytes(tag));
    return decipher.update(bytes(data), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new Error(operatorTexts.keys.notOpened);
  }
}

const bound = ({ personId, purpose, place }: EncryptionContext): Buffer =>
  Buffer.from(JSON.stringify(place === undefined ? [personId, purpose] : [personId, purpose, place]));

/** Node decodes base64url leniently; a part that is not its own canonical form has been changed. */
function bytes(part: string): Buffer {
  const decoded = Buffer.from(part, 'base64url');
  if (decoded.toString('base64url') !== part) throw new Error('not canonical');
  return decoded;
}
