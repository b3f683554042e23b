import { type Browser } from 'playwright-core';
import { newManager } from '../journeys/manager';
import { messagesOf, waitFor } from '../journeys/sent';
import { run, texts, type Running } from '../journeys/service';
import { openBrowser, openWindow } from '../browser/window';

jest.setTimeout(120_000);

const words = texts.questions;
const asked = 'Får vi ha en papegoja i fikarummet?\nDen är tyst, mest.';
let running: Running;
let browser: Browser;
let hr: Awaited<ReturnType<typeof openWindow>>;
let manager: ReturnType<typeof newManager>;
beforeAll(async () => {
  [running, browser] = await Promise.all([run({ rates: 'none' }), openBrowser()]);
  hr = await openWindow(browser, running.service.url);
  manager = newManager(running);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

const dialogs = (name: string) => hr.page.locator('fluent-dialog fluent-button', { hasText: name });
const ask = async (text: string) => {
  await manager.say(text);
  await manager.press(words.buttons.ask);
  await manager.press(words.buttons.rewrite);
  await manager.press(words.buttons.preview, { fraga: text });
  await manager.press(words.buttons.send);
};

describe('HR’s part of a question', () => {
  it('begins with a place that says what it is for', async () => {
    await hr.signIn('Hanna HR');
    await hr.go('Frågor till HR');
    await hr.page.getByText('Inga frågor ännu').waitFor();
    expect(await hr.faults('frågor tomt')).toEqual([]);
  });

  it('is to say when HR usually answers, which the next manager sees', async () => {
    await hr.page.getByLabel('Det här ser chefen innan frågan skickas').fill('HR svarar på fredagar.');
    await hr.button('Spara').click();
    await hr.page.getByText('Sparat. Chefen ser det nästa gång.').waitFor();
    await ask(asked);
    expect(manager.shown()).toContain('HR svarar på fredagar.');
  });

  it('is to take it and to answer, and the answer stands in the chat as HR’s words', async () => {
    await hr.page.reload();
    await hr.page.getByRole('heading', { name: 'Nya' }).waitFor();
    expect(await hr.faults('frågor nya')).toEqual([]);
    await hr.page.getByRole('link', { name: 'Får vi ha en papegoja' }).click();
    await hr.page.getByRole('heading', { name: 'Fråga från Anna Berg', level: 1 }).waitFor();
    await hr.button('Ta frågan').click();
    await hr.page.getByLabel('Ditt svar').fill('Tyvärr inte.\n\nTänk på allergier.');
    expect(await hr.faults('fråga att svara på')).toEqual([]);
    const before = messagesOf(manager);
    await hr.button('Skicka svaret').click();
    await hr.page.getByText('Svaret är på väg till chefen.').waitFor();
    await waitFor(running, () => messagesOf(manager) > before);
    expect(manager.shown()).toContain('Tänk på allergier.');
    expect(manager.shown()).toContain(words.said.hr);
    await hr.page.reload();
    await hr.page.getByText('Framme').waitFor();
    expect(await hr.faults('fråga besvarad')).toEqual([]);
  });

  it('is to take along what others may know, rewritten, and nothing of that is kept', async () => {
    await hr.page.getByLabel('Känd fråga').fill('Fråga: Får man ha djur på jobbet?\n\nSvar: Nej.');
    await hr.button('Kopiera som känd fråga').click();
    await hr.page.getByText(/^(Kopierat\.|Texten är markerad)/).waitFor();
    await hr.page.reload();
    expect(await hr.page.getByLabel('Känd fråga').inputValue()).toContain('papegoja');
  });

  it('is to see that the manager has replied, and that a colleague has it, and to take it over and close it', async () => {
    await manager.press(words.buttons.reply, { svar: 'Inte ens en liten?' });
    const colleague = await openWindow(browser, running.service.url, 360);
    await colleague.signIn('Hugo HR');
    await colleague.go('Frågor till HR');
    await colleague.page.getByText('Hanna HR har den · Chefen har svarat').waitFor();
    await colleague.page.getByRole('link', { name: 'Får vi ha en papegoja' }).click();
    await colleague.page.getByText('Inte ens en liten?').waitFor();
    expect(await colleague.page.getByLabel('Ditt svar').count()).toBe(0);
    expect(await colleague.faults('fråga hos en kollega')).toEqual([]);
    expect(await colleague.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await colleague.button('Ta över').click();
    await colleague.page.getByLabel('Ditt svar').waitFor();
    await colleague.close();
    await hr.page.reload();
    await hr.page.getByText('Hugo HR har tagit frågan.').waitFor();
    await hr.button('Stäng frågan').click();
    await hr.page.getByText('Stänga frågan?').waitFor();
    expect(await hr.faults('fråga att stänga')).toEqual([]);
    await dialogs('Stäng frågan').click();
    await hr.page.getByText('Frågan är stängd.').waitFor();
    await waitFor(running, () => manager.shown().includes(words.closedByHr));
  });

  it('stands in the log without a word of what was said', async () => {
    await hr.go('Logg');
    for (const act of ['Tog en fråga', 'Svarade på en fråga', 'Tog över en fråga', 'Stängde en fråga'])
      await hr.page.getByRole('cell', { name: act }).waitFor();
    expect(await hr.page.getByText('papegoja').count()).toBe(0);
    expect(running.logged.join('')).not.toMatch(/papegoj|allergi/i);
    expect(hr.complaints).toEqual([]);
  });
});
