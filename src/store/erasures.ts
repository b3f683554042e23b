import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Explained } from '../shared/errors';
import { makePrivateFolder, writingIn } from '../shared/folder';
import { type Database } from './database';
import { erasePerson } from './erasure';
import { pseudonymiser } from './pseudonym';
import { type IsoTime } from './schema';
import { operatorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** `<ISO time> <pseudonym of the person's id>`. */
const line = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([\w-]{43})$/;
const lineLength = 24 + 1 + 43;

const namer = (serviceKey: Buffer) => pseudonymiser(serviceKey, 'erasures');

/** What an erasure needs. */
export interface ErasureDeps {
  readonly db: Database;
  readonly serviceKey: Buffer;
  /** The list of erasures: a file outside the database, so that a restored database does not bring an old list with it. */
  readonly listFile: string;
}

/**
 * Erases a person for good: first a line in the list of erasures, then everything in the database (erasePerson).
 * In this order the next start repairs a crash between the two. In the other order a restore could undo the erasure.
 * A person who is not known gets a line too: a backup may still hold that person.
 * @throws where the list cannot be written (nothing is erased then), or where the database fails.
 */
export async function eraseForGood({ db, serviceKey, listFile }: ErasureDeps, id: string, now: Date): Promise<void> {
  append(listFile, `${now.toISOString()} ${namer(serviceKey)(id)}`);
  await erasePerson(db, serviceKey, id, now);
}

/**
 * Repeats the erasures on the list, when the service starts: the database may come from a backup that is older than some of them.
 * A person who came back after the erasure keeps what is newer. Resolves with the number of people who were erased again.
 * @throws {Explained} where the list has a damaged line, with the file and the line
 */
export async function repeatErasures({ db, serviceKey, listFile }: ErasureDeps): Promise<number> {
  const erasedAt = readList(listFile);
  if (!erasedAt.size) return 0;
  const nameOf = namer(serviceKey);
  const people = await db.selectFrom('people').select(['id', 'first_seen_at as since']).execute();
  const keys = await db
    .selectFrom('person_keys')
    .select(['person_id as id', 'created_at as since'])
    .where('destroyed_at', 'is', null)
    .execute();
  const restored = new Map<string, IsoTime>();
  for (const { id, since } of [...people, ...keys]) {
    const at = erasedAt.get(nameOf(id));
    if (at !== undefined && since <= at) restored.set(id, at);
  }
  for (const [id, at] of restored) await erasePerson(db, serviceKey, id, new Date(at));
  return restored.size;
}

/** Each person on the list, by pseudonym, and the latest erasure. */
function readList(file: string): Map<string, IsoTime> {
  const latest = new Map<string, IsoTime>();
  if (!existsSync(file)) return latest;
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((text, at) => {
      const [, time = '', name = ''] = line.exec(text) ?? [];
      // A line that a crash cut off was followed by no erasure.
      if (!name && text.length < lineLength) return;
      if (!name) throw new Explained(fill(operatorTexts.erasures.damaged, { file, line: at + 1 }));
      if (time > (latest.get(name) ?? '')) latest.set(name, time);
    });
  return latest;
}

/** It is on the disk before the database is changed. It begins on a new line, also after one that a crash cut off. */
function append(file: string, text: string): void {
  writingIn(dirname(file), () => {
    makePrivateFolder(dirname(file));
    const open = openSync(file, 'a', 0o600);
    try {
      appendFileSync(open, `\n${text}\n`);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
  });
}
