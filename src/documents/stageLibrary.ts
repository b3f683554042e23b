import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { Explained } from '../shared/errors';
import { type FiledDocument, type SharedLibrary } from './publishedDocument';
import { readSeed } from './readSeed';
import { nameOfLibrary, removeOtherLibraries, writeLibrary } from './writeLibrary';

/** The store's documents as files of this instance. */
export interface StagedLibrary {
  /**
   * The folder of the documents that are published now. It is the same folder while nothing changes.
   * @throws once for each change that cannot be read
   */
  readonly folder: () => Promise<string>;
  /** A folder of the published documents in which this one replaces the document with its id. The caller removes the folder. */
  readonly folderWith: (document: FiledDocument) => Promise<string>;
  readonly remove: () => void;
}

/**
 * Milliseconds after which the files of a dead process are removed. A living process says that it lives ten times in this time.
 */
const longestSilence = 6 * 60 * 60 * 1000;

/**
 * Keeps a folder with the documents that answer now: those of the release (`seed`) and those of the store. `stampOf` gives a text
 * that changes when the files of the release do.
 */
export function stageLibrary(
  { seed, libraries }: { readonly seed: string; readonly libraries: string },
  shared: SharedLibrary,
  stampOf: (folder: string) => Promise<string>,
): StagedLibrary {
  const own = path.join(libraries, `${process.pid}-${randomUUID()}`);
  let seeded: string | undefined;
  let seen: string | undefined;
  let staged: { readonly version: number; readonly stamp: string; readonly name: string } | undefined;

  /** Files that are being copied are not complete, so a changed stamp has to be seen twice. */
  const seedAgain = async (): Promise<string> => {
    const stamp = await stampOf(seed);
    const isStill = seeded === undefined || stamp === seen;
    seen = stamp;
    if (stamp === seeded || !isStill) return seeded ?? stamp;
    let documents;
    try {
      documents = readSeed(seed);
    } catch (error) {
      // What is wrong is reported once, and the former documents go on answering.
      if (staged && error instanceof Explained) seeded = stamp;
      throw error;
    }
    await shared.seed(documents);
    return (seeded = stamp);
  };

  const stage = async (): Promise<string> => {
    const stamp = await seedAgain();
    // The version is read before the documents, so that what is published meanwhile is seen next time.
    const version = await shared.version().catch((error: Error) => {
      // While the database does not answer, the documents of this instance do.
      if (!staged) throw error;
      return staged.version;
    });
    if (staged?.version === version && staged.stamp === stamp) return path.join(own, staged.name);
    const documents = await shared.published();
    const name = nameOfLibrary(documents, stamp);
    const folder = path.join(own, name);
    if (!existsSync(folder)) writeLibrary(folder, seed, documents);
    if (!staged) removeForgotten(libraries, writtenAt(own));
    // The former one answers until this one does.
    if (staged && staged.name !== name) removeOtherLibraries(own, [name, staged.name]);
    staged = { version, stamp, name };
    return folder;
  };

  return {
    folder: async () => {
      keepAlive(own);
      return stage();
    },
    folderWith: async (document) => {
      const others = (await shared.published()).filter(({ id }) => id !== document.id);
      const folder = path.join(libraries, `${process.pid}-${randomUUID()}`, 'trial');
      const inOrder = [...others, document].sort((one, other) => (one.id < other.id ? -1 : 1));
      writeLibrary(folder, seed, inOrder);
      return folder;
    },
    remove: () => rmSync(own, { recursive: true, force: true }),
  };
}

const writtenAt = (folder: string): number => statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function keepAlive(folder: string): void {
  const now = new Date();
  if (existsSync(folder) && now.getTime() - writtenAt(folder) > longestSilence / 10) utimesSync(folder, now, now);
}

/** `now` is by the clock of the disk, as the times of the folders are. The clock of this machine may be hours away from it. */
function removeForgotten(libraries: string, now: number): void {
  for (const folder of readdirSync(libraries).map((name) => path.join(libraries, name)))
    if (now - writtenAt(folder) > longestSilence) rmSync(folder, { recursive: true, force: true });
}
