import { partsOf } from '../../tools/localTeams/inputs';
import { type AskedPage, type AskedView } from '../../src/hr/askedQuestions';
import { signIn, type InHr } from './inHr';
import { newManager } from './manager';
import { buttonOn, messagesOf, pressAgain, waitFor } from './sent';
import { anna, run, texts, wordsOf, type Running } from './service';
import { cardOf, hasButton } from './walk';

const hour = 3_600_000;
const day = 24 * hour;
const words = texts.questions;
/** Words that no text of ours has, and that no log may have. */
const canary = 'Xantippas kanariefågel';
const unanswerable = `Får ${canary} bo i fikarummet?`;

let running: Running;
beforeEach(async () => {
  running = await run({ rates: 'none' });
});
afterEach(async () => {
  expect(running.channel.refusals).toEqual([]);
  await running.stop();
});

const questions = async (hr: InHr) => (await hr.get<AskedPage>('asked')).questions;
const one = async (hr: InHr) => (await questions(hr))[0]!;
const say = (hr: InHr, { id }: AskedView, does: string, text?: string) =>
  hr.call('POST', `asked/${id}/${does}`, text === undefined ? {} : { text });
const rows = () => running.stored((db) => db.selectFrom('questions').select(['id', 'state']).execute());

/** A manager before the preview of a question that nothing answers. */
async function asking(text = unanswerable) {
  const manager = newManager(running);
  await manager.say(text);
  await manager.press(words.buttons.ask);
  return manager;
}

