import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it. Only this user can read them. It makes one level at a time, because Node's recursive mode
 * never returns where the system refuses a folder as if its parent were missing (below /proc).
 * @throws what the file system throws
 */
export function makePrivateFolder(folder: string): void {
  if (existsSync(folder)) return;
  makePrivateFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another instance that starts at the same time has made the folder.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
