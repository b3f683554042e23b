import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { cachedIndex } from '../src/knowledge/indexCache';
import { indexes, knowledge, ownIndexes } from './knowledge/library';

const root = path.join(__dirname, '..');

/** Threads and processes of their own run what `npm start` runs. The index is built once, and not by each worker. */
export default function build(): void {
  execFileSync(process.execPath, [path.join(root, 'build.mjs')], { stdio: 'inherit' });
  const file = cachedIndex(knowledge, ownIndexes);
  cpSync(file, path.join(indexes, path.basename(file)));
}
