import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { type Chromium, openChromium } from '../../tools/browser/openChromium';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A real Chromium (start.ts). */
export const openBrowser = (): Promise<Browser> => openChromium(JSON.parse(process.env.CHROMIUM!) as Chromium);

/** A window on HR's page, and what a person does there. */
export async function openWindow(browser: Browser, url: string, width = 1100) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'sv-SE',
    // A colour that is still changing has the contrast of neither colour.
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  // The browser reports here what the page breaks, its own content policy first of all.
  page.on('console', (message) => {
    // The page shows the person what the service declines.
    const isDeclined = /^Failed to load resource: .* status of 4\d\d/.test(message.text());
    if (message.type() === 'error' && !isDeclined) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.clock.install();
  await page.goto(`${url}/hr`);
  /** Fluent's buttons have their role from within, where Playwright does not look. */
  const button = (name: string) => page.locator('fluent-button', { hasText: name }).first();
  return {
    page,
    complaints,
    button,
    signIn: async (name: string, isHr = true) => {
      await page.getByLabel('Namn eller e-postadress').fill(name);
      await page.getByLabel('Jag har rollen HR').setChecked(isHr);
      await button('Logga in').click();
    },
    /** By the link among the pages. */
    go: (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click(),
    /** Moves the page's clock forward second by second, and the page loads again by itself. */
    later: async (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 1_000) {
        await page.clock.runFor(1_000);
        // What the page then asks for is answered before the next second.
        await page.evaluate('new Promise((resolve) => fetch("/health").then(resolve))');
      }
    },
    /** What hinders people, found by axe; and a picture where PICTURES names a folder. */
    faults: (name: string) => faultsOf(page, `${name}-${width}`),
    close: () => context.close(),
  };
}

/** What hinders people on a page, found by axe; and a picture where PICTURES names a folder. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  await picture(page, name);
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()');
  return violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(({ html }) => html).join(' ')}`);
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Of the whole page, or of what is in sight. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage });
}
