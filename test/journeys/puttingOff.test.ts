import { tallyOf } from '../../src/store/deliveries';
import { newManager } from './manager';
import { buttonOn, messagesOf, pressAgain, remindersOf, sent, waitFor } from './sent';
import { run, texts, type Running } from './service';
import { cardOf, hasButton } from './walk';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const words = texts.campaigns;
const hour = 3_600_000;
const shared = async (responses: Awaited<ReturnType<typeof sent>>['responses']) =>
  (await responses()).map((one) => one.shared);

describe('putting it off', () => {
  it('brings the same question once more on the next working morning, and counts for nothing', async () => {
    const { her, hr, campaign, responses } = await sent(running);
    const before = messagesOf(her);
    // HR sees nothing of it: the card has been sent, and its row does not change.
    const hrSees = async () => [
      await hr.get(`campaigns/${campaign.id}`),
      await hr.get(`campaigns/${campaign.id}/runs`),
    ];
    const seen = await hrSees();
    const old = her.newest();
    const button = buttonOn(her, 'snooze');
    await her.press('snooze');
    expect(her.shown()).toContain(words.snoozed);
    expect(await remindersOf(running)).toHaveLength(1);
    await pressAgain(running, her, button, old.id);
    expect(await remindersOf(running)).toHaveLength(1);
    expect(await hrSees()).toEqual(seen);
    running.pass(12 * hour);
    await running.caughtUp();
    expect(messagesOf(her)).toBe(before);
    running.pass(12 * hour);
    await waitFor(running, () => messagesOf(her) > before);
    expect(her.newest().id).not.toBe(old.id);
    expect(her.newest().activity.summary).toBe('En fråga från HR');
    await waitFor(running, () => JSON.stringify(cardOf(old)).includes(words.moved));
    expect(await running.stored((db) => tallyOf(db, campaign.id))).toMatchObject({ cancelled: 0, planned: 0 });
    expect(await hrSees()).toEqual(seen);
    await her.press('next', { 'manadens-lardom': 'Vi vågar fråga', 'manadens-lardom_delas': 'true' });
    expect(await shared(responses)).toEqual([{ 'manadens-lardom': 'Vi vågar fråga' }]);
  });

  it('over a weekend names the day, and brings it then', async () => {
    const { her } = await sent(running, 'manadens-lardom', 'fre');
    await her.press('snooze');
    expect(her.shown()).toContain('Jag frågar igen på måndag');
    const before = messagesOf(her);
    running.pass(48 * hour);
    await running.caughtUp();
    expect(messagesOf(her)).toBe(before);
    running.pass(24 * hour);
    await waitFor(running, () => messagesOf(her) > before);
  });

  it.each([
    ['cancelled', 'cancel'],
    ['recalled', 'recall'],
    ['closed', 'close'],
  ] as const)('of a campaign that is %s brings nothing', async (_, action) => {
    const { her, hr, campaign } = await sent(running);
    await her.press('snooze');
    expect(await remindersOf(running)).toHaveLength(1);
    await hr.change(campaign.id, action);
    // At once, not only when its time comes.
    expect(await remindersOf(running)).toEqual([]);
    const before = messagesOf(her);
    running.pass(26 * hour);
    await running.caughtUp();
    expect(messagesOf(her)).toBe(before);
    expect(await remindersOf(running)).toEqual([]);
  });

  it('brings nothing when the manager has answered meanwhile, on another device', async () => {
    const { her } = await sent(running);
    const old = her.newest();
    const next = buttonOn(her, 'next');
    await her.press('snooze');
    await pressAgain(running, her, next, old.id, { 'manadens-lardom': 'Vi vågar fråga' });
    const before = messagesOf(her);
    running.pass(26 * hour);
    await running.caughtUp();
    expect(messagesOf(her)).toBe(before);
    expect(await remindersOf(running)).toEqual([]);
  });

  it('is not possible once the campaign sends no more: the card stays', async () => {
    const { her, hr, campaign } = await sent(running);
    await hr.change(campaign.id, 'cancel');
    await her.press('snooze');
    expect(her.shown()).toContain(words.notAgain);
    expect(hasButton(her.newest(), 'next')).toBe(true);
  });

  it('is nothing that anybody else can do with the manager’s card', async () => {
    const { her } = await sent(running);
    const button = buttonOn(her, 'snooze');
    const other = newManager(running);
    await other.say('hej');
    await pressAgain(running, other, button, other.newest().id);
    expect(await remindersOf(running)).toEqual([]);
  });
});
