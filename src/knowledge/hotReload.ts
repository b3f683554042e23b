import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A value that is made from files, and made again when they have changed. */
export interface HotReload<T> {
  readonly now: () => T;
  /**
   * Makes the value again where the files have changed and are the same as at the last look, because a document that is being
   * copied is not complete. Files that appear complete need no second look. The present value stays in use meanwhile, and where
   * the new one cannot be made. Only one is made at a time: a call meanwhile waits for it, and leaves to a later call what has
   * changed since.
   * @returns whether this call has exchanged it
   * @throws why it cannot be made, once for each change
   */
  readonly renew: () => Promise<boolean>;
  /** Retires the present value, and one that is still being made. */
  readonly end: () => Promise<void>;
}

/**
 * Keeps a value that is made from files, and makes it again when the files change. `stampOf` gives a text that changes when the
 * files do. `retire` gets the value that was replaced. `comeWhole` says that changed files always appear complete.
 * @throws why the first value cannot be made
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
  let making: Promise<boolean> | undefined;
  let hasEnded = false;

  /** A value made from the files as they are; undefined where nothing has changed. */
  const makeAnew = async () => {
    const stamp = await stampOf();
    const isStill = comeWhole || stamp === seen;
    seen = stamp;
    if (!isStill || stamp === tried || hasEnded) return undefined;
    tried = stamp;
    return { made: await make() };
  };

  const exchange = async () => {
    const anew = await makeAnew();
    if (!anew) return false;
    if (hasEnded) {
      await retire(anew.made);
      return false;
    }
    const old = current;
    current = anew.made;
    await retire(old);
    return true;
  };

  return {
    now: () => current,
    renew: async () => {
      // If two were made at once, the slower one, perhaps of older files, would win.
      if (making) return making.then(notByThisCall, notByThisCall);
      if (hasEnded) return false;
      making = exchange().finally(() => (making = undefined));
      return making;
    },
    end: () => {
      hasEnded = true;
      return retire(current);
    },
  };
}

const notByThisCall = () => false;

/**
 * A text that changes when the names, sizes or times of the files in a folder do. A folder that cannot be read has a stamp too.
 */
export async function stampOf(folder: string): Promise<string> {
  const listed = readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => [`(${error.code})`]);
  const names = (await listed).sort();
  const files = await Promise.all(names.map((name) => stat(path.join(folder, name)).catch(() => undefined)));
  return names.map((name, at) => `${name} ${files[at]?.size} ${files[at]?.mtimeMs}`).join('\n');
}
