import { tallyOf } from '../../src/store/deliveries';
import { findPerson } from '../../src/store/people';
import { newManager } from './manager';
import { messagesOf, remindersOf, sent, waitFor, type Her } from './sent';
import { run, texts, type Running } from './service';
import { hasButton } from './walk';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const words = texts.campaigns;

describe('opting out', () => {
  const optedOut = (her: Her) =>
    running.stored(async (db) => (await findPerson(db, her.person.aadObjectId))?.optedOutAt !== undefined);

  it('asks once, puts the card away, cancels what was to come, and can be undone', async () => {
    const { her } = await sent(running);
    await her.press('snooze');
    await her.say('avstå utskick');
    expect(her.shown()).toContain(words.optOut.ask);
    expect(await optedOut(her)).toBe(false);
    await her.press('confirmOptOut');
    expect(await optedOut(her)).toBe(true);
    expect(hasButton(her.newest(), 'optIn')).toBe(true);
    expect(await remindersOf(running)).toEqual([]);
    await her.press('optIn');
    expect(await optedOut(her)).toBe(false);
    expect(her.shown()).toContain(words.optOut.undone);
  });

  it('from the card takes it away, and brings it back when the manager opts in again', async () => {
    const { her } = await sent(running);
    await her.press('optOut');
    await her.press('keep');
    expect(hasButton(her.newest(), 'next')).toBe(true);
    expect(await optedOut(her)).toBe(false);
    await her.press('optOut');
    await her.press('confirmOptOut');
    expect(her.shown()).toContain('inga fler utskick');
    expect(hasButton(her.newest(), 'next')).toBe(false);
    await her.press('optIn');
    expect(her.shown()).toContain('Från HR');
    expect(await her.moves()).toEqual([]);
  });

  it('stops campaigns until the manager wants them again', async () => {
    const her = newManager(running);
    await her.say('avstå utskick');
    await her.press('confirmOptOut');
    await her.say('avstå utskick');
    expect(her.shown()).toContain('inga fler utskick');
    const before = messagesOf(her);
    await sent(running);
    expect(messagesOf(her)).toBe(before);
    await her.say('få utskick');
    expect(her.shown()).toContain(words.optOut.undone);
    const { campaign } = await sent(running);
    await waitFor(running, () => her.shown().includes('Från HR'));
    expect(await running.stored((db) => tallyOf(db, campaign.id))).toMatchObject({ cancelled: 0 });
  });

  it('is told about on the page about the bot, with what HR sees', async () => {
    const her = newManager(running);
    await her.say('om');
    expect(her.shown()).toContain('först när minst 10 har delat');
    expect(her.shown()).toContain('avstå utskick');
  });
});
