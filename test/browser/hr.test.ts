import { type Browser } from 'playwright-core';
import { dayOf } from '../../src/shared/localTime';
import { type Results } from '../../src/hr/results';
import { signIn } from '../journeys/inHr';
import { newManager } from '../journeys/manager';
import { toMorning, waitFor } from '../journeys/sent';
import { run, type Running } from '../journeys/service';
import { type Database } from '../../src/store/database';
import { openBrowser, openWindow } from './window';

jest.setTimeout(120_000);

let running: Running;
let browser: Browser;
let hr: Awaited<ReturnType<typeof openWindow>>;
/** The managers who can be reached, and one person whom the bot does not know yet. */
let managers: ReturnType<typeof newManager>[];
beforeAll(async () => {
  [running, browser] = await Promise.all([run({ rates: 'none' }), openBrowser()]);
  toMorning(running, 'tis');
  managers = Array.from({ length: 12 }, () => newManager(running));
  for (const manager of managers) await manager.say('hej');
  hr = await openWindow(browser, running.service.url);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

/** Until so many cards have been sent. */
const arrived = (cards: number) =>
  waitFor(running, async () => {
    const sent = (db: Database) =>
      db.selectFrom('deliveries').select('id').where('purpose', '=', 'card').where('state', '=', 'sent').execute();
    return (await running.stored(sent)).length >= cards;
  });

const list = () => {
  const rows = managers.map(({ person }) => `${person.aadObjectId};Närsjukvården`);
  const file = ['Objekt-id;Enhet', ...rows, rows[0], 'ny@region.example;Närsjukvården', 'inte en adress;X'].join(
    '\r\n',
  );
  return { name: 'chefer.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${file}`) };
};

describe('HR', () => {
  it('is shown nothing without the role', async () => {
    await hr.signIn('Nils Nyfiken', false);
    await hr.page.getByText('Sidan är för dem som har rollen HR').waitFor();
    await hr.page.reload();
    await hr.page.getByText('Sidan är för dem som har rollen HR').waitFor();
    await hr.page.evaluate('sessionStorage.clear()');
    await hr.page.reload();
  });

  it('signs in, and is told where to begin', async () => {
    expect(await hr.faults('inloggning')).toEqual([]);
    await hr.signIn('hanna@region.example');
    await hr.page.getByText('Inga utskick ännu').waitFor();
    expect(await hr.faults('tomt')).toEqual([]);
  });

  it('pastes addresses, and is told what is missing', async () => {
    await hr.go('Grupper');
    await hr.button('Ny grupp').click();
    await hr.page.getByLabel('Eller klistra in adresserna').fill('Öberg, Åsa <asa@b.se>; Bo Ek <bo@b.se>; Eva');
    await hr.button('Läs adresserna').click();
    await hr.page.getByText('Nås inte ännu: 2 · Går inte att läsa: 1').waitFor();
    await hr.page.getByText('Ingen kolumn med enhet hittades').waitFor();
    expect(await hr.faults('inklistrat')).toEqual([]);
    await hr.page.getByRole('link', { name: 'Alla grupper' }).click();
  });

  it('uploads a list, and sees of each line what becomes of it', async () => {
    await hr.go('Grupper');
    await hr.button('Ny grupp').click();
    await hr.page.getByLabel('Gruppens namn').fill('Närsjukvårdens chefer');
    await hr.page.getByLabel('Lista (CSV eller Excel)').setInputFiles(list());
    await hr.page.getByText('Har boten: 12 · Nås inte ännu: 1 · Dubblett: 1 · Går inte att läsa: 1').waitFor();
    await hr.page.getByText('Enheten är läst ur kolumnen ”Enhet”.').waitFor();
    expect(await hr.faults('lista')).toEqual([]);
    await hr.button('Spara 13 chefer').click();
    await hr.page.getByRole('link', { name: 'Närsjukvårdens chefer' }).waitFor();
    expect(await hr.faults('grupper')).toEqual([]);
  });

  it('gives a group another name without a new list, and reads first what has been pasted', async () => {
    await hr.page.getByRole('link', { name: 'Närsjukvårdens chefer' }).click();
    await hr.page.getByLabel('Gruppens namn').fill('Närsjukvården');
    await hr.page.getByLabel('Eller klistra in adresserna').fill('asa@b.se');
    await hr.page.getByLabel('Gruppens namn').press('Enter');
    await hr.page.getByText('Nås inte ännu: 1').waitFor();
    await hr.page.reload();
    expect(await hr.page.getByLabel('Gruppens namn').inputValue()).toBe('Närsjukvården');
    await hr.page.getByLabel('Gruppens namn').press('Enter');
    const row = hr.page.getByRole('listitem').filter({ hasText: '13 chefer' });
    await row.getByRole('link', { name: 'Närsjukvården', exact: true }).waitFor();
  });

  it('plans a campaign with the very card in sight', async () => {
    await hr.go('Utskick');
    await hr.button('Nytt utskick').click();
    await hr.page.getByRole('combobox', { name: 'Fråga' }).selectOption('tydliga-ramar');
    await hr.page.getByText('Hur tydliga är ramarna för ditt uppdrag?').last().waitFor();
    await hr.page.getByLabel('Namn', { exact: true }).fill('Ramar i november');
    await hr.page.getByLabel('En grupp', { exact: true }).check();
    await hr.page.getByLabel('Dag', { exact: true }).fill(dayOf(running.now()));
    await hr.page.getByLabel('Klockan').fill('11:30');
    expect(await hr.faults('utkast')).toEqual([]);
    await hr.button('Spara utkast').click();
    await hr.page.getByText('12 chefer får kortet').waitFor();
    await hr.page.getByText('1 chef nås inte ännu').waitFor();
    await hr.page.getByText('inte fått något utskick den här månaden').waitFor();
    await hr.page.getByText('Risken är annars ytterligare styrning').waitFor();
    expect(await hr.faults('provkörning')).toEqual([]);
  });

  it('sends it after a question, and watches it arrive', async () => {
    await hr.button('Skicka').click();
    await hr.page.getByText('Skicka utskicket?').waitFor();
    expect(await hr.faults('fråga')).toEqual([]);
    await hr.page.locator('fluent-dialog fluent-button', { hasText: 'Skicka' }).click();
    await hr.page.getByText('Utskicket pågår nu.').waitFor();
    running.pass(2 * 3_600_000);
    await arrived(12);
    await hr.page.getByText('12 av 13 är framme').waitFor({ timeout: 30_000 });
    await hr.page.getByRole('row', { name: 'Nås inte ännu 1' }).waitFor();
    expect(await hr.faults('leveranser')).toEqual([]);
  });

  it('sees before a weekly one is launched all its dates of a year, what is moved and what it collides with', async () => {
    const inHr = await signIn(running, 'Hanna');
    const plan = { kind: 'weekly', weekday: 5, time: '09:00', from: dayOf(running.now()) };
    const { id } = await inHr.make({ title: 'Varje fredag', plan });
    const back = hr.page.url();
    await hr.page.goto(`${running.service.url}/hr#/utskick/${id}`);
    await hr.page.getByText('Alla datum under ett år (52)').click();
    await hr.page.getByText('Samma vecka som ”Ramar i november”, som kommer först: 12 chefer').waitFor();
    await hr.page.getByText('(flyttat: fredag 26 mars är helgdag)').waitFor();
    expect(await hr.faults('ett-år')).toEqual([]);
    await hr.page.setViewportSize({ width: 360, height: 900 });
    expect(await hr.faults('ett-år-på-telefon')).toEqual([]);
    expect(await hr.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await hr.page.setViewportSize({ width: 1100, height: 900 });
    await inHr.call('DELETE', `campaigns/${id}`);
    await hr.page.goto(back);
  });

  it('sees nothing of the answers as long as people may answer', async () => {
    for (const manager of managers.slice(0, 5)) await manager.press('next', { 'tydliga-ramar': '4' });
    await managers[5]!.press('next', { 'tydliga-ramar': '2' });
    await hr.later(10_000);
    await hr.page.getByText('Inget visas medan svarstiden pågår').waitFor();
    await hr.page.getByText('svar till och med').waitFor();
    expect(await hr.faults('svarstid')).toEqual([]);
  });

  it('writes what HR promises, which stands on its page and on the card that thanks', async () => {
    await hr.page.getByText('Skriv vad HR lovar').click();
    await hr.page.getByLabel('Vad gör HR med svaren?').fill('Vi går igenom svaren i januari.');
    // The page looks again every other second, and leaves alone what is being written.
    await hr.later(10_000);
    expect(await hr.page.getByLabel('Vad gör HR med svaren?').inputValue()).toBe('Vi går igenom svaren i januari.');
    expect(await hr.faults('löfte')).toEqual([]);
    await hr.page.setViewportSize({ width: 360, height: 900 });
    expect(await hr.faults('löfte-på-telefon')).toEqual([]);
    await hr.page.setViewportSize({ width: 1100, height: 900 });
    await hr.button('Spara meningen').click();
    await hr.page.getByText('Det här lovar HR: Vi går igenom svaren i januari.').waitFor();
    await hr.page.getByText('Ändra vad HR lovar').waitFor();
    expect(await hr.faults('lovat')).toEqual([]);
  });

  it('closes it with thanks, and sees once and for all what the group answered', async () => {
    await hr.button('Avsluta och tacka').click();
    await hr.page.locator('fluent-dialog fluent-button', { hasText: 'Avsluta och tacka' }).click();
    await hr.page.getByText('Utskicket är avslutat. Tack skickas nu.').waitFor();
    await waitFor(running, () => managers[0]!.shown().includes('Tack till alla'));
    expect(managers[0]!.shown()).toContain('Vi går igenom svaren i januari.');
    await hr.page.getByRole('img', { name: /Hur tydliga är ramarna.*5 \(83 %\)/ }).waitFor({ timeout: 30_000 });
    await hr.page.getByText('Visa som tabell').click();
    await hr.page.getByRole('cell', { name: '83 %' }).waitFor();
    expect(await hr.faults('resultat')).toEqual([]);
    const download = hr.page.waitForEvent('download');
    await hr.button('Hämta Excel').click();
    expect((await download).suggestedFilename()).toBe('resultat.xlsx');
    const page = hr.page.waitForEvent('download');
    await hr.button('Hämta PDF').click();
    expect((await page).suggestedFilename()).toBe('resultat.pdf');
  });

  it('reads words that managers share when it is over, if ten have', async () => {
    const inHr = await signIn(running, 'Hanna');
    toMorning(running, 'tis');
    const { id } = await inHr.make({ title: 'Lärdomar', flow: 'manadens-lardom' });
    await inHr.act(id, 'launch');
    running.pass(2 * 3_600_000);
    await arrived(24);
    await hr.page.goto(`${running.service.url}/hr#/utskick/${id}`);
    await hr.page.getByText('12 av 12 är framme').waitFor({ timeout: 30_000 });
    const share = (n: number) =>
      managers[n]!.press('next', { 'manadens-lardom': `Lärdom ${n}`, 'manadens-lardom_delas': 'true' });
    for (let n = 0; n < 10; n++) await share(n);
    expect((await inHr.get<Results>(`campaigns/${id}/results`)).occurrences).toEqual([]);
    running.pass(7 * 24 * 3_600_000);
    await running.caughtUp();
    await hr.page.reload();
    await hr.page.getByRole('listitem').filter({ hasText: 'Lärdom 9' }).waitFor({ timeout: 30_000 });
    expect(await hr.faults('delat')).toEqual([]);
  });

  it.each(['Frånvaro', 'Användning', 'Dokument', 'Logg'])('finds %s', async (name) => {
    await hr.go(name);
    await hr.page.getByRole('heading', { name, level: 1 }).waitFor();
    await hr.page.waitForLoadState('networkidle');
    expect(await hr.faults(name.toLowerCase())).toEqual([]);
  });

  it('reads in the log who did what', async () => {
    for (const done of ['Skickade: Ramar i november', 'Lade till en grupp', 'Nekades: saknar rollen HR'])
      await hr.page.getByRole('cell', { name: done }).first().waitFor();
  });

  it('has a page that keeps to its own policy', () => {
    expect(hr.complaints).toEqual([]);
  });
});
