import { type Browser } from 'playwright-core';
import { openBrowser, openWindow } from '../browser/window';
import { run, type Running } from '../journeys/service';

jest.setTimeout(120_000);

let running: Running;
let browser: Browser;
let hr: Awaited<ReturnType<typeof openWindow>>;
beforeAll(async () => {
  [running, browser] = await Promise.all([run({ rates: 'none' }), openBrowser()]);
  hr = await openWindow(browser, running.service.url);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

describe('HR', () => {
  it('writes a question of its own with the card beside, is told what must not be asked, and chooses it in a campaign', async () => {
    await hr.signIn('Hanna HR');
    await hr.go('Egna frågor');
    await hr.page.getByText('Inga egna frågor ännu').waitFor();
    expect(await hr.faults('egna-tomt')).toEqual([]);
    await hr.button('Ny fråga').click();
    await hr.page.getByLabel('Fråga', { exact: true }).fill('Är du sjukskriven?');
    await hr.page.getByText('Går inte att skicka: Fråga inte om hälsa').waitFor();
    expect(await hr.faults('egen-nekad')).toEqual([]);
    await hr.page.getByLabel('Fråga', { exact: true }).fill('Vad tar mest tid hos er?');
    for (const [n, option] of ['Möten', 'Rapporter'].entries())
      await hr.page.getByLabel(`Alternativ ${n + 1}`, { exact: true }).fill(option);
    await hr.page.locator('hr-card').getByText('Rapporter').waitFor();
    await hr.page.locator('hr-card').getByText('Vill inte svara').waitFor();
    await hr.button('Lägg till citat').click();
    await hr.page.getByLabel('Sök citat i dokumenten').fill('Hur undviker jag detaljstyrning?');
    await hr.page.keyboard.press('Enter');
    await hr.button('Välj').click();
    // The quotation lies behind "...", as in Teams.
    await hr.page.locator('hr-card button', { hasText: '...' }).waitFor();
    expect(await hr.faults('egen')).toEqual([]);
    await hr.page.setViewportSize({ width: 360, height: 900 });
    expect(await hr.faults('egen-på-telefon')).toEqual([]);
    expect(await hr.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await hr.page.setViewportSize({ width: 1100, height: 900 });
    await hr.button('Spara').click();
    await hr.page.getByText('Nu går frågan att skicka.').waitFor();
    expect(await hr.faults('egen-sparad')).toEqual([]);
    await hr.button('Planera utskick').click();
    await hr.page.getByRole('heading', { name: 'Nytt utskick' }).waitFor();
    expect(await hr.page.getByLabel('Namn', { exact: true }).inputValue()).toBe('Vad tar mest tid hos er?');
    await hr.page.locator('hr-card').getByText('Rapporter').waitFor();
    await hr.go('Egna frågor');
    await hr.button('Kopiera').click();
    await hr.page.getByRole('heading', { name: 'Ändra fråga' }).waitFor();
    await hr.go('Egna frågor');
    await hr.page.getByRole('heading', { name: 'Utkast', level: 2 }).waitFor();
    expect(await hr.faults('egna')).toEqual([]);
  });
});
