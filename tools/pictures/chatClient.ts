import { mkdtempSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { projectRoot } from '../../src/shared/config';
import { timeInWords } from '../../src/shared/localTime';
import { aFreePort } from '../aFreePort';
import { startPlayground } from '../playground';

/** Milliseconds until the Playground answers: npx may have to fetch it first. */
const longestStart = 120_000;

/** A chat in the Playground's own client, and what a person does there. No other file knows its page. */
export interface ChatClient {
  say(text: string): Promise<void>;
  /** In the newest card that has such a field. */
  fill(label: string, text: string): Promise<void>;
  choose(label: string): Promise<void>;
  press(button: string): Promise<void>;
  /** Waits until the bot's newest message with this text is there. */
  seen(text: string): Promise<void>;
  /** What lies between the newest message with this text and the end of the chat, as PNG. */
  picture(from: string): Promise<Buffer>;
  /** All that is to be seen now, as PNG. */
  screen(): Promise<Buffer>;
  stop(): Promise<void>;
}

/** Starts the Playground for a bot and opens it in the browser, whose clock shows `now`. @throws where it does not start in time. */
export async function openChat(browser: Browser, botUrl: string, now: () => Date): Promise<ChatClient> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-playground-'));
  copyFileSync(path.join(projectRoot, '.m365agentsplayground.yml'), path.join(folder, '.m365agentsplayground.yml'));
  // The Playground opens a browser of its own, and stops on a Linux without one.
  writeFileSync(path.join(folder, 'xdg-open'), '#!/bin/sh\n', { mode: 0o755 });
  const port = await aFreePort();
  const env = { ...process.env, PATH: [folder, process.env.PATH].join(path.delimiter), BROWSER: 'none' };
  const { stop } = startPlayground(botUrl, String(port), folder, { env, stdio: 'ignore' });
  const context = await browser.newContext({ viewport: { width: 1_000, height: 1_600 }, locale: 'sv-SE' });
  const close = async () => {
    await context.close();
    stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.clock.setFixedTime(now());
    await untilAnswered(`http://127.0.0.1:${port}`);
    await page.goto(`http://127.0.0.1:${port}`);
    await page
      .getByText(/conversationUpdate \d+/)
      .first()
      .waitFor({ state: 'attached' });
    return { ...chatOn(page, now), stop: close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function untilAnswered(url: string): Promise<void> {
  const end = Date.now() + longestStart;
  while (!(await fetch(url).catch(() => undefined))) {
    if (Date.now() > end) throw new Error(`The Playground has not answered on ${url}. Try npm run playground.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** What is used of an element of the page: the browser's own types are not known here. */
interface Shown {
  readonly style: { display: string };
  readonly firstElementChild: { textContent: string };
  scrollIntoView(): void;
}

/** Runs in the browser. The Playground shows this computer's time, and the picture the story's. */
function showTime(stamps: Shown[], time: string): void {
  for (const stamp of stamps) stamp.firstElementChild.textContent = time;
}

function chatOn(page: Page, now: () => Date): Omit<ChatClient, 'stop'> {
  const messages = page.locator('div:has(> [aria-label="Message header"])');
  const cards = page.locator('.ac-adaptiveCard');
  const box = page.locator('div[role="textbox"][contenteditable="true"]').first();
  return {
    say: async (text) => {
      await page.clock.setFixedTime(now());
      await box.click();
      await box.pressSequentially(text);
      await page.getByRole('button', { name: 'Send Message' }).click();
    },
    fill: (label, text) => cards.getByLabel(label).last().fill(text),
    choose: (label) => cards.getByLabel(label).last().check({ force: true }),
    press: (button) => cards.getByRole('button', { name: button }).last().click(),
    seen: (text) => messages.filter({ hasText: text }).last().waitFor(),
    screen: () => page.screenshot(),
    picture: async (from) => {
      const first = messages.filter({ hasText: from }).last();
      await first.waitFor();
      await page.waitForLoadState('networkidle');
      // The Playground's own line under a pressed card, which Teams does not have. Closing it would empty the card's
      // fields.
      const line = page.getByText('Your response was sent to the app').last();
      if (await line.isVisible())
        await line
          .locator('xpath=ancestor::*[.//button][1]')
          .evaluate((one: Shown) => void (one.style.display = 'none'));
      await page.getByLabel('Message timestamp').evaluateAll(showTime, timeInWords(now()));
      await first.evaluate((message: Shown) => message.scrollIntoView());
      const [top, end, below] = await Promise.all([first, messages.last(), box].map((one) => one.boundingBox()));
      if (!top || !end || !below || end.y + end.height > below.y)
        throw new Error(`The chat from ”${from}” is higher than the window of the pictures.`);
      // The user's own message is narrower than the bot's.
      const [left, right] = [Math.min(top.x, end.x), Math.max(top.x + top.width, end.x + end.width)];
      // The first pixels hold the edge of the message before it.
      const y = top.y + 4;
      return page.screenshot({ clip: { x: left, y, width: right - left, height: end.y + end.height - y } });
    },
  };
}
