import { type Browser } from 'playwright-core';
import { run, type Running } from '../journeys/service';
import { openBrowser } from './window';

/** A service and a Chromium for the tests of one file. They start before its first test and stop after its last one. */
export function withBrowser(): { readonly running: Running; readonly browser: Browser } {
  const opened = {} as { running: Running; browser: Browser };
  beforeAll(async () => {
    [opened.running, opened.browser] = await Promise.all([run({ rates: 'none' }), openBrowser()]);
  });
  afterAll(async () => {
    await opened.browser.close();
    await opened.running.stop();
  });
  return opened;
}
