import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import build from '../build';

/** Before the tests in the browser: the page is built, and a real Chromium lies ready. */
export default function start(): void {
  build();
  const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-chromium-'));
  // The package brings the libraries that a bare machine lacks, and unpacks them where it believes to be on such a one.
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  const said = execFileSync(process.execPath, [path.join(__dirname, 'chromium.mjs')], { env, encoding: 'utf8' });
  Object.assign(process.env, { CHROMIUM: said, CHROMIUM_FOLDER: folder });
}
