import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { operatorTexts } from './catalogues';
import { Explained } from './errors';
import { fill } from './fill';

/** Whether there is a folder at this path. */
export const isFolder = (place: string): boolean => existsSync(place) && statSync(place).isDirectory();

/**
 * Makes a folder and those above it. It makes one level at a time, because Node's recursive mode never returns where the system
 * refuses a folder as if its parent were missing (below /proc). `mode` says who may read them; without it, as the system has it.
 * @throws what the file system throws
 */
export function makeFolder(folder: string, mode?: number): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another instance that starts at the same time has made the folder.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Makes a folder and those above it, which only this user can read. @throws what the file system throws */
export const makePrivateFolder = (folder: string): void => makeFolder(folder, 0o700);

/**
 * Does what writes in a folder that an operator has named, and returns what it returns.
 * @throws {Explained} one Swedish line with the folder and the remedy, where the file system refuses
 */
export function writingIn<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    const { code } = Object(cause) as NodeJS.ErrnoException;
    if (!code) throw cause;
    throw new Explained(fill(operatorTexts.folder.notWritten, { folder: resolve(folder), why: code }), { cause });
  }
}
