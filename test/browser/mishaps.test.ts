import { signIn } from '../journeys/inHr';
import { toMorning } from '../journeys/sent';
import { texts } from '../../src/page/texts';
import { openWindow } from './window';
import { withBrowser } from './withBrowser';

jest.setTimeout(120_000);

const opened = withBrowser();
let hr: Awaited<ReturnType<typeof openWindow>>;
beforeAll(async () => {
  toMorning(opened.running, 'tis');
  hr = await openWindow(opened.browser, opened.running.service.url);
});
afterAll(() => hr.close());

const file = (lines: string) => ({ name: 'chefer.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) });

describe('where something goes wrong, HR', () => {
  it('is told in Swedish that the service cannot be reached, and signs in when it can', async () => {
    await hr.page.context().setOffline(true);
    await hr.signIn('Hanna');
    await hr.page.getByText(texts.request.unreachable).waitFor();
    await hr.page.context().setOffline(false);
    await hr.button('Logga in').click();
    await hr.page.getByText('Inga utskick ännu').waitFor();
    // The browser reports that it was offline.
    hr.complaints.length = 0;
  });

  it('is told to sign in again where the sign-in has ended, and comes back to the same place', async () => {
    await hr.go('Grupper');
    await hr.page.evaluate("sessionStorage.setItem('hr-token', 'gammal')");
    await hr.page.reload();
    await hr.page.getByText(texts.request.signInAgain).waitFor();
    expect(await hr.faults('utloggad')).toEqual([]);
    await hr.signIn('Hanna');
    await hr.page.getByRole('heading', { name: 'Grupper', level: 1 }).waitFor();
  });

  it('sees beside its field that a group has no list or no name', async () => {
    await hr.button('Ny grupp').click();
    await hr.page.getByLabel('Gruppens namn').fill('Ingen än');
    await hr.page.getByLabel('Gruppens namn').press('Enter');
    await hr.page.getByText('Ladda upp en lista, eller klistra in adresser').waitFor();
    expect(await hr.faults('grupp-utan-lista')).toEqual([]);
    await hr.page.getByLabel('Gruppens namn').fill('');
    await hr.page.getByLabel('Lista (CSV eller Excel)').setInputFiles(file('E-post\nny@region.example'));
    await hr.button('Spara 1 chef').click();
    await hr.page.getByText('Skriv ett namn.').waitFor();
    expect(await hr.faults('grupp-utan-namn')).toEqual([]);
  });

  it('may choose the same file again when it has been mended', async () => {
    const input = hr.page.getByLabel('Lista (CSV eller Excel)');
    const chooser = hr.page.waitForEvent('filechooser');
    await input.click();
    await chooser;
    // An input that still holds the file would say nothing when the same name is chosen.
    expect(await input.inputValue()).toBe('');
  });

  it('is told that nothing is sent yet where somebody else has to approve it', async () => {
    const inHr = await signIn(opened.running, 'Hanna');
    const members = Array.from({ length: 501 }, (_, at) => ({ listedAs: `chef${at}@region.example`, unit: '' }));
    const { json } = await inHr.call('POST', 'groups', { title: 'Många', members });
    const { id } = await inHr.make({ title: 'Stort', audience: { kind: 'group', group: json.id } });
    await hr.page.goto(`${opened.running.service.url}/hr#/utskick/${id}`);
    await hr.button('Skicka').click();
    await hr.page.locator('fluent-dialog fluent-button', { hasText: 'Skicka' }).click();
    await hr.page.getByText(texts.campaign.handedOver).waitFor();
    expect(await hr.page.getByText('Utskicket pågår nu.').count()).toBe(0);
    expect(await hr.faults('lämnat')).toEqual([]);
    // What was said is no longer true when somebody else has gone on.
    const other = await signIn(opened.running, 'Kalle');
    await other.change(id, 'approve');
    await hr.later(4_000);
    await hr.page.getByText('Pausa').first().waitFor();
    expect(await hr.page.getByText(texts.campaign.handedOver).count()).toBe(0);
  });

  it('keeps what is being written while the service cannot be reached', async () => {
    await hr.page.getByText('Skriv vad HR lovar').first().click();
    const promise = hr.page.getByLabel('Vad gör HR med svaren?').first();
    await promise.fill('Vi går igenom svaren i januari.');
    await hr.page.context().setOffline(true);
    await hr.page.clock.runFor(4_000);
    await hr.page.getByText(texts.request.unreachable).waitFor();
    expect(await promise.inputValue()).toBe('Vi går igenom svaren i januari.');
    await hr.page.context().setOffline(false);
    await hr.later(4_000);
    await hr.page.getByText(texts.request.unreachable).waitFor({ state: 'detached' });
    expect(await promise.inputValue()).toBe('Vi går igenom svaren i januari.');
    hr.complaints.length = 0;
  });

  it('is told that the last day comes too early, not that the time has passed', async () => {
    const inHr = await signIn(opened.running, 'Hanna');
    const plan = { kind: 'weekly', weekday: 5, time: '09:00', from: '2030-05-06', until: '2030-05-08' };
    const body = { title: 'Kort', flow: 'tydliga-ramar', audience: { kind: 'everyone' }, plan };
    const { status, json } = await inHr.call('POST', 'campaigns', body);
    expect([status, json.fields]).toEqual([400, { plan: expect.stringContaining('”Till”') as string }]);
    const past = { ...body, plan: { kind: 'once', at: '2020-01-02T09:00' } };
    expect((await inHr.call('POST', 'campaigns', past)).json.error).toBe('Tiden har redan passerat. Välj en senare.');
  });

  it('is told to choose a day and a time, and not how a program writes them', async () => {
    await hr.page.goto(`${opened.running.service.url}/hr#/utskick/nytt`);
    await hr.page.getByLabel('Klockan').fill('');
    await hr.button('Spara utkast').click();
    await hr.page.getByText('Välj både dag och klockslag.').waitFor();
  });

  it('has a page that keeps to its own policy', () => {
    expect(hr.complaints).toEqual([]);
  });
});
