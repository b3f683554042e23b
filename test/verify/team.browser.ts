import { type Browser } from 'playwright-core';
import { memberNamed } from '../../tools/localTeams/localTeams';
import { newManager } from '../journeys/manager';
import { run, type Running } from '../journeys/service';
import { openBrowser, openWindow } from '../browser/window';

jest.setTimeout(120_000);

let running: Running;
let browser: Browser;
let hr: Awaited<ReturnType<typeof openWindow>>;
let failing: number | undefined;
beforeAll(async () => {
  const fail = ({ path }: { path: readonly string[] }) => (path[3] === 'pagedmembers' ? failing : undefined);
  [running, browser] = await Promise.all([run({ rates: 'none', fail }), openBrowser()]);
  hr = await openWindow(browser, running.service.url);
  await hr.signIn('hanna@region.example');
  await hr.page.getByText('Inga utskick ännu').waitFor();
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

const select = () => hr.page.getByLabel('Hämta från ett team i Teams');
const newGroup = async () => {
  await hr.go('Grupper');
  await hr.button('Ny grupp').click();
  await hr.page.getByLabel('Gruppens namn').waitFor();
};

describe('a new group', () => {
  it('is not offered a team as long as the bot is in none', async () => {
    await newGroup();
    expect(await select().count()).toBe(0);
  });

  it('is fetched from a team, and each of it is seen before it is kept', async () => {
    const manager = newManager(running);
    await manager.say('hej');
    const members = [manager.person, memberNamed('Anna Åkerlund'), memberNamed('Bengt Öst')];
    const about = { id: '19:abc@thread.tacv2', type: 'channel', name: 'Chefer i närsjukvården', members } as const;
    await running.channel.install(running.channel.conversation(about), manager.person);
    await newGroup();
    await select().selectOption({ label: 'Chefer i närsjukvården' });
    await hr.page.getByLabel('Gruppens namn').fill('Närsjukvården');
    await hr.button('Hämta medlemmarna').click();
    await hr.page.getByText('Har boten: 1 · Nås inte ännu: 2').waitFor();
    expect(await hr.faults('team')).toEqual([]);
    failing = 400;
    await hr.button('Hämta medlemmarna').click();
    await hr.page.getByText('Inget är ändrat').waitFor();
    await hr.page.getByText('Har boten: 1 · Nås inte ännu: 2').waitFor();
    await hr.button('Spara 3 chefer').click();
    await hr.page.getByRole('link', { name: 'Närsjukvården' }).waitFor();
  });
});
