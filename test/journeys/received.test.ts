import { partsOf } from '../../tools/localTeams/inputs';
import { newManager } from './manager';
import { sent, type Her } from './sent';
import { run, texts, type Running } from './service';
import { cardOf, hasButton } from './walk';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const words = texts.campaigns;
const toggle = (her: Her) => partsOf(cardOf(her.newest()), 'Input.Toggle')[0];
const titlesOn = (her: Her) => partsOf(cardOf(her.newest()), 'Action.Execute').map(({ title }) => title);
const shared = async (responses: Awaited<ReturnType<typeof sent>>['responses']) =>
  (await responses()).map((one) => one.shared);

describe('a card that HR has sent', () => {
  it('says who sends and what HR sees, and what one can do; the notification says neither question nor words', async () => {
    const { her } = await sent(running);
    expect(her.shown()).toMatch(
      /Från HR · Svara senast måndag \d+ \p{L}+, och ändra dig fram till dess\. Bara du ser det du skriver\./u,
    );
    expect(titlesOn(her)).toEqual([texts.coaching.buttons.done, 'Påminn mig senare', 'Avstå utskick']);
    expect(her.newest().activity.summary).toBe('En fråga från HR');
  });

  it('tells from how many answers on HR sees figures, where there is something to choose', async () => {
    const { her } = await sent(running, 'tydliga-ramar');
    expect(her.shown()).toContain('När svarstiden är över ser HR hur många som valt vad, i grupper om minst 6.');
    expect(toggle(her)).toBeUndefined();
  });

  it('lets a manager share a text without a name, and shares nothing without a tick', async () => {
    const { her, responses } = await sent(running);
    expect(toggle(her)).toMatchObject({ title: words.share.title, value: 'false' });
    await her.press('next', { 'manadens-lardom': 'Vi vågar fråga' });
    expect(await shared(responses)).toEqual([{}]);
    expect(her.shown()).not.toContain(words.shared);
  });

  it('shares a ticked text, says so, and takes it back when the tick is removed', async () => {
    const { her, responses } = await sent(running);
    await her.press('next', { 'manadens-lardom': 'Vi vågar fråga', 'manadens-lardom_delas': 'true' });
    expect(await shared(responses)).toEqual([{ 'manadens-lardom': 'Vi vågar fråga' }]);
    expect(JSON.stringify(await responses())).not.toContain(her.person.aadObjectId);
    expect(her.shown()).toContain(words.shared);
    await her.press('back');
    expect(toggle(her)).toMatchObject({ value: 'true' });
    await her.press('next', { 'manadens-lardom_delas': 'false' });
    expect(await shared(responses)).toEqual([{}]);
    expect(her.shown()).not.toContain(words.shared);
    expect(running.logged.join('')).not.toContain('Vi vågar');
  });

  it('erases what was shared when the manager erases it', async () => {
    const { her, responses } = await sent(running);
    await her.press('next', { 'manadens-lardom': 'Vi vågar fråga', 'manadens-lardom_delas': 'true' });
    await her.press('erase');
    await her.press('eraseForGood');
    expect(await shared(responses)).toEqual([]);
  });

  it('is no card that the manager opened: there is nothing to tick, and nobody to share with', async () => {
    const her = newManager(running);
    await her.say('månadens lärdom');
    expect(toggle(her)).toBeUndefined();
    expect(her.shown()).not.toContain('Från HR');
    expect(hasButton(her.newest(), 'snooze')).toBe(false);
  });
});
