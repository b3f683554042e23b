import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { Explained } from '../shared/errors';
import { makePrivateFolder, writingIn } from '../shared/folder';
import { closeDatabase, type Database, openDatabase } from './database';
import { causeOf, madeByNewer, openingError, UnfitDatabase } from './openingError';
import { refuseUnfit } from './sqlite';
import { sumsOf, type TableSum } from './tableSums';
import { operatorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const { backup: texts } = operatorTexts;

/** What a copy holds, by table. */
export type Sums = ReadonlyMap<string, TableSum>;

/**
 * Copies the database file into another file, also while the service runs. The copy shows one moment, can only be read by this
 * user, and is checked. Where something fails there is no copy.
 * @throws {Explained} one Swedish line for the operator
 */
export function backUp(file: string, copy: string): Sums {
  if (existsSync(copy)) throw new Explained(fill(texts.isThere, { copy }));
  const draft = copy + texts.draftEnding;
  makeDraft(draft);
  try {
    copyInto(draft, file);
    const sums = lookInto(draft);
    onDisk(draft);
    renameSync(draft, copy);
    return sums;
  } catch (error) {
    throw openingError(file, error);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Makes an empty file that only this user can read: SQLite would make one that others can read. @throws {Explained} */
const makeDraft = (draft: string): void =>
  writingIn(dirname(draft), () => {
    makePrivateFolder(dirname(draft));
    rmSync(draft, { force: true });
    closeSync(openSync(draft, 'wx', 0o600));
  });

function copyInto(draft: string, file: string): void {
  const source = new Libsql(file, { readonly: true, fileMustExist: true });
  try {
    source.prepare('vacuum into ?').run([draft]);
  } finally {
    source.close();
  }
}

/**
 * Puts a copy in the place of the database, where there is none yet. Before that, `prepare` gets the opened copy; where `prepare`
 * throws, nothing is left behind. Resolves with what the copy held before `prepare`.
 * @throws {Explained} where the copy does not exist, a database does, or the folder cannot be written in
 */
export async function putBack(copy: string, file: string, prepare: (db: Database) => Promise<void>): Promise<Sums> {
  if (!existsSync(copy)) throw new Explained(fill(texts.notThere, { copy }));
  const others = [file, `${file}-wal`, `${file}-shm`].filter((one) => existsSync(one));
  if (others.length) throw new Explained(fill(texts.databaseIsThere, { files: others.join(', ') }));
  const draft = file + texts.draftEnding;
  const clear = () => ['', '-wal', '-shm', '-journal'].forEach((ending) => rmSync(draft + ending, { force: true }));
  makeDraft(draft);
  try {
    const sums = readable(copy, () => {
      copyFileSync(copy, draft);
      chmodSync(draft, 0o600);
      const held = lookInto(draft);
      // An empty file is an empty database to SQLite. It may be a copy for which the disk had no place.
      if (!held.size) throw new UnfitDatabase('foreign');
      return held;
    });
    const db = await openDatabase(draft);
    try {
      await prepare(db);
    } finally {
      await closeDatabase(db);
    }
    onDisk(draft);
    renameSync(draft, file);
    return sums;
  } finally {
    clear();
  }
}

/** Checks that the file is whole and ours, and returns what it holds. */
function lookInto(file: string): Sums {
  const sqlite = new Libsql(file, { readonly: true, fileMustExist: true });
  try {
    refuseUnfit(sqlite);
    return sumsOf(sqlite);
  } finally {
    sqlite.close();
  }
}

function onDisk(file: string): void {
  const open = openSync(file, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

function readable<T>(copy: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const code = causeOf(cause);
    const fault =
      code === 'newer'
        ? madeByNewer
        : code === 'SQLITE_FULL' || code === 'ENOSPC'
          ? texts.full
          : code === 'foreign'
            ? texts.notOurs
            : fill(texts.unusable, { why: code ?? operatorTexts.unknownFault });
    throw new Explained(fill(texts.is, { copy, fault }), { cause });
  }
}
