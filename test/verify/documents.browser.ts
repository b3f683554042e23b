import { openWindow } from '../browser/window';
import { withBrowser } from '../browser/withBrowser';
import { serveDocuments } from './documentsStandIn';

jest.setTimeout(120_000);

const opened = withBrowser();
type Window = Awaited<ReturnType<typeof openWindow>>;
let hr: Window;
beforeAll(async () => {
  hr = await openWindow(opened.browser, opened.running.service.url);
  await serveDocuments(hr.page);
});

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const tab = (name: string) => hr.page.getByRole('link', { name, exact: true }).click();
const inDialog = (name: string) => hr.page.locator('fluent-dialog fluent-button', { hasText: name }).click();
const first = file('friskvard.txt', 'Policy för friskvård\n\nFriskvårdstimmen får tas ut en gång i veckan.');

/** As somebody drags a file from a folder. */
async function dropOn(place: string, { name, buffer }: ReturnType<typeof file>): Promise<void> {
  const make = `(() => {
    const dragged = new DataTransfer();
    dragged.items.add(new File([${JSON.stringify(buffer.toString())}], ${JSON.stringify(name)}));
    return dragged;
  })()`;
  await hr.page.locator(place).dispatchEvent('drop', { dataTransfer: await hr.page.evaluateHandle(make) });
}

/** What a colleague does meanwhile, in a window of another. */
const colleagueSets = (fact: string, value: string) =>
  hr.page.evaluate(`(async () => {
    const at = '/api/hr/documents/friskvard';
    const { revision, ...kept } = await (await fetch(at)).json();
    const body = JSON.stringify({ ...kept, ${fact}: ${JSON.stringify(value)}, revision });
    await fetch(at, { method: 'PUT', body, headers: { 'content-type': 'application/json' } });
  })()`);

