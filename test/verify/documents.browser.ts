import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser } from 'playwright-core';
import { type DocumentView, type PassageFindability } from '../../src/hr/documentViews';
import { openBrowser, openWindow } from '../browser/window';
import { anna, run, wordsOf, type Running } from '../journeys/service';
import { copySmallLibrary } from '../knowledge/library';
import { dropOn, pdfFile as file } from './droppedFile';
import { patched } from './patched';

jest.setTimeout(180_000);

type Window = Awaited<ReturnType<typeof openWindow>>;
const seed = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
let running: Running;
let browser: Browser;
let hr: Window;
beforeAll(async () => {
  copySmallLibrary(seed);
  [running, browser] = await Promise.all([run({ seed, rates: 'none' }), openBrowser()]);
  hr = await openWindow(browser, running.service.url);
  // The tests of reading show which warnings there are; here is how they look.
  await patched<DocumentView>(hr.page, `documents/${id}`, (view) => ({ ...view, readingWarnings, warnings: 2 }));
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  rmSync(seed, { recursive: true });
});

const id = 'kaffehandboken';
const question = 'Hur ofta avkalkas kaffebryggaren?';
const readingWarnings = [
  { kind: 'columns', page: 2, words: 'Sidan har spalter. Kontrollera att texten kommer i rätt ordning.' },
  { kind: 'hidden', words: 'Dold text är inte med. Ta fram den i Word och läs in filen igen om den ska citeras.' },
];

const fridays = 'Kaffebryggaren avkalkas varje fredag av den som senast bryggde.';
const mondays = 'Kaffebryggaren avkalkas varje måndag av den som först brygger.';
const milk = 'Mjölken köps av den som tar sista droppen.';
const first = file('Kaffehandboken.pdf', [fridays], [milk]);

/** Until the bot answers in the chat by what the store has now. */
async function saysUntil(isWanted: (words: string) => boolean): Promise<void> {
  while (!isWanted(wordsOf(await running.channel.say(running.chat(), anna, question)))) await running.lookAtDocuments();
}

const tab = (name: string, of = hr) => of.page.getByRole('link', { name, exact: true }).click();
const dialog = (name: string) => hr.page.locator('fluent-dialog fluent-button', { hasText: name });

/** On a wide screen and on a phone: axe finds nothing, and nothing is wider than the screen. */
async function looksRight(name: string): Promise<void> {
  // The page has its heading when what it shows has come.
  await hr.page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await hr.faults(name)).toEqual([]);
  await hr.page.setViewportSize({ width: 360, height: 900 });
  expect(await hr.faults(`${name}-på-telefon`)).toEqual([]);
  expect(await hr.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await hr.page.setViewportSize({ width: 1100, height: 900 });
}

