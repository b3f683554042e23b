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
    const { manager, hr, campaign, responses } = await sent(running);
    const before = messagesOf(manager);
    // HR sees nothing of it: the card has been sent, and its row does not change.
    const hrSees = async () => [
      await hr.get(`campaigns/${campaign.id}`),
      await hr.get(`campaigns/${campaign.id}/runs`),
    ];
    const seen = await hrSees();
    const old = manager.newest();
    const button = buttonOn(manager, 'snooze');
    await manager.press('snooze');
    expect(manager.shown()).toContain(words.snoozed);
    expect(await remindersOf(running)).toHaveLength(1);
    await pressAgain(running, manager, button, old.id);
    expect(await remindersOf(running)).toHaveLength(1);
    expect(await hrSees()).toEqual(seen);
    running.pass(12 * hour);
    await running.caughtUp();
    expect(messagesOf(manager)).toBe(before);
    running.pass(12 * hour);
    await waitFor(running, () => messagesOf(manager) > before);
    expect(manager.newest().id).not.toBe(old.id);
    expect(manager.newest().activity.summary).toBe('En fråga från HR');
    await waitFor(running, () => JSON.stringify(cardOf(old)).includes(words.moved));
    expect(await running.stored((db) => tallyOf(db, campaign.id))).toMatchObject({ cancelled: 0, planned: 0 });
    expect(await hrSees()).toEqual(seen);
    await manager.press('next', { 'manadens-lardom': 'Vi vågar fråga', 'manadens-lardom_delas': 'true' });
    expect(await shared(responses)).toEqual([{ 'manadens-lardom': 'Vi vågar fråga' }]);
  });

  it('over a weekend names the day, and brings it then', async () => {
    const { manager } = await sent(running, 'manadens-lardom', 'fre');
    await manager.press('snooze');
    expect(manager.shown()).toContain('Jag frågar igen på måndag');
    const before = messagesOf(manager);
    running.pass(48 * hour);
    await running.caughtUp();
    expect(messagesOf(manager)).toBe(before);
    running.pass(24 * hour);
    await waitFor(running, () => messagesOf(manager) > before);
  });

  it.each([
    ['cancelled', 'cancel'],
    ['recalled', 'recall'],
    ['closed', 'close'],
  ] as const)('of a campaign that is %s brings nothing', async (_, action) => {
    const { manager, hr, campaign } = await sent(running);
    await manager.press('snooze');
    expect(await remindersOf(running)).toHaveLength(1);
    await hr.change(campaign.id, action);
    // At once, not only when its time comes.
    expect(await remindersOf(running)).toEqual([]);
    const before = messagesOf(manager);
    running.pass(26 * hour);
    await running.caughtUp();
    expect(messagesOf(manager)).toBe(before);
    expect(await remindersOf(running)).toEqual([]);
  });

  it('brings nothing when the manager has answered meanwhile, on another device', async () => {
    const { manager } = await sent(running);
    const old = manager.newest();
    const next = buttonOn(manager, 'next');
    await manager.press('snooze');
    await pressAgain(running, manager, next, old.id, { 'manadens-lardom': 'Vi vågar fråga' });
    const before = messagesOf(manager);
    running.pass(26 * hour);
    await running.caughtUp();
    expect(messagesOf(manager)).toBe(before);
    expect(await remindersOf(running)).toEqual([]);
  });

  it('is not possible once the campaign sends no more: the card stays', async () => {
    const { manager, hr, campaign } = await sent(running);
    await hr.change(campaign.id, 'cancel');
    await manager.press('snooze');
    expect(manager.shown()).toContain(words.notAgain);
    expect(hasButton(manager.newest(), 'next')).toBe(true);
  });

  it('is nothing that anybody else can do with the manager’s card', async () => {
    const { manager } = await sent(running);
    const button = buttonOn(manager, 'snooze');
    const other = newManager(running);
    await other.say('hej');
    await pressAgain(running, other, button, other.newest().id);
    expect(await remindersOf(running)).toEqual([]);
  });
});