/** On a wide screen and on a phone: axe finds nothing, and nothing is wider than the screen. */
async function looksRight(name: string): Promise<void> {
  expect(await hr.faults(name)).toEqual([]);
  await hr.page.setViewportSize({ width: 360, height: 900 });
  expect(await hr.faults(`${name}-på-telefon`)).toEqual([]);
  expect(await hr.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await hr.page.setViewportSize({ width: 1100, height: 900 });
}

describe("HR's documents", () => {
  it('begin with a place to drop a file, which says what can be read', async () => {
    await hr.signIn('Hanna HR');
    await hr.go('Dokument');
    await hr.page.getByText('Inga dokument ännu').waitFor();
    await looksRight('dokument-tomt');
    await hr.page.getByLabel('Lägg till ett dokument').setInputFiles(file('bild.png', 'x'));
    await hr.page.getByText('bild.png går inte att läsa. Spara dokumentet som pdf').waitFor();
    await looksRight('dokument-nekat');
  });

  it('are read with progress, and reading can be cancelled', async () => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await hr.page.route('**/api/hr/documents?name=**', async (route) => {
      await held;
      await route.abort().catch(() => undefined);
    });
    await hr.page.getByLabel('Lägg till ett dokument').setInputFiles(first);
    await hr.page.getByText('Läser friskvard.txt').waitFor();
    await looksRight('dokument-läses');
    await hr.button('Avbryt').click();
    await hr.page.getByText('Läsningen är avbruten').waitFor();
    answer();
    await hr.page.unroute('**/api/hr/documents?name=**');
  });

  it('can be dropped on the page: they show the text as it was read, with what to check beside it', async () => {
    await dropOn('.drop', first);
    await hr.page.getByRole('heading', { name: 'Text och varningar' }).waitFor();
    await hr.page.getByText('Boten svarar inte ur utkastet').waitFor();
    await hr.page.getByText('2 varningar: kontrollera mot originalet').waitFor();
    await looksRight('dokument-text');
    await hr.button('Visa i texten').click();
    expect(await hr.page.evaluate(`(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at.textContent;
    })()`)).toBe('s. 2'); // prettier-ignore
  });

  it('have facts, and what is missing is said at its field', async () => {
    await tab('Fakta');
    await hr.button('Publicera').waitFor();
    await hr.button('Spara fakta').click();
    await hr.page.getByText('Skriv vem som har gett ut det.').waitFor();
    await looksRight('dokument-fakta');
    await hr.page.getByLabel('Utgivare').fill('Region Exempel');
    await tab('Så citeras det');
    await hr.page.locator('hr-card').getByText('Källa: Policy').waitFor();
    await looksRight('dokument-citat');
    await tab('Fakta');
    // What is written stays while another part is looked at.
    expect(await hr.page.getByLabel('Utgivare').inputValue()).toBe('Region Exempel');
    await hr.button('Spara fakta').click();
    await hr.page.getByText('Sparat.').waitFor();
  });

  it('are tried with a question ahead of publishing', async () => {
    await tab('Prova en fråga');
    await hr.page.getByLabel('Fråga som en chef skulle skriva den').fill('Får jag ta ut friskvårdstimmen?');
    await hr.page.keyboard.press('Enter');
    await hr.page.getByText('Boten svarar', { exact: true }).waitFor();
    await looksRight('dokument-prova');
  });

  it('tell which passages no question finds, and keep what an editor accepts', async () => {
    await tab('Hittas det?');
    await hr.page.getByText('1 av 2 stycken').waitFor();
    await looksRight('dokument-hittas');
    await hr.button('Ta med').click();
    await hr.page.getByText('Alla 2 stycken hittas').waitFor();
    await hr.page.getByLabel('Skriv vad chefer frågar').first().fill('Vad får jag för simning?');
    await hr.page.keyboard.press('Enter');
    await hr.page.getByText('Vad får jag för simning?').waitFor();
    await looksRight('dokument-hittas-nu');
  });

  it('are published, and a colleague who has not seen a change overwrites nothing: both versions are in sight', async () => {
    await hr.button('Publicera').click();
    await hr.page.getByText('Publicerat. Nu svarar boten ur dokumentet.').waitFor();
    await tab('Fakta');
    await colleagueSets('weight', 'Beslut');
    await hr.page.getByLabel('Tyngd').fill('Riktlinje');
    await hr.button('Spara fakta').click();
    await hr.page.getByText('Tyngd: ”Beslut” är sparat, du har skrivit ”Riktlinje”.').waitFor();
    await looksRight('dokument-ändrat-av-någon-annan');
    await hr.button('Spara fakta').click();
    await hr.page.getByText('Sparat.').waitFor();
  });

  it('are not overwritten either where the other version comes while somebody writes', async () => {
    await hr.page.getByLabel('Tyngd').fill('Mitt');
    await colleagueSets('weight', 'Någon annans');
    await hr.button('Dra tillbaka').click();
    await inDialog('Dra tillbaka');
    await hr.page.getByText('Någon annan har ändrat dokumentet. Inget').waitFor();
    await hr.page.getByText('Tyngd: ”Någon annans” är sparat, du har skrivit ”Mitt”.').waitFor();
    await hr.button('Behåll det som är sparat').click();
    expect(await hr.page.getByLabel('Tyngd').inputValue()).toBe('Någon annans');
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

  it('are replaced by a new file, and what changes is in sight', async () => {
    await hr.button('Ersätt med ny fil').click();
    await hr.page.getByLabel('Ny fil').waitFor();
    await looksRight('dokument-att-ersätta');
    await hr.page.getByLabel('Ny fil').setInputFiles(file('friskvard-2.txt', 'Bidraget är 4 000 kr.'));
    await hr.page.getByText('Nytt: 1 · Borttaget: 1 · Som förut: 3').waitFor();
    await looksRight('dokument-ersatt');
    await hr.button('Publicera').click();
    await hr.page.getByText('Publicerat. Nu svarar boten').waitFor();
  });

  it('are withdrawn after a question, and that can be undone', async () => {
    await hr.button('Dra tillbaka').click();
    await hr.page.getByText('Dra tillbaka dokumentet?').waitFor();
    await hr.page.getByText('Nej, låt bli').click();
    await hr.button('Dra tillbaka').click();
    await inDialog('Dra tillbaka');
    await hr.page.getByText('Boten svarar inte längre ur dokumentet.').waitFor();
    await hr.button('Ångra').click();
    await hr.page.getByText('Ångrat.').waitFor();
    await hr.go('Dokument');
    await hr.page.getByText('Från 2019').waitFor();
    await looksRight('dokument-lista');
  });

  it('are where a word leads that nothing answered', async () => {
    await hr.page.goto(`${opened.running.service.url}/hr#/obesvarade/${encodeURIComponent('lönesamtal')}`);
    await hr.page.getByRole('heading', { name: 'Inget dokument svarar' }).waitFor();
    await looksRight('obesvarat-ord');
    expect(hr.complaints).toEqual([]);
  });
});
