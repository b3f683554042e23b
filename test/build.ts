import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..');

/** Threads and processes of their own run what `npm start` runs. */
export default function build(): void {
  execFileSync(process.execPath, [path.join(root, 'build.mjs')], { stdio: 'inherit' });
}
