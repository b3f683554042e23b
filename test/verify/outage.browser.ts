import { type Browser } from 'playwright-core';
import { tallyOf } from '../../src/store/deliveries';
import { signIn } from '../journeys/inHr';
import { newManager } from '../journeys/manager';
import { toMorning, waitFor } from '../journeys/sent';
import { run, type Running } from '../journeys/service';
import { openBrowser, openWindow } from '../browser/window';

jest.setTimeout(120_000);

let running: Running;
let browser: Browser;
let failing: number | undefined;
beforeAll(async () => {
  const fail = ({ method }: { method: string }) => (method === 'POST' ? failing : undefined);
  [running, browser] = await Promise.all([run({ rates: 'none', fail }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

it('HR is told why a campaign has paused itself, goes on, and tries again what could not be sent', async () => {
  toMorning(running, 'tis');
  for (let n = 0; n < 12; n++) await newManager(running).say('hej');
  const api = await signIn(running, 'Hanna');
  const { id } = await api.launch();
  const tally = () => running.stored((db) => tallyOf(db, id));
  failing = 401;
  running.pass(1.5 * 3_600_000);
  await running.caughtUp();
  await running.caughtUp();

  const hr = await openWindow(browser, running.service.url);
  await hr.signIn('hanna@region.example');
  await hr.page.getByRole('link', { name: 'Ramar' }).click();
  await hr.page.getByText(/Teams nekar botens inloggning sedan tisdag \d\d\.\d\d\. Utskicket är pausat\./).waitFor();
  expect(await hr.faults('nekad inloggning')).toEqual([]);

  failing = 400;
  await hr.button('Fortsätt').click();
  await waitFor(running, async () => (await tally()).failed === 12);
  failing = undefined;
  await hr.later(4_000);
  await hr.button('Försök igen').click();
  await waitFor(running, async () => (await tally()).sent === 12);
  await hr.later(4_000);
  await hr.page.getByText('12 av 12 är framme').waitFor();
  expect(await hr.button('Försök igen').count()).toBe(0);
});
