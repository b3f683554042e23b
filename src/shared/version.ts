import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from './config';

/** The version of the running service. */
export interface Version {
  /** Of package.json. */
  readonly version: string;
  /** The git commit that was built, where the build knew it. */
  readonly commit?: string;
}

const Package = z.object({ version: z.string() });
const Built = z.object({ commit: z.string().regex(/^[0-9a-f]{40}$/) });

/**
 * The version in package.json, and the commit that build.mjs wrote into dist/version.json.
 * @throws where package.json has none
 */
export function readVersion(root = projectRoot): Version {
  const { version } = Package.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  return { version, ...builtFrom(path.join(root, 'dist/version.json')) };
}

function builtFrom(file: string): { commit?: string } {
  try {
    return Built.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Built outside git, and without COMMIT.
    return {};
  }
}
