import { type Database } from './database';
import { decrypt, encrypt, newKey } from './encryption';
import { decryptByService, type Sealed } from './keyring';
import { pseudonymiser, type Pseudonymise } from './pseudonym';

const about = (dialogue: string) => ({ personId: dialogue, purpose: 'dialogue-key' });

/**
 * A new key for a dialogue, encrypted with the service key. It makes the pseudonyms of the dialogue's people and encrypts what
 * they write.
 */
export const newDialogueKey = (serviceKey: Buffer, dialogue: string): string =>
  encrypt(serviceKey, about(dialogue), newKey().toString('base64'));

/** What a dialogue's key can do. Without it nobody can tell who wrote what, or what it says. */
export interface DialogueKey {
  readonly nameOf: Pseudonymise;
  /** `place` binds a text to its place. It cannot be decrypted anywhere else. */
  seal(place: string, text: string): string;
  unseal(place: string, sealed: string): string;
}

/** Decrypts a dialogue's key. @throws {Error} without content, where the service key is another or the row has been changed */
export function dialogueKey(serviceKey: Buffer, { id, sealed_key }: { id: string; sealed_key: string }): DialogueKey {
  const key = Buffer.from(decryptByService(serviceKey, about(id), sealed_key), 'base64');
  const at = (place: string) => ({ personId: id, purpose: place });
  return {
    nameOf: pseudonymiser(key, 'people of a dialogue'),
    seal: (place, text) => encrypt(key, at(place), text),
    unseal: (place, sealed) => decrypt(key, at(place), sealed),
  };
}

/** The encrypted keys of all dialogues, for a change of the service key. */
export async function* sealedKeysOfDialogues(db: Database): AsyncGenerator<readonly Sealed[]> {
  const rows = await db.selectFrom('dialogues').select(['id', 'sealed_key']).execute();
  yield rows.map(({ id, sealed_key: text }) => ({
    about: about(id),
    text,
    replace: (sealed_key: string) =>
      db.updateTable('dialogues').set({ sealed_key }).where('id', '=', id).where('sealed_key', '=', text).execute(),
  }));
}