describe('a question to HR', () => {
  it('goes from the chat to HR and back, once more, and is closed, whatever restarts meanwhile', async () => {
    const manager = await asking();
    expect(manager.shown()).toContain(unanswerable);
    expect(manager.shown()).toContain('Anna Berg');
    expect(manager.shown()).toContain(words.promise);
    expect(await rows()).toEqual([]);
    await manager.press(words.buttons.send);
    expect(manager.shown()).toContain(words.sent.title);

    await running.restart();
    let hr = await signIn(running, 'Hanna HR');
    expect(await questions(hr)).toMatchObject([{ name: 'Anna Berg', state: 'new', said: [{ text: unanswerable }] }]);
    expect((await say(hr, await one(hr), 'answer', 'Nej.')).status).toBe(409);
    await say(hr, await one(hr), 'take');
    await say(hr, await one(hr), 'answer', `Nej, ${canary} får inte det.`);
    await running.restart();
    const before = messagesOf(manager);
    await waitFor(running, () => messagesOf(manager) > before);
    expect(manager.shown()).toContain(`Nej, ${canary} får inte det.`);
    expect(manager.shown()).toContain(words.said.hr);
    expect(manager.newest().activity).toMatchObject({ summary: words.answered.title });

    await manager.press(words.buttons.reply, { svar: 'Inte ens på fredagar?' });
    expect(manager.shown()).toContain(words.replied.title);
    hr = await signIn(running, 'Hanna HR');
    expect(await one(hr)).toMatchObject({ state: 'taken', isMine: true });
    await say(hr, await one(hr), 'answer', 'Jo, på fredagar.');
    await waitFor(running, () => manager.shown().includes('Jo, på fredagar.'));
    expect(hasButton(manager.newest(), 'replyToHr')).toBe(false);
    await manager.press(words.buttons.thanks);
    expect(manager.shown()).toContain(words.closed);
    expect(await one(hr)).toMatchObject({ state: 'closed', said: [{}, {}, {}, { text: 'Jo, på fredagar.' }] });
    await running.caughtUp();
    expect(messagesOf(manager)).toBe(before + 2);
    expect(running.logged.join('')).not.toMatch(/kanarie|fikarum|fredagar/i);
  });

  it('is offered in the personal chat alone, and only where nothing sure was found', async () => {
    const manager = newManager(running);
    await manager.say('Vad är tillitsbaserad styrning?');
    expect(hasButton(manager.newest(), 'askHr')).toBe(false);
    const group = running.channel.conversation({ id: '19:fraga', type: 'groupChat', members: [anna] });
    await running.channel.say(group, anna, unanswerable);
    expect(JSON.stringify(group.messages)).not.toContain(words.buttons.ask);
  });

  it('is one question, however often it is sent', async () => {
    const manager = await asking();
    const card = manager.newest();
    const send = buttonOn(manager, 'sendToHr');
    await Promise.all([1, 2].map(() => pressAgain(running, manager, send, card.id)));
    await pressAgain(running, manager, send, card.id);
    expect(await rows()).toHaveLength(1);
    expect(manager.shown()).toContain(words.sent.title);
  });

  it('can be written anew or left before anything is stored', async () => {
    const manager = await asking();
    await manager.press(words.buttons.rewrite);
    await manager.press(words.buttons.preview, { fraga: ' ' });
    expect(manager.shown()).toContain(words.nothingWritten);
    await manager.press(words.buttons.preview, { fraga: 'Får en fågel bo här?' });
    await manager.press(words.buttons.leave);
    expect(await rows()).toEqual([]);
    await manager.press(words.buttons.again);
    await manager.press(words.buttons.send);
    const hr = await signIn(running, 'Hanna HR');
    expect(await one(hr)).toMatchObject({ said: [{ text: 'Får en fågel bo här?' }] });
  });

  it('is sent under no name but the one that was shown', async () => {
    const manager = await asking();
    const { data } = buttonOn(manager, 'sendToHr');
    const forged = { verb: 'sendToHr', data: { ...(data as object), name: 'Någon Annan' } };
    await pressAgain(running, manager, forged, manager.newest().id);
    expect(await rows()).toEqual([]);
    expect(manager.shown()).toContain('Anna Berg');
  });

  it("is nobody else's: neither to read, nor to answer, nor to close", async () => {
    const manager = await asking();
    await manager.press(words.buttons.send);
    const hr = await signIn(running, 'Hanna HR');
    const { id } = await one(hr);
    await say(hr, await one(hr), 'take');
    await say(hr, await one(hr), 'answer', 'Nej.');
    const other = await asking('Får min egen fågel bo i fikarummet?');
    const name = 'Anna Berg';
    for (const [verb, data] of [
      ['replyToHr', { asked: id, svar: 'Mitt svar' }],
      ['closeToHr', { asked: id }],
      ['sendToHr', { asked: id, text: 'Något annat', name }],
    ] as const) {
      const turn = await pressAgain(running, other, { verb, data }, other.newest().id);
      expect(wordsOf(turn) + JSON.stringify(turn.body)).not.toContain(canary);
    }
    expect(other.shown()).toContain(words.lost);
    expect(await one(hr)).toMatchObject({ state: 'answered', said: [{ text: unanswerable }, { text: 'Nej.' }] });
  });

  it('shows HR a name and the words, and nothing else of the person', async () => {
    const manager = await asking();
    await manager.press(words.buttons.send);
    const hr = await signIn(running, 'Hanna HR');
    const { text } = await hr.call('GET', 'asked');
    expect(text).not.toContain(manager.person.aadObjectId);
    expect(text).not.toContain('@');
  });

  it('closed by HR before an answer tells the manager, and what is then written becomes a new question', async () => {
    const manager = await asking();
    await manager.press(words.buttons.send);
    const hr = await signIn(running, 'Hanna HR');
    await say(hr, await one(hr), 'close');
    await waitFor(running, () => manager.shown().includes(words.closedByHr));
    expect(partsOf(cardOf(manager.newest()), 'Action.')).toEqual([]);
    const { id } = await one(hr);
    const late = { verb: 'replyToHr', data: { asked: id, svar: 'Jo men snälla' } };
    await pressAgain(running, manager, late, manager.newest().id);
    expect(manager.shown()).toContain('Jo men snälla');
    expect(hasButton(manager.newest(), 'sendToHr')).toBe(true);
    expect(await rows()).toHaveLength(1);
  });

  it('goes nowhere out of a group, whatever is pressed there', async () => {
    const group = running.channel.conversation({ id: '19:tryck', type: 'groupChat', members: [anna] });
    await running.channel.say(group, anna, unanswerable);
    const asked = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
    for (const [verb, data] of [
      ['askHr', { question: unanswerable }],
      ['sendToHr', { asked, text: unanswerable, name: 'Anna Berg' }],
    ] as const) {
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const replyToId = group.messages.at(-1)!.id;
      const turn = await running.channel.post(group, anna, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId,
        value,
      });
      expect(wordsOf(turn)).toContain(words.personalOnly);
    }
    expect(await rows()).toEqual([]);
  });

  it('answered in the evening is brought in the morning', async () => {
    const manager = await asking();
    await manager.press(words.buttons.send);
    running.pass(14 * hour);
    const hr = await signIn(running, 'Hanna HR');
    await say(hr, await one(hr), 'take');
    await say(hr, await one(hr), 'answer', 'Nej, sent i kväll.');
    await running.caughtUp();
    expect(manager.shown()).not.toContain('sent i kväll');
    running.pass(11 * hour);
    await waitFor(running, () => manager.shown().includes('sent i kväll'));
  });

  it('that cannot be kept is said to be lost, and no fault tells its words', async () => {
    const manager = await asking();
    await running.stored((db) => db.schema.dropTable('question_words').execute());
    const turn = await manager.press(words.buttons.send);
    expect(JSON.stringify(turn.body)).toContain(texts.error);
    expect(await rows()).toEqual([]);
    expect(running.logged.join('')).toContain('a turn failed');
    expect(running.logged.join('')).not.toMatch(/kanarie|xantippa|Anna/i);
  });

  it('reaches one who wants no campaigns, also where that is said while the answer waits', async () => {
    const manager = await asking();
    await manager.press(words.buttons.send);
    running.pass(14 * hour);
    const hr = await signIn(running, 'Hanna HR');
    await say(hr, await one(hr), 'take');
    await say(hr, await one(hr), 'answer', 'Nej, tyvärr.');
    await manager.say('avstå utskick');
    await manager.press('Ja, avstå');
    running.pass(11 * hour);
    await waitFor(running, () => manager.shown().includes('Nej, tyvärr.'));
  });

  it('is gone when its time is out, and no log has ever held its words', async () => {
    const manager = await asking();
    await manager.press(words.buttons.send);
    const hr = await signIn(running, 'Hanna HR');
    await say(hr, await one(hr), 'take');
    await say(hr, await one(hr), 'answer', `Nej, ${canary}.`);
    await say(hr, await one(hr), 'close');
    running.pass(89 * day);
    await running.restart();
    expect(await rows()).toHaveLength(1);
    running.pass(2 * day);
    await running.restart();
    expect(await rows()).toEqual([]);
    const left = await running.stored((db) => db.selectFrom('question_words').selectAll().execute());
    expect(left).toEqual([]);
    expect(running.logged.join('')).not.toMatch(/kanarie|xantippa/i);
  });
});
