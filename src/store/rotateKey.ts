import { setImmediate as breathe } from 'node:timers/promises';
import { type Database, emptyJournal } from './database';
import { sealedKeysOfDialogues } from './dialogueKeys';
import { decrypt, encrypt, type EncryptionContext } from './encryption';
import { type Keyring, type Sealed } from './keyring';
import { endChange } from './openKeyring';
import { sealedKeysOfPeople } from './personKeys';
import { sealedWords } from './publishedResults';
import { sealedBefore0011 } from './responses';
import { sealedKeysOfRuns } from './runKeys';
import { sealedMessages } from './sessionMessages';
import { operatorTexts } from '../shared/catalogues';

/** All texts of one kind in a table, in parts. */
export type SealedTexts = (db: Database, keyring: Keyring) => AsyncIterable<readonly Sealed[]>;

const { sealed: inWords } = operatorTexts.keys;

/**
 * Every table with texts that the service key itself has encrypted. What a person's or a run's key has encrypted does not change.
 */
const tables: Readonly<Record<keyof typeof inWords, SealedTexts>> = {
  people: sealedKeysOfPeople,
  runs: sealedKeysOfRuns,
  dialogues: sealedKeysOfDialogues,
  releasedWords: sealedWords,
  messages: sealedMessages,
  oldAnswers: sealedBefore0011,
};

/** How many texts each key has encrypted. */
export interface KeyCount {
  present: number;
  old: number;
  /** Texts that neither key opens. */
  neither: number;
}

/** How many texts each key has encrypted, by kind of text in Swedish. */
export async function countByKey(db: Database, keyring: Keyring): Promise<Map<string, KeyCount>> {
  const counts = new Map<string, KeyCount>();
  for (const what of Object.keys(tables) as (keyof typeof tables)[]) {
    const count = { present: 0, old: 0, neither: 0 };
    for await (const some of tables[what](db, keyring)) {
      for (const sealed of some) count[keyOf(keyring, sealed)] += 1;
      await breathe();
    }
    counts.set(inWords[what], count);
  }
  return counts;
}

function keyOf(keyring: Keyring, { about, text }: Sealed): keyof KeyCount {
  if (opened(keyring, about, text) !== undefined) return 'present';
  return keyring.old && opened(keyring.old, about, text) !== undefined ? 'old' : 'neither';
}

/**
 * Encrypts with the present key what the old one has encrypted. It may be stopped at any moment and started again: each text is
 * under one of the two keys, and both open while the settings name both. `done` is called with the number of texts so far.
 * Resolves with the number of texts that neither key opens. They do not change, and the change cannot end while there is one.
 */
export async function rotateKey(db: Database, keyring: Keyring, done: (texts: number) => void): Promise<number> {
  let moved = 0;
  let neither = 0;
  for (const texts of Object.values(tables))
    for await (const some of texts(db, keyring)) {
      const before = moved;
      // Together, because on SQLite they then share one wait for the disk.
      await Promise.all(
        some.map(async (sealed) => {
          const found = keyOf(keyring, sealed);
          if (found === 'neither') neither += 1;
          if (found !== 'old') return;
          const clear = decrypt(keyring.old!, sealed.about, sealed.text);
          await sealed.replace(encrypt(keyring, sealed.about, clear));
          moved += 1;
        }),
      );
      if (moved > before) done(moved);
      await breathe();
    }
  if (neither === 0) await endChange(db, keyring);
  await emptyJournal(db);
  return neither;
}

function opened(key: Buffer, about: EncryptionContext, text: string): string | undefined {
  try {
    return decrypt(key, about, text);
  } catch {
    return undefined;
  }
}
