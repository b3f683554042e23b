import { type EncryptionContext, decrypt } from './encryption';

/**
 * The service key, with what belongs to it. It is a Buffer, so a function that only passes the service key on need not know about
 * the rest. openKeyring makes it.
 */
export interface Keyring extends Buffer {
  /** The former key, while it is being changed for a new one (rotateKey.ts). */
  readonly old?: Buffer;
  /** The key for pseudonyms (pseudonym.ts); the service key itself where there is none. */
  readonly names?: Buffer;
}

/** A text that the service key itself has encrypted. */
export interface Sealed {
  readonly about: EncryptionContext;
  readonly text: string;
  /** Replaces it, unless it has been changed or erased since it was read. */
  replace(text: string): Promise<unknown>;
}

/** A keyring of these keys. */
export const keyringOf = (serviceKey: Buffer, more: { readonly old?: Buffer; readonly names?: Buffer }): Keyring =>
  Object.assign(Buffer.from(serviceKey), more);

/** Decrypts what the service key itself has encrypted, or the old key during a change. @throws {Error} as decrypt does */
export function decryptByService(serviceKey: Keyring, about: EncryptionContext, sealed: string): string {
  if (!serviceKey.old) return decrypt(serviceKey, about, sealed);
  try {
    return decrypt(serviceKey, about, sealed);
  } catch {
    return decrypt(serviceKey.old, about, sealed);
  }
}
