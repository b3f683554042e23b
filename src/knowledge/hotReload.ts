import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** What is made of files, and made anew when they have changed. */
export interface HotReload<T> {
  readonly now: () => T;
  /**
   * Makes it anew where the files have changed and lie still since the last time: a document that is being copied is no document
   * yet. Files that come whole need not lie still. What runs goes on meanwhile, and where the new cannot be made. Only one is
   * made at a time: a call meanwhile does nothing, and a later call sees what changed.
   * @throws why it cannot, once for each change
   */
  readonly renew: () => Promise<boolean>;
  /** Retires what runs, and what is still being made as soon as it is made. */
  readonly end: () => Promise<void>;
}

/**
 * Keeps a value that is made from files, and makes it again when the files change. `stampOf` gives a text that changes when the
 * files do. `retire` gets the value that was replaced.
 */
export async function hotReload<T>(
  make: () => Promise<T>,
  stampOf: () => Promise<string>,
  retire: (old: T) => Promise<void>,
  { comeWhole = false } = {},
): Promise<HotReload<T>> {
  let tried = await stampOf();
  let seen = tried;
  let current = await make();
  let isMaking = false;
  let hasEnded = false;

  /** Made of the files as they are; undefined where there is nothing new to make. */
  const makeAnew = async () => {
    const stamp = await stampOf();
    const isStill = comeWhole || stamp === seen;
    seen = stamp;
    if (!isStill || stamp === tried || hasEnded) return undefined;
    tried = stamp;
    return { made: await make() };
  };

  return {
    now: () => current,
    renew: async () => {
      // Of two at once the slower, which may be of older files, would win.
      if (isMaking || hasEnded) return false;
      isMaking = true;
      const anew = await makeAnew().finally(() => (isMaking = false));
      if (!anew) return false;
      if (hasEnded) {
        await retire(anew.made);
        return false;
      }
      const old = current;
      current = anew.made;
      await retire(old);
      return true;
    },
    end: () => {
      hasEnded = true;
      return retire(current);
    },
  };
}

/**
 * A text that changes when the names, sizes or times of the files in a folder do. A folder that cannot be read has a stamp too.
 */
export async function stampOf(folder: string): Promise<string> {
  const listed = readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => [`(${error.code})`]);
  const names = (await listed).sort();
  const files = await Promise.all(names.map((name) => stat(path.join(folder, name)).catch(() => undefined)));
  return names.map((name, at) => `${name} ${files[at]?.size} ${files[at]?.mtimeMs}`).join('\n');
}
