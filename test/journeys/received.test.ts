import { partsOf } from '../../tools/localTeams/inputs';
import { newManager } from './manager';
import { sent, type Manager } from './sent';
import { run, texts, type Running } from './service';
import { cardOf, hasButton } from './walk';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const words = texts.campaigns;
const toggle = (manager: Manager) => partsOf(cardOf(manager.newest()), 'Input.Toggle')[0];
const titlesOn = (manager: Manager) => partsOf(cardOf(manager.newest()), 'Action.Execute').map(({ title }) => title);
const shared = async (responses: Awaited<ReturnType<typeof sent>>['responses']) =>
  (await responses()).map((one) => one.shared);

describe('a card that HR has sent', () => {
  it('says who sends and what HR sees, and what one can do; the notification says neither question nor words', async () => {
    const { manager } = await sent(running);
    expect(manager.shown()).toMatch(
      /Från HR · Svara senast måndag \d+ \p{L}+, och ändra dig fram till dess\. Bara du ser det du skriver\./u,
    );
    expect(titlesOn(manager)).toEqual([texts.coaching.buttons.done, 'Påminn mig senare', 'Avstå utskick']);
    expect(manager.newest().activity.summary).toBe('En fråga från HR');
  });

  it('tells from how many answers on HR sees figures, where there is something to choose', async () => {
    const { manager } = await sent(running, 'tydliga-ramar');
    expect(manager.shown()).toContain('När svarstiden är över ser HR hur många som valt vad, i grupper om minst 6.');
    expect(toggle(manager)).toBeUndefined();
  });

  it('lets a manager share a text without a name, and shares nothing without a tick', async () => {
    const { manager, responses } = await sent(running);
    expect(toggle(manager)).toMatchObject({ title: words.share.title, value: 'false' });
    await manager.press('next', { 'manadens-lardom': 'Vi vågar fråga' });
    expect(await shared(responses)).toEqual([{}]);
    expect(manager.shown()).not.toContain(words.shared);
  });

  it('shares a ticked text, says so, and takes it back when the tick is removed', async () => {
    const { manager, responses } = await sent(running);
    await manager.press('next', { 'manadens-lardom': 'Vi vågar fråga', 'manadens-lardom_delas': 'true' });
    expect(await shared(responses)).toEqual([{ 'manadens-lardom': 'Vi vågar fråga' }]);
    expect(JSON.stringify(await responses())).not.toContain(manager.person.aadObjectId);
    expect(manager.shown()).toContain(words.shared);
    await manager.press('back');
    expect(toggle(manager)).toMatchObject({ value: 'true' });
    await manager.press('next', { 'manadens-lardom_delas': 'false' });
    expect(await shared(responses)).toEqual([{}]);
    expect(manager.shown()).not.toContain(words.shared);
    expect(running.logged.join('')).not.toContain('Vi vågar');
  });

  it('erases what was shared when the manager erases it', async () => {
    const { manager, responses } = await sent(running);
    await manager.press('next', { 'manadens-lardom': 'Vi vågar fråga', 'manadens-lardom_delas': 'true' });
    await manager.press('erase');
    await manager.press('eraseForGood');
    expect(await shared(responses)).toEqual([]);
  });

  it('is no card that the manager opened: there is nothing to tick, and nobody to share with', async () => {
    const manager = newManager(running);
    await manager.say('månadens lärdom');
    expect(toggle(manager)).toBeUndefined();
    expect(manager.shown()).not.toContain('Från HR');
    expect(hasButton(manager.newest(), 'snooze')).toBe(false);
  });
});
