import { tallyOf } from '../../src/store/deliveries';
import { findPerson } from '../../src/store/people';
import { newManager } from './manager';
import { messagesOf, remindersOf, sent, waitFor, type Manager } from './sent';
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
  const optedOut = (manager: Manager) =>
    running.stored(async (db) => (await findPerson(db, manager.person.aadObjectId))?.optedOutAt !== undefined);

  it('asks once, puts the card away, cancels what was to come, and can be undone', async () => {
    const { manager } = await sent(running);
    await manager.press('snooze');
    await manager.say('avstå utskick');
    expect(manager.shown()).toContain(words.optOut.ask);
    expect(await optedOut(manager)).toBe(false);
    await manager.press('confirmOptOut');
    expect(await optedOut(manager)).toBe(true);
    expect(hasButton(manager.newest(), 'optIn')).toBe(true);
    expect(await remindersOf(running)).toEqual([]);
    await manager.press('optIn');
    expect(await optedOut(manager)).toBe(false);
    expect(manager.shown()).toContain(words.optOut.undone);
  });

  it('from the card takes it away, and brings it back when the manager opts in again', async () => {
    const { manager } = await sent(running);
    await manager.press('optOut');
    await manager.press('keep');
    expect(hasButton(manager.newest(), 'next')).toBe(true);
    expect(await optedOut(manager)).toBe(false);
    await manager.press('optOut');
    await manager.press('confirmOptOut');
    expect(manager.shown()).toContain('inga fler utskick');
    expect(hasButton(manager.newest(), 'next')).toBe(false);
    await manager.press('optIn');
    expect(manager.shown()).toContain('Från HR');
    expect(await manager.moves()).toEqual([]);
  });

  it('stops campaigns until the manager wants them again', async () => {
    const manager = newManager(running);
    await manager.say('avstå utskick');
    await manager.press('confirmOptOut');
    await manager.say('avstå utskick');
    expect(manager.shown()).toContain('inga fler utskick');
    const before = messagesOf(manager);
    await sent(running);
    expect(messagesOf(manager)).toBe(before);
    await manager.say('få utskick');
    expect(manager.shown()).toContain(words.optOut.undone);
    const { campaign } = await sent(running);
    await waitFor(running, () => manager.shown().includes('Från HR'));
    expect(await running.stored((db) => tallyOf(db, campaign.id))).toMatchObject({ cancelled: 0 });
  });

  it('is told about on the page about the bot, with what HR sees', async () => {
    const manager = newManager(running);
    await manager.say('om');
    expect(manager.shown()).toContain('först när minst 10 har delat');
    expect(manager.shown()).toContain('avstå utskick');
  });
});
