import { type Page } from 'playwright-core';
import { cardsOf } from '../../tools/localTeams/localTeams';
import { partsOf } from '../../tools/localTeams/inputs';
import { anna, texts } from '../journeys/service';
import { faultsOf, picture } from './window';
import { withBrowser } from './withBrowser';

jest.setTimeout(120_000);

const opened = withBrowser();

/** The first link under the answer to a question. */
async function linkFor(question: string): Promise<string> {
  const { sent } = await opened.running.channel.say(opened.running.chat(), anna, question);
  const blocks = sent.flatMap(({ activity }) => cardsOf(activity)).flatMap((card) => partsOf(card, 'TextBlock'));
  const [, link] = blocks.map(({ text }) => /\]\((http\S+)\)/.exec(String(text))).find(Boolean) ?? [];
  if (!link) throw new Error(`No link under "${question}".`);
  return link;
}

const height = 740;

/** Opens an address, and looks at it on a phone. */
async function open(address: string, media: Parameters<Page['emulateMedia']>[0] = {}, javaScriptEnabled = true) {
  const context = await opened.browser.newContext({
    viewport: { width: 360, height },
    locale: 'sv-SE',
    javaScriptEnabled,
  });
  const page = await context.newPage();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('request', (request) => told.push(new URL(request.url()).pathname));
  await page.emulateMedia(media);
  await page.goto(address);
  const widest = () => page.evaluate<number>('document.documentElement.scrollWidth');
  return { page, told, widest, close: () => context.close() };
}

const questions = {
  prose: 'Vad säger Region Skåne om detaljstyrning av medarbetare?',
  lists: 'Vad är skillnaden mellan kontrollkultur och tillitskultur enligt VGR?',
  table: 'Vad är traditionell uppföljning enligt Västra Götalandsregionen?',
};

describe("a document's page", () => {
  it.each(Object.entries(questions))(
    'shows the passage in sight on a phone, hinders nobody and asks for nothing else: %s',
    async (name, question) => {
      const link = await linkFor(question);
      const { page, told, widest, close } = await open(link);
      const { y: top } = (await page.locator('#stycket').boundingBox())!;
      expect([top >= 0, top < height / 2]).toEqual([true, true]);
      await picture(page, `dokument-${name}-i-sikt`, false);
      expect(await faultsOf(page, `dokument-${name}`)).toEqual([]);
      expect(await widest()).toBeLessThanOrEqual(360);
      expect(told).toEqual([new URL(link).pathname]);
      await close();
    },
  );

  it.each([
    ['in the dark', { colorScheme: 'dark' }],
    ['in colours of high contrast', { forcedColors: 'active' }],
    ['on paper', { media: 'print' }],
  ] as const)('hinders nobody %s', async (where, media) => {
    const { page, told, close } = await open(await linkFor(questions.lists), media);
    expect(await faultsOf(page, `dokument ${where}`)).toEqual([]);
    expect(told).toHaveLength(1);
    await close();
  });

  it('needs no script: the passage is in sight, and the link leads to it', async () => {
    const { page, close } = await open(await linkFor(questions.prose), {}, false);
    await page.getByRole('link', { name: texts.document.goToCited }).click();
    expect(await page.locator('mark').first().isVisible()).toBe(true);
    await close();
  });

  it('frames the passage on paper, and leaves out what nobody can press there', async () => {
    const { page, close } = await open(await linkFor(questions.prose), { media: 'print' });
    for (const pressed of ['.ways', 'footer']) expect(await page.locator(pressed).isVisible()).toBe(false);
    const border = "getComputedStyle(document.getElementById('stycket')).borderTopStyle";
    expect(await page.evaluate(border)).toBe('solid');
    await close();
  });

  it('says what to do where a link is broken or old, and hinders nobody', async () => {
    const link = await linkFor(questions.prose);
    const broken = await open(link.replace(/\w#/, '#'));
    await broken.page.getByRole('heading', { name: texts.document.unknown.title }).waitFor();
    expect(await faultsOf(broken.page, 'dokument-trasig')).toEqual([]);
    opened.running.pass(32 * 24 * 60 * 60 * 1000);
    const old = await open(link);
    await old.page.getByRole('heading', { name: texts.document.expired.title }).waitFor();
    await old.page.getByText('Fråga boten igen, så får du en ny länk.').waitFor();
    expect(await faultsOf(old.page, 'dokument-utgangen')).toEqual([]);
    await Promise.all([broken.close(), old.close()]);
  });
});
