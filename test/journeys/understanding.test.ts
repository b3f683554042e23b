import { canary, delivered, shared, threeManagers } from './inSharing';
import { type newManager } from './manager';
import { buttonOn, pressAgain } from './sent';
import { run, texts, wordsOf, type Running } from './service';
import { steal } from './thief';

const { sharing, understanding } = texts;

let running: Running;
let owner: ReturnType<typeof newManager>;
let receiver: ReturnType<typeof newManager>;
let other: ReturnType<typeof newManager>;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
beforeEach(async () => {
  ({ owner, receiver, other } = await threeManagers(running));
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

describe('what the receiver of a draft writes back', () => {
  const words = 'Papegojans syn: jag beslutar om **schemat**';

  /** The receiver has opened the draft and written; the owner is told. */
  async function writtenBack(): Promise<string> {
    const share = await shared(running, owner, receiver);
    await receiver.press('openShare');
    await receiver.press('writeBack', { forstaelse: words });
    await delivered(running);
    return share;
  }
  const rows = (share: string) =>
    running.stored((db) => db.selectFrom('understandings').selectAll().where('share_id', '=', share).execute());

  it('is read by both, word for word; the owner is told without the words', async () => {
    await writtenBack();
    expect(receiver.shown()).toContain(words);
    expect(owner.newest().activity.summary).toBe(understanding.notification);
    expect(owner.shown()).not.toContain('Papegoj');
    await owner.press('openAnswered');
    for (const text of [words, canary]) expect(owner.shown()).toContain(text);
    await owner.say('mina delningar');
    expect(owner.shown()).toContain(understanding.state);
    expect(running.logged.join('')).not.toMatch(/papegoj/i);
  });

  it('is sealed where it lies, and stands in the export of the one who wrote it', async () => {
    const share = await writtenBack();
    expect(JSON.stringify(await running.stored(steal))).not.toContain('Papegoj');
    expect((await rows(share))[0]?.sealed).toBeTruthy();
    await receiver.say('visa allt om mig');
    expect(receiver.shown()).toContain(`${texts.ownData.kinds.understandings}: 1`);
    await owner.say('visa allt om mig');
    expect(owner.shown()).not.toContain(texts.ownData.kinds.understandings);
  });

  it('is kept and told once, however many times it is sent, and is not changed afterwards', async () => {
    const share = await shared(running, owner, receiver);
    await receiver.press('openShare');
    const [send, card] = [buttonOn(receiver, 'writeBack'), receiver.newest().id];
    const told = owner.chat.messages.length;
    await Promise.all([1, 2].map(() => pressAgain(running, receiver, send, card, { forstaelse: words })));
    await delivered(running);
    const before = await rows(share);
    await pressAgain(running, receiver, send, card, { forstaelse: 'Något annat' });
    await delivered(running);
    expect(await rows(share)).toEqual(before);
    expect(owner.chat.messages.length).toBe(told + 1);
    expect(receiver.shown()).toContain(words);
  });

  it('is nothing that a third person can read, write or take back, nor the owner write, nor the receiver open as owner', async () => {
    const share = await writtenBack();
    const before = await running.stored(steal);
    const others = ['writeBack', 'takeBack', 'openAnswered'].map((verb) => [other, verb] as const);
    for (const [one, verb] of [
      ...others,
      [owner, 'writeBack'],
      [owner, 'takeBack'],
      [receiver, 'openAnswered'],
    ] as const) {
      const data = { verb, data: { share, forstaelse: 'En annans ord' } };
      const turn = await pressAgain(running, one, data, one.newest().id);
      expect(wordsOf(turn) + JSON.stringify(turn.body)).not.toMatch(/papegoj|kanarie/i);
    }
    expect(await running.stored(steal)).toEqual(before);
  });

  it.each(['', '   ', 'x'.repeat(1501)])('is asked for again where nothing can be taken', async (forstaelse) => {
    const share = await shared(running, owner, receiver);
    await receiver.press('openShare');
    await pressAgain(running, receiver, buttonOn(receiver, 'writeBack'), receiver.newest().id, { forstaelse });
    expect(await rows(share)).toEqual([]);
    expect(buttonOn(receiver, 'writeBack')).toBeTruthy();
    expect(receiver.shown()).toContain(forstaelse.trim() ? understanding.form.tooLong : understanding.form.missing);
  });

  it('is taken back by the one who wrote it: the words are destroyed, and the owner’s card is replaced', async () => {
    const share = await writtenBack();
    await owner.press('openAnswered');
    await receiver.press('takeBack');
    await delivered(running);
    expect(owner.shown()).toContain(understanding.gone);
    expect(owner.shown()).not.toContain('Papegoj');
    expect(await rows(share)).toMatchObject([{ sealed: null }]);
    expect(receiver.shown()).toContain(understanding.takenBack);
  });

  it('cannot be read when the share is withdrawn', async () => {
    const share = await writtenBack();
    const [open, invitation] = [buttonOn(owner, 'openAnswered'), owner.newest().id];
    await owner.say('mina delningar');
    await owner.press('withdrawShare');
    await delivered(running);
    expect(await rows(share)).toMatchObject([{ sealed: null }]);
    await pressAgain(running, owner, open, invitation);
    expect(JSON.stringify(owner.chat.messages)).toContain(understanding.gone);
    expect(JSON.stringify(owner.chat.messages)).not.toContain('Papegoj');
  });

  it('cannot be written when the share is too old', async () => {
    const share = await shared(running, owner, receiver);
    await receiver.press('openShare');
    const [send, card] = [buttonOn(receiver, 'writeBack'), receiver.newest().id];
    running.pass(30 * 24 * 3_600_000 + 1000);
    await pressAgain(running, receiver, send, card, { forstaelse: words });
    expect(receiver.shown()).toContain(sharing.gone);
    expect(await rows(share)).toEqual([]);
  });

  it.each([
    ['the one who wrote it', () => [receiver, owner] as const],
    ['the owner of the draft', () => [owner, receiver] as const],
  ])('goes with %s, out of the store and the other’s chat', async (_, pair) => {
    const share = await writtenBack();
    await owner.press('openAnswered');
    const [erased, left] = pair();
    await erased.say('radera allt om mig');
    await erased.press('eraseAll');
    await erased.press('eraseAllForGood');
    await delivered(running);
    expect(await rows(share)).toEqual([]);
    expect(left.shown()).not.toContain('Papegoj');
    expect([understanding.gone, sharing.gone].some((line) => left.shown().includes(line))).toBe(true);
  });
});
