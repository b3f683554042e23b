import { openWindow } from '../browser/window';
import { withBrowser } from '../browser/withBrowser';

jest.setTimeout(120_000);

const opened = withBrowser();

const places = [
  'Utskick',
  'Egna frågor',
  'Grupper',
  'Frågor till HR',
  'Frånvaro',
  'Användning',
  'Obesvarade frågor',
  'Dokument',
  'Logg',
];

/** With keys only: what is in focus, as a person who sees the page would say it. */
async function tabTo(hr: Awaited<ReturnType<typeof openWindow>>, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await hr.page.keyboard.press('Tab');
    const focused = await hr.page.evaluate<string>(`(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const label = at?.closest('label')?.textContent;
      return [at?.name, at?.value, label, at?.textContent].join(' ');
    })()`);
    if (focused.includes(words)) return;
  }
  throw new Error(`The Tab key does not lead to "${words}".`);
}

describe("HR's page", () => {
  it('is worked with the keys alone, from the sign-in to a sending', async () => {
    const hr = await openWindow(opened.browser, opened.running.service.url);
    await tabTo(hr, 'Namn eller');
    await hr.page.keyboard.type('Hanna HR');
    await tabTo(hr, 'Logga in');
    await hr.page.keyboard.press('Enter');
    await hr.page.getByText('Inga utskick ännu').waitFor();
    await tabTo(hr, 'Nytt utskick');
    await hr.page.keyboard.press('Enter');
    await hr.page.getByRole('heading', { name: 'Nytt utskick' }).waitFor();
    await tabTo(hr, 'Namn');
    await hr.page.keyboard.press('Control+A');
    await hr.page.keyboard.type('Utan mus');
    await tabTo(hr, 'once');
    await hr.page.keyboard.press('ArrowDown');
    await tabTo(hr, 'Spara utkast');
    await hr.page.keyboard.press('Enter');
    await hr.page.getByRole('heading', { name: 'Utan mus' }).waitFor();
    await hr.page.getByText('varje måndag').waitFor();
    await tabTo(hr, 'Skicka');
    await hr.page.keyboard.press('Enter');
    await hr.page.getByText('Skicka utskicket?').waitFor();
    // The focus of a question before something that cannot be undone begins on the button that does nothing, and Escape
    // means no.
    await hr.page.keyboard.press('Escape');
    await hr.page.getByText('Skicka utskicket?').waitFor({ state: 'detached' });
    await tabTo(hr, 'Skicka');
    await hr.page.keyboard.press('Enter');
    await hr.page.getByText('Skicka utskicket?').waitFor();
    await tabTo(hr, 'Skicka');
    await hr.page.keyboard.press('Enter');
    await hr.page.getByText('Utskicket pågår nu.').waitFor();
    await hr.close();
  });

  it.each([
    ['on a phone', 360, {}],
    ['in the dark', 1100, { colorScheme: 'dark' }],
    ['in colours of high contrast', 1100, { forcedColors: 'active' }],
  ] as const)('hinders nobody %s', async (_where, width, media) => {
    const hr = await openWindow(opened.browser, opened.running.service.url, width);
    await hr.page.emulateMedia(media);
    await hr.signIn('Hanna HR');
    for (const place of places) {
      await hr.go(place);
      await hr.page.getByRole('heading', { name: place, level: 1 }).waitFor();
      expect(await hr.faults(`${place} ${Object.values(media).join('')}`)).toEqual([]);
      expect(await hr.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await hr.go('Dokument');
    await hr.page.getByRole('link', { name: 'Förutsättningar för tillit' }).first().click();
    for (const part of ['Text och varningar', 'Fakta', 'Så citeras det', 'Prova en fråga', 'Hittas det?']) {
      await hr.page.getByRole('link', { name: part, exact: true }).click();
      await hr.page.getByRole('heading', { name: part, level: 2 }).waitFor();
      await hr.page.waitForLoadState('networkidle');
      expect(await hr.faults(`dokument ${part.replace('?', '')} ${Object.values(media).join('')}`)).toEqual([]);
      expect(await hr.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await hr.go('Utskick');
    await hr.page.getByRole('heading', { name: 'Utskick', level: 1 }).waitFor();
    await hr.page.getByRole('link', { name: 'Utan mus' }).click();
    await hr.page.getByRole('heading', { name: 'Utan mus' }).waitFor();
    expect(await hr.faults(`ett utskick ${Object.values(media).join('')}`)).toEqual([]);
    await hr.page.goto(`${opened.running.service.url}/hr#/utskick/nytt`);
    await hr.page.getByText('Så här ser kortet ut').waitFor();
    expect(await hr.faults(`nytt ${Object.values(media).join('')}`)).toEqual([]);
    expect(await hr.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(hr.complaints).toEqual([]);
    await hr.close();
  });

  it('says that the service does not answer, and tries again when asked', async () => {
    const hr = await openWindow(opened.browser, opened.running.service.url);
    await hr.signIn('Hanna HR');
    await hr.page.getByRole('heading', { name: 'Utskick', level: 1 }).waitFor();
    await hr.page.route('**/api/hr/groups', (route) => route.abort());
    await hr.go('Grupper');
    await hr.page.getByText('Tjänsten svarar inte').waitFor();
    expect(await hr.faults('fel')).toEqual([]);
    await hr.page.unroute('**/api/hr/groups');
    await hr.button('Försök igen').click();
    await hr.page.getByText('Inga grupper ännu').waitFor();
    await hr.close();
  });
});