describe("HR's documents", () => {
  it('begin with a place to drop a file, which says what can be read', async () => {
    await hr.signIn('Hanna HR');
    await patched(hr.page, 'documents', () => [], 1);
    await hr.go('Dokument');
    await hr.page.getByText('Inga dokument ännu').waitFor();
    await looksRight('dokument-tomt');
    await hr.page.getByLabel('Lägg till ett dokument').setInputFiles({ ...first, name: 'bild.png' });
    await hr.page.getByText('bild.png går inte att läsa. Spara dokumentet som pdf').waitFor();
    await looksRight('dokument-nekat');
    await hr.page.reload();
    await hr.page.getByRole('link', { name: 'Förutsättningar för tillit' }).waitFor();
    await looksRight('dokument-lista-från-början');
  });

  it('are read with progress, and reading can be cancelled', async () => {
    const upload = /\/api\/hr\/documents\?name=/;
    // It is never answered.
    await hr.page.route(upload, () => undefined);
    await hr.page.getByLabel('Lägg till ett dokument').setInputFiles(first);
    await hr.page.getByText('Läser Kaffehandboken.pdf').waitFor();
    await looksRight('dokument-läses');
    await hr.button('Avbryt').click();
    await hr.page.getByText('Läsningen är avbruten').waitFor();
    await hr.page.unroute(upload);
  });

  it('can be dropped on the page, and show the text as it was read with what to check beside it', async () => {
    await dropOn(hr.page, '.drop', first);
    await hr.page.getByRole('heading', { name: 'Text och varningar' }).waitFor();
    await hr.page.getByText('Boten svarar inte ur utkastet').waitFor();
    await hr.page.getByText('varje fredag').waitFor();
    await hr.page.getByText('2 varningar: kontrollera mot originalet').waitFor();
    await looksRight('dokument-text');
    await hr.button('Visa i texten').click();
    const focused = `(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at.textContent;
    })()`;
    expect(await hr.page.evaluate(focused)).toBe('s. 2');
  });

  it('are published when it is said who stands behind them; what is written is kept then', async () => {
    await hr.button('Publicera').click();
    await hr.page.getByText('Skriv vem som har gett ut dokumentet').first().waitFor();
    await hr.page.getByRole('heading', { name: 'Fakta', level: 2 }).waitFor();
    await looksRight('dokument-fakta');
    await hr.page.getByLabel('Utgivare').fill('Region Prov');
    await hr.page.getByLabel('Datum').fill('2019');
    await tab('Så citeras det');
    await hr.page.locator('hr-card').getByText('varje fredag').waitFor();
    await looksRight('dokument-citat');
    await tab('Fakta');
    expect(await hr.page.getByLabel('Utgivare').inputValue()).toBe('Region Prov');
  });

  it('are tried with a question ahead of publishing, and nobody is answered from a draft', async () => {
    await tab('Prova en fråga');
    await hr.page.getByLabel('En fråga, som en chef skulle skriva den').fill(question);
    await hr.page.keyboard.press('Enter');
    await hr.page.getByText('Boten svarar', { exact: true }).waitFor();
    await looksRight('dokument-prova');
    await running.lookAtDocuments();
    await saysUntil((words) => !words.includes('varje fredag'));
    await hr.button('Publicera').click();
    await hr.page.getByText('Dokumentet är publicerat. Boten svarar').waitFor();
    await saysUntil((words) => words.includes('varje fredag') && words.includes('Region Prov'));
  });

  it('tell which passages no question finds, and keep what an editor writes, takes and drops', async () => {
    await patched<PassageFindability[]>(hr.page, `documents/${id}/findability`, (passages) =>
      passages.map((each, at) => ({
        ...each,
        suggested: at || each.asked.includes(question) ? [] : [question, 'Vem senast?'],
      })),
    );
    await tab('Hittas det?');
    await hr.page.getByText('Ingen fråga ännu').first().waitFor();
    await looksRight('dokument-hittas');
    await hr.button('Ta med').click();
    await hr.page.getByText('Sparat. Det tar en stund').waitFor();
    while (!(await hr.page.getByText('Hittas först').count())) {
      await running.lookAtDocuments();
      await hr.button('Räkna om').click();
      await hr.page.waitForLoadState('networkidle');
    }
    await hr.page.getByLabel('Skriv vad chefer frågar').last().fill('Vem köper mjölken?');
    await hr.page.keyboard.press('Enter');
    await hr.page.getByText('Vem köper mjölken?').waitFor();
    await looksRight('dokument-hittas-nu');
    await hr.page.locator('li', { hasText: 'Vem köper mjölken?' }).getByText('Ta bort').click();
    await hr.page.getByText('Frågan är borttagen.').waitFor();
    await hr.page.getByText('Vem köper mjölken?').waitFor({ state: 'detached' });
  });

  it.each([
    ['in the dark', { colorScheme: 'dark' }],
    ['in colours of high contrast', { forcedColors: 'active' }],
  ] as const)('hinder nobody %s', async (where, media) => {
    await hr.page.emulateMedia(media);
    for (const name of ['Text och varningar', 'Fakta', 'Så citeras det', 'Prova en fråga', 'Hittas det?']) {
      await tab(name);
      await hr.page.getByRole('heading', { name, level: 2 }).waitFor();
      await hr.page.waitForLoadState('networkidle');
      expect(await hr.faults(`${name.replace('?', '')} ${where}`)).toEqual([]);
    }
    await hr.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  });

  it('are not overwritten by a colleague who has not seen a change: both versions are in sight', async () => {
    const colleague = await openWindow(browser, running.service.url);
    await colleague.signIn('Hugo HR');
    await colleague.page.goto(`${running.service.url}/hr#/dokument/${id}/fakta`);
    await colleague.page.getByLabel('Tyngd').fill('Riktlinje');
    await tab('Fakta');
    await hr.page.getByLabel('Tyngd').fill('Beslut');
    await hr.button('Spara fakta').click();
    await hr.page.getByText('Sparat.', { exact: true }).waitFor();
    // Neither by another act, nor by the facts.
    await colleague.button('Dra tillbaka').click();
    await colleague.page.locator('fluent-dialog fluent-button', { hasText: 'Dra tillbaka' }).click();
    await colleague.page.getByText('Någon annan har ändrat dokumentet. Inget').waitFor();
    await colleague.page.getByText('Tyngd: ”Beslut” är sparat, du har skrivit ”Riktlinje”.').waitFor();
    expect(await colleague.faults('dokument-ändrat-av-någon-annan')).toEqual([]);
    await colleague.button('Spara fakta').click();
    await colleague.page.getByText('Sparat.', { exact: true }).waitFor();
    await hr.page.getByLabel('Tyngd').fill('Handbok');
    await hr.button('Spara fakta').click();
    await hr.page.getByText('Tyngd: ”Riktlinje” är sparat, du har skrivit ”Handbok”.').waitFor();
    await looksRight('dokument-båda-versionerna');
    await hr.button('Behåll det som är sparat').click();
    expect(await hr.page.getByLabel('Tyngd').inputValue()).toBe('Riktlinje');
    expect(colleague.complaints).toEqual([]);
    await colleague.close();
  });

  it('are replaced by a new file: what changes is in sight, and the former words answer until it is published', async () => {
    await hr.button('Ersätt med en ny fil').click();
    await hr.page.getByLabel('Ny fil').waitFor();
    await looksRight('dokument-att-ersätta');
    await hr.page.getByLabel('Ny fil').setInputFiles(file('ny.pdf', [mondays], [milk]));
    await hr.page.getByText('Det här ändras när du publicerar').waitFor();
    await hr.page.getByText('Nytt (1)').waitFor();
    await looksRight('dokument-ersatt');
    await saysUntil((words) => words.includes('varje fredag'));
    await hr.button('Publicera').click();
    await hr.page.getByText('Dokumentet är publicerat. Boten svarar').waitFor();
    await saysUntil((words) => words.includes('varje måndag'));
  });

  it('are withdrawn after a question, and that can be undone', async () => {
    await hr.button('Dra tillbaka').click();
    await hr.page.getByText('Dra tillbaka dokumentet?').waitFor();
    await looksRight('dokument-att-dra-tillbaka');
    await dialog('Nej, låt bli').click();
    await hr.button('Dra tillbaka').click();
    await dialog('Dra tillbaka').click();
    await hr.page.getByText('Dokumentet är tillbakadraget').waitFor();
    await saysUntil((words) => !words.includes('varje måndag'));
    await hr.button('Ångra').click();
    await hr.page.getByText('Den senaste ändringen är ångrad.').waitFor();
    await saysUntil((words) => words.includes('varje måndag'));
    await hr.go('Dokument');
    await hr.page.getByText('Från 2019').waitFor();
    await looksRight('dokument-lista');
  });

  it('are gone when a draft that was never published is discarded', async () => {
    await hr.page.getByLabel('Lägg till ett dokument').setInputFiles(file('Teboken.pdf', ['Teet dricks varmt.']));
    await hr.button('Släng utkastet').click();
    await dialog('Släng utkastet').click();
    await hr.page.getByRole('heading', { name: 'Dokument', level: 1 }).waitFor();
    await hr.page.getByText('Från 2019').waitFor();
    expect(await hr.page.getByText('Teboken').count()).toBe(0);
  });

  it('are where a word leads that nothing answered', async () => {
    await hr.page.goto(`${running.service.url}/hr#/obesvarade/${encodeURIComponent('papegojor')}`);
    await hr.page.getByRole('heading', { name: 'Inget dokument svarar' }).waitFor();
    await looksRight('obesvarat-ord');
    await hr.go('Logg');
    await hr.page.getByRole('cell', { name: 'Drog tillbaka ett dokument' }).first().waitFor();
    expect(hr.complaints).toEqual([]);
  });
});
