import { type Browser } from 'playwright-core';
import { dayOf } from '../../src/shared/localTime';
import { openBrowser, openWindow } from '../browser/window';
import { newManager } from '../journeys/manager';
import { waitFor } from '../journeys/sent';
import { run, texts, type Running } from '../journeys/service';

jest.setTimeout(180_000);

const hour = 3_600_000;
const day = 24 * hour;
let running: Running;
let browser: Browser;
let hr: Awaited<ReturnType<typeof openWindow>>;
let managers: ReturnType<typeof newManager>[];
beforeAll(async () => {
  [running, browser] = await Promise.all([run({ rates: 'none' }), openBrowser()]);
  toNoonOf('2027-12-14');
  managers = Array.from({ length: 8 }, () => newManager(running));
  for (const manager of managers) await manager.say('hej');
  hr = await openWindow(browser, running.service.url);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

/** Moves the clock to noon of a day to come. */
function toNoonOf(date: string): void {
  running.pass(Date.parse(`${date}T11:00:00Z`) - running.now().getTime());
}

const ask = 'Vad vill ni göra mer av?';
const fill = (label: string, text: string) => hr.page.getByLabel(label, { exact: true }).fill(text);
const everybodyHas = (words: string) =>
  waitFor(running, () => managers.every((manager) => manager.shown().includes(words)));

describe('HR’s own question, from an empty page over Christmas to the thanks', () => {
  it('is written with two questions on one card, a quotation, and the card beside', async () => {
    await hr.signIn('Hanna HR');
    await hr.go('Egna frågor');
    await hr.button('Ny fråga').click();
    await fill('Fråga', ask);
    await fill('Alternativ 1', 'Fira det som lyckas');
    await fill('Alternativ 2', 'Lära av fel');
    await fill('Alternativ 3', 'Prova nytt');
    await hr.button('Lägg till citat').click();
    await fill('Sök citat i dokumenten', 'Hur lär vi av misstag?');
    await hr.button('Sök').click();
    await hr.button('Välj').click();
    await hr.button('Lägg till en fråga').click();
    await hr.page.getByLabel('Fråga', { exact: true }).nth(1).fill('Hur lätt är det att börja?');
    await hr.page.getByLabel('Besvaras med').nth(1).selectOption('scale');
    await fill('Skalans ena ände', 'Svårt');
    await fill('Skalans andra ände', 'Lätt');
    await hr.page.locator('hr-card').getByText('Närmare ”Lätt”').waitFor();
    expect(await hr.faults('egen två frågor')).toEqual([]);
    await hr.button('Spara').click();
    await hr.page.getByText('Nu går frågan att skicka.').waitFor();
  });

  it('is planned every week and launched, and the page tells what Christmas moves', async () => {
    await hr.button('Planera utskick').click();
    await hr.page.getByLabel('Varje vecka').check();
    await hr.page.getByLabel('Veckodag').selectOption('fredag');
    await fill('Från', '2027-12-17');
    await hr.button('Spara utkast').click();
    await hr.page.getByText('8 chefer får kortet').waitFor();
    await hr.page.getByText('Alla datum under ett år').click();
    await hr.page.getByText('fredag 24 december').first().waitFor();
    await hr.button('Skicka').click();
    await hr.page.locator('fluent-dialog fluent-button', { hasText: 'Skicka' }).click();
    await hr.page.getByText('Utskicket pågår nu.').waitFor();
  });

  it('is answered in the chat as it was launched, though HR has written it anew since', async () => {
    toNoonOf('2027-12-17');
    await everybodyHas(ask);
    await hr.go('Egna frågor');
    await hr.page.getByRole('link', { name: ask }).click();
    await hr.page.getByLabel('Fråga', { exact: true }).first().fill('Vad vill ni göra mindre av?');
    await hr.button('Spara').click();
    await hr.page.getByText('Nu går frågan att skicka.').waitFor();
    for (const [n, manager] of managers.entries()) {
      expect(manager.shown()).toContain(ask);
      await manager.press('next', {
        'fraga-1': n < 6 ? 'svar-1' : 'vill-inte-svara',
        'fraga-2': n < 7 ? '5' : 'declined',
      });
      expect(manager.shown()).toContain('mina svar');
    }
  });

  it('is not overwritten by a colleague who has not seen the change: both versions are in sight', async () => {
    const colleague = await openWindow(browser, running.service.url);
    await colleague.signIn('Hugo HR');
    await colleague.go('Egna frågor');
    await colleague.page.getByRole('link', { name: 'Vad vill ni göra mindre av?' }).click();
    await colleague.page.getByLabel('Fråga', { exact: true }).first().fill('Vad vill ni sluta med?');
    await hr.page.getByLabel('Fråga', { exact: true }).first().fill('Vad vill ni behålla?');
    await hr.button('Spara').click();
    await hr.page.getByText('Nu går frågan att skicka.').waitFor();
    await colleague.button('Spara').click();
    await colleague.page.getByRole('heading', { name: 'Någon annan har ändrat frågan' }).waitFor();
    await colleague.page.locator('.warning').getByText('Vad vill ni behålla?').waitFor();
    await colleague.page.locator('hr-card').getByText('Vad vill ni sluta med?').waitFor();
    expect(await colleague.page.getByLabel('Fråga', { exact: true }).first().inputValue()).toBe(
      'Vad vill ni sluta med?',
    );
    expect(await colleague.faults('egen ändrad av någon annan')).toEqual([]);
    await colleague.button('Spara').click();
    await colleague.page.getByText('Nu går frågan att skicka.').waitFor();
    expect(colleague.complaints).toEqual([]);
    await colleague.close();
  });

  it('is published when the time to answer is over, with thanks and a chart in the chat', async () => {
    // Five working days, a week apart: the next card comes after Christmas.
    toNoonOf('2027-12-27');
    await waitFor(running, () => managers[0]!.chat.messages.some((message) => JSON.stringify(message).includes(texts.campaigns.thanks.slice(-20)))); // oxfmt-ignore
    const thanks = managers[0]!.chat.messages.map((message) => JSON.stringify(message)).join('\n');
    expect(thanks).toContain('Chart.');
    expect(thanks).toContain('Fira det som lyckas');
    await everybodyHas(ask);
    await hr.go('Utskick');
    await hr.page.getByRole('link', { name: ask }).click();
    await hr.page.getByRole('img', { name: /Vad vill ni göra mer av\?.*Fira det som lyckas.*6 \(75 %\)/ }).waitFor();
    await hr.page.getByText('(fredag 24 december 2027 är helgdag)').waitFor();
    expect(await hr.faults('egen resultat')).toEqual([]);
    expect(dayOf(running.now())).toBe('2027-12-27');
    running.pass(day);
    expect(hr.complaints).toEqual([]);
  });

  it('is retired while it goes on, and cannot be chosen any more', async () => {
    await hr.go('Egna frågor');
    await hr.button('Dra tillbaka').click();
    await hr.page.getByText('Dra tillbaka frågan?').waitFor();
    expect(await hr.faults('egen att dra tillbaka')).toEqual([]);
    await hr.page.locator('fluent-dialog fluent-button', { hasText: 'Dra tillbaka' }).click();
    await hr.page.getByText('Frågan är tillbakadragen.').waitFor();
    await hr.page.getByRole('link', { name: 'Vad vill ni sluta med?' }).click();
    await hr.page.getByRole('heading', { name: 'Tillbakadragen fråga' }).waitFor();
    expect(await hr.faults('egen tillbakadragen')).toEqual([]);
    toNoonOf('2028-01-03');
    await waitFor(running, () => managers[0]!.chat.messages.filter((message) => JSON.stringify(message).includes(ask)).length >= 2); // oxfmt-ignore
  });
});
