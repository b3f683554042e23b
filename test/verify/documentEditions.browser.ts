import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser } from 'playwright-core';
import { type DocumentView } from '../../src/hr/documentViews';
import { openBrowser, openWindow } from '../browser/window';
import { run, type Running } from '../journeys/service';
import { copySmallLibrary } from '../knowledge/library';
import { pdfFile as file } from './droppedFile';
import { patched } from './patched';

jest.setTimeout(180_000);

const seed = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
let running: Running;
let browser: Browser;
let hr: Awaited<ReturnType<typeof openWindow>>;
beforeAll(async () => {
  copySmallLibrary(seed);
  [running, browser] = await Promise.all([run({ seed, rates: 'none' }), openBrowser()]);
  hr = await openWindow(browser, running.service.url);
  await patched<DocumentView>(hr.page, 'documents/kaffehandboken', (view) => ({ ...view, canPropose: true }));
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  rmSync(seed, { recursive: true });
});

const tab = (name: string) => hr.page.getByRole('link', { name, exact: true }).click();

/** Reads a file, and says whose it is and of when. */
async function put(name: string, words: string, year: string): Promise<void> {
  await hr.go('Dokument');
  await hr.page.getByLabel('Lägg till ett dokument').setInputFiles(file(name, [words]));
  await hr.page.getByText('Boten svarar inte ur utkastet').waitFor();
  await tab('Fakta');
  await hr.page.getByLabel('Utgivare').fill('Region Prov');
  await hr.page.getByLabel('Datum').fill(year);
}

describe('editions of a document', () => {
  it('are old after some years: HR has a list of what to look over', async () => {
    await hr.signIn('Hanna HR');
    await put('Kaffehandboken.pdf', 'Kaffebryggaren avkalkas varje fredag.', '2019');
    await hr.button('Publicera').click();
    await hr.page.getByText('Publicerat. Boten svarar').waitFor();
    await hr.go('Dokument');
    await hr.page.getByRole('heading', { name: 'Att se över' }).waitFor();
    await hr.page.getByText('år gammalt. Gäller det fortfarande?').first().waitFor();
    expect(await hr.faults('dokument-att-se-över')).toEqual([]);
  });

  it('that answer the same differently are looked for when HR asks', async () => {
    const audience = { kind: 'everyone' };
    const quote = (title: string, excerpt: string, date: string) => ({
      document: 'kaffehandboken',
      title,
      excerpt,
      date,
      audience,
    });
    const found = [
      {
        question: 'Hur ofta avkalkas bryggaren?',
        quotes: [
          quote('Kaffehandboken', 'Varje fredag.', '2019'),
          quote('Köksregler', 'En gång i månaden.', '2025-03'),
        ],
      },
    ];
    await hr.button('Leta').click();
    const told = hr.page.locator('hr-document-conflicts :is([role=status] p, [role=status] li)').first();
    await told.waitFor({ timeout: 60_000 });
    await hr.page.route(/\/conflicts$/, (route) => route.fulfill({ json: found }));
    await hr.button('Leta').click();
    await hr.page.getByText('En gång i månaden.').waitFor();
    for (const year of ['2019', '2025'])
      await hr.page.locator('hr-document-conflicts').getByText(`${year} · alla chefer`).waitFor();
    expect(await hr.faults('dokument-svarar-olika')).toEqual([]);
  });

  it('have proposals of the region’s model only where HR asks for them', async () => {
    await hr.page.goto(`${running.service.url}/hr#/dokument/kaffehandboken/hittas`);
    await hr.page.route(/\/proposals$/, (route) => route.fulfill({ json: ['Vem sköter bryggaren?'] }));
    await hr.button('Fråga modellen om förslag').click();
    await hr.page.getByText('Vem sköter bryggaren?').first().waitFor();
    await hr.page.getByText('Läs modellens förslag').waitFor();
    expect(await hr.faults('dokument-modellens-förslag')).toEqual([]);
  });

  it('take the place of an older one in one press', async () => {
    await put('Kaffehandboken 2027.pdf', 'Kaffebryggaren avkalkas varje torsdag.', '2026');
    await hr.page.getByText('Det finns redan ett publicerat dokument med samma namn').waitFor();
    expect(await hr.faults('dokument-nyare')).toEqual([]);
    await hr.button('Publicera och dra tillbaka').click();
    await hr.page.getByText('det äldre är tillbakadraget').waitFor();
    await hr.go('Dokument');
    await hr.page.getByRole('heading', { name: 'Tillbakadragna' }).waitFor();
    expect(hr.complaints).toEqual([]);
  });
});
