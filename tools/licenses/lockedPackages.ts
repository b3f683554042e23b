import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A package that package-lock.json names. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Its folder, from the project's folder. */
  readonly folder: string;
  /** An SPDX expression, as the package says it; undefined where the package says none. */
  readonly licence: string | undefined;
  /** True where only development needs it. */
  readonly dev: boolean;
}

interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const nameIn = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** All packages that package-lock.json in `root` names, those of other platforms too. */
export function lockedPackages(root: string): LockedPackage[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>;
  };
  return Object.entries(lock.packages)
    .filter(([folder, entry]) => folder.includes('node_modules/') && !entry.link)
    .map(([folder, { name, version = '', license, dev = false }]) => ({
      name: name ?? nameIn(folder),
      version,
      folder,
      licence: license,
      dev,
    }));
}
