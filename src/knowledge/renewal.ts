import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** What is made of files, and made anew when they have changed. */
export interface Renewal<T> {
  readonly now: () => T;
  /**
   * Makes it anew where the files have changed and lie still since the last time: a document that is being copied is no document
   * yet. What runs goes on meanwhile, and where the new cannot be made. Rejects with why it cannot, once for each change.
   */
  readonly renew: () => Promise<boolean>;
}

/** `stampOf` tells one state of the files from another; `retire` gets what has been replaced. */
export async function renewal<T>(
  make: () => Promise<T>,
  stampOf: () => Promise<string>,
  retire: (old: T) => Promise<void>,
): Promise<Renewal<T>> {
  let tried = await stampOf();
  let seen = tried;
  let current = await make();
  return {
    now: () => current,
    renew: async () => {
      const stamp = await stampOf();
      const isStill = stamp === seen;
      seen = stamp;
      if (!isStill || stamp === tried) return false;
      tried = stamp;
      const old = current;
      current = await make();
      await retire(old);
      return true;
    },
  };
}

/** Tells one state of the files in a folder from another: their names, sizes and times. */
export async function stampOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  const files = await Promise.all(names.map((name) => stat(path.join(folder, name)).catch(() => undefined)));
  return names.map((name, at) => `${name} ${files[at]?.size} ${files[at]?.mtimeMs}`).join('\n');
}
