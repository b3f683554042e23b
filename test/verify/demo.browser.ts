import { type Browser } from 'playwright-core';
import pino from 'pino';
import { startDemo, type Demo } from '../../tools/demo/startDemo';
import { faultsOf, openBrowser } from '../browser/window';

jest.setTimeout(180_000);

let demo: Demo;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(0, '2027-02-16', pino({ level: 'silent' })), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

describe("the demo's page", () => {
  it.each([1100, 360])('has a bar that moves the day, %i wide', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(demo.url);
    await page.getByLabel('Namn eller e-postadress').fill('Eva i HR');
    await page.locator('fluent-button', { hasText: 'Logga in' }).click();
    await page.getByRole('link', { name: 'Tydliga ramar' }).click();
    await page.getByText('Över tid').first().waitFor();
    expect(await faultsOf(page, `demo-${width}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);

    const next = page.getByRole('button', { name: 'Nästa dag' });
    const before = await page.getByText('Här är det').textContent();
    await next.press('Enter');
    await page.getByText('Här är det').filter({ hasNotText: before! }).waitFor();
    // The person is on the same step, the same key is in focus, and the fields know what day it is.
    await page.getByRole('heading', { name: 'Tydliga ramar' }).waitFor();
    expect(await next.evaluate('document.activeElement.textContent')).toBe('Nästa dag');
    await page.getByRole('navigation').getByRole('link', { name: 'Utskick' }).click();
    await page.locator('fluent-button', { hasText: 'Nytt utskick' }).click();
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(demo.now());
    expect(await page.getByLabel('Dag', { exact: true }).inputValue()).toBe(day);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
