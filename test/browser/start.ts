import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unpackChromium } from '../../tools/browser/openChromium';
import build from '../build';

/** Before the tests in the browser: builds the page, and unpacks a real Chromium. */
export default function start(): void {
  build();
  const chromium = unpackChromium(mkdtempSync(path.join(tmpdir(), 'tillitscoachen-chromium-')));
  process.env.CHROMIUM = JSON.stringify(chromium);
}
