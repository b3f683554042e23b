import { type Response } from 'playwright-core';
import { texts } from '../../src/page/texts';
import { signIn } from '../journeys/inHr';
import { toMorning } from '../journeys/sent';
import { openWindow } from './window';
import { withBrowser } from './withBrowser';

jest.setTimeout(120_000);

const opened = withBrowser();
let hr: Awaited<ReturnType<typeof openWindow>>;
beforeAll(async () => {
  toMorning(opened.running, 'tis');
  hr = await openWindow(opened.browser, opened.running.service.url);
  await hr.signIn('Hanna');
  await hr.page.getByText('Inga utskick ännu').waitFor();
});
afterAll(() => hr.close());

const open = async (place: string) => {
  await hr.page.goto(`${opened.running.service.url}/hr#/${place}`);
};
const name = () => hr.page.getByLabel('Namn', { exact: true });
const question = () => hr.page.getByLabel('Fråga', { exact: true });
const unsaved = () => hr.page.getByText(texts.unsaved.about);

describe('what HR has written and not saved', () => {
  it('stands in the form of a campaign after a reload, until HR begins again', async () => {
    await open('utskick/nytt');
    await name().fill('Ramar i vår');
    await hr.page.getByLabel('Varje vecka').check();
    await hr.page.getByLabel('Veckodag').selectOption('4');
    await hr.page.getByLabel('Klockan').fill('10:30');
    await hr.page.reload();
    await unsaved().waitFor();
    expect(await name().inputValue()).toBe('Ramar i vår');
    expect(await hr.page.getByLabel('Veckodag').inputValue()).toBe('4');
    expect(await hr.page.getByLabel('Klockan').inputValue()).toBe('10:30');
    expect(await hr.faults('osparat')).toEqual([]);
    await hr.button(texts.unsaved.discard).click();
    await unsaved().waitFor({ state: 'detached' });
    expect(await hr.page.getByLabel('Veckodag').count()).toBe(0);
    expect(await name().inputValue()).not.toBe('Ramar i vår');
  });

  it('stands in the form of a question after Back, and no longer once it is saved', async () => {
    await open('egna');
    await hr.button('Ny fråga').click();
    await question().fill('Vad vill du sluta med?');
    await hr.page.goBack();
    await hr.button('Ny fråga').click();
    await unsaved().waitFor();
    expect(await question().inputValue()).toBe('Vad vill du sluta med?');
    await hr.page.getByRole('textbox', { name: 'Alternativ 1' }).fill('Möten');
    await hr.page.getByRole('textbox', { name: 'Alternativ 2' }).fill('Rapporter');
    await hr.button(texts.words.save).click();
    await hr.page.getByRole('heading', { name: texts.ownQuestions.change }).waitFor();
    await open('egna/ny');
    await question().waitFor();
    expect(await question().inputValue()).toBe('');
    expect(await unsaved().count()).toBe(0);
  });

  it('is shown beside what somebody else has saved meanwhile', async () => {
    const inHr = await signIn(opened.running, 'Kalle');
    const { id, revision, ...campaign } = await inHr.make({ title: 'Första' });
    await open(`utskick/${id}/andra`);
    await name().fill('Min');
    const { title, flow, audience, plan, answerDays, least } = { ...campaign, title: 'Kalles' };
    const changed = { title, flow, audience, plan, answerDays, least, revision };
    expect((await inHr.call('PUT', `campaigns/${id}`, changed)).status).toBe(200);
    await hr.page.reload();
    await unsaved().waitFor();
    await hr.button(texts.editor.save).click();
    await hr.page.getByRole('heading', { name: texts.words.otherChanged.campaign }).waitFor();
    expect(await name().inputValue()).toBe('Min');
  });

  it('stands among the facts of a document after a reload, until HR throws it away', async () => {
    const inHr = await signIn(opened.running, 'Kalle');
    const [document] = await inHr.get<{ id: string; title: string }[]>('documents');
    const title = () => hr.page.getByLabel(texts.documentFacts.fields.title);
    await open(`dokument/${document!.id}/fakta`);
    await title().fill('Ett nytt namn');
    await hr.page.reload();
    await unsaved().waitFor();
    expect(await title().inputValue()).toBe('Ett nytt namn');
    await hr.button(texts.unsaved.discard).click();
    await unsaved().waitFor({ state: 'detached' });
    expect(await title().inputValue()).toBe(document!.title);
  });

  it('is gone from the computer when HR signs out', async () => {
    await open('egna/ny');
    await question().fill('Vad vill du sluta med?');
    await hr.button(texts.app.signOut).click();
    await hr.signIn('Hanna');
    await question().waitFor();
    expect(await question().inputValue()).toBe('');
  });

  it('never leaves the browser, and the page keeps to its own policy', () => expect(hr.complaints).toEqual([]));
});

describe('a campaign that goes on', () => {
  it('moves nothing while somebody aims at a button, and no button becomes another one', async () => {
    const inHr = await signIn(opened.running, 'Kalle');
    const { id } = await inHr.launch({ title: 'Pågår' });
    await open(`utskick/${id}`);
    await hr.button(texts.actions.pause.label).hover();
    await inHr.change(id, 'pause');
    await hr.later(3_000);
    expect(await hr.button(texts.actions.pause.label).count()).toBe(1);
    await hr.button(texts.actions.pause.label).focus();
    await hr.page.mouse.move(0, 0);
    await hr.later(6_000);
    await hr.button(texts.actions.resume.label).waitFor();
    expect(await hr.page.locator('fluent-button:focus').count()).toBe(0);
  });
});

describe('the Enter key in a field', () => {
  it('saves the draft of a campaign', async () => {
    await open('utskick/nytt');
    await hr.page.getByLabel('Dag', { exact: true }).fill('2030-05-06');
    await name().fill('Med tangenten');
    const saved = hr.page.waitForResponse((response: Response) => response.request().method() === 'POST');
    await name().press('Enter');
    expect((await saved).status()).toBe(200);
    await hr.page.getByRole('heading', { name: 'Med tangenten' }).waitFor();
  });
});
