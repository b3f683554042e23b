import { type Browser } from 'playwright-core';
import { type Tour } from './readTour';

/** Pixels of a picture of HR's page. */
const window = { width: 1_100, height: 920 };

/** Opens campaigns on HR's page, whose clock shows `now`, and keeps a picture of each. @throws where a word is not found on the page. */
export async function pictureMonth(browser: Browser, url: string, { now, name, steps, keep }: Month): Promise<void> {
  const context = await browser.newContext({ viewport: window, locale: 'sv-SE', reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.clock.setFixedTime(now());
    await page.goto(url);
    await page.getByLabel('Namn eller e-postadress').fill(name);
    await page.getByLabel('Jag har rollen HR').setChecked(true);
    await page.locator('fluent-button', { hasText: 'Logga in' }).first().click();
    for (const { open, press, seen, top, picture } of steps) {
      await page.getByRole('navigation').getByRole('link', { name: 'Utskick', exact: true }).click();
      await page.getByRole('link', { name: open }).first().click();
      // Fluent's buttons have their role inside, where Playwright does not look.
      if (press) await page.locator('fluent-button', { hasText: press }).first().click();
      await page.getByText(seen).filter({ visible: true }).first().waitFor();
      await page.waitForLoadState('networkidle');
      if (top) {
        const heading = page.getByRole('heading', { name: top }).first();
        await heading.evaluate((one: { scrollIntoView(): void }) => one.scrollIntoView());
        await page.evaluate('scrollBy(0, -30)');
      }
      const main = await page.locator('main').boundingBox();
      const height = Math.min(window.height, main!.y + main!.height);
      keep(picture, await page.screenshot({ clip: { x: 0, y: 0, width: window.width, height } }));
    }
  } finally {
    await context.close();
  }
}

/** What can be seen on HR's page. */
export interface Month {
  readonly now: () => Date;
  /** Of the person in HR. */
  readonly name: string;
  readonly steps: Tour['month'];
  readonly keep: (name: string, png: Buffer) => void;
}
