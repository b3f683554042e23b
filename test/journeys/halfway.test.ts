import { newManager } from './manager';
import { messagesOf, toMorning, waitFor } from './sent';
import { signIn } from './inHr';
import { hasButton } from './walk';
import { run, type Running } from './service';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const hour = 3_600_000;

/** Two managers who have just got a question that takes answers for a week. */
async function asked() {
  const managers = [newManager(running), newManager(running)];
  for (const each of managers) await each.say('hej');
  toMorning(running, 'mån');
  const hr = await signIn(running, 'Hanna');
  const campaign = await hr.launch({ flow: 'tydliga-ramar' });
  running.pass(2 * hour);
  for (const each of managers) await waitFor(running, () => hasButton(each.newest(), 'next'));
  return { answering: managers[0]!, silent: managers[1]!, hr, campaign };
}

describe('half time of a question from HR', () => {
  it('brings one reminder to who has not answered, from which the question can be answered', async () => {
    const { answering, silent } = await asked();
    await answering.press('next', { 'tydliga-ramar': '4' });
    const before = [messagesOf(answering), messagesOf(silent)];
    running.pass(30 * hour);
    await running.caughtUp();
    expect([messagesOf(answering), messagesOf(silent)]).toEqual(before);
    running.pass(24 * hour);
    await waitFor(running, () => messagesOf(silent) > before[1]!);
    expect(silent.shown()).toMatch(/Hinner du svara .* till och med fredag/);
    await silent.press('keep');
    expect(silent.shown()).toContain('Hur tydliga är ramarna');
    await silent.press('next', { 'tydliga-ramar': '2' });
    running.pass(24 * hour);
    await running.caughtUp();
    expect([messagesOf(answering), messagesOf(silent)]).toEqual([before[0], before[1]! + 1]);
  });

  it('leaves the same in the database of who was reminded and of who was not', async () => {
    const { answering, silent, campaign } = await asked();
    await answering.press('next', { 'tydliga-ramar': '4' });
    const before = messagesOf(silent);
    running.pass(50 * hour);
    await waitFor(running, () => messagesOf(silent) > before);
    await running.caughtUp();
    const rows = await running.stored((db) =>
      db
        .selectFrom('deliveries')
        .select(['state', 'message', 'attempts'])
        .where('topic', '=', campaign.id)
        .where('purpose', '=', 'halfway')
        .where('person', 'in', [answering.person.aadObjectId, silent.person.aadObjectId])
        .execute(),
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(rows[1]);
  });

  it('brings nothing of a question that HR has stopped', async () => {
    const { silent, hr, campaign } = await asked();
    await hr.change(campaign.id, 'recall');
    await waitFor(running, () => silent.shown().includes('tagit tillbaka'));
    const before = messagesOf(silent);
    running.pass(54 * hour);
    await running.caughtUp();
    expect(messagesOf(silent)).toBe(before);
  });
});
