import { partsOf } from '../../tools/localTeams/inputs';
import { type newManager } from './manager';
import { canary, delivered, emailOf, nameOf, shared, threeManagers, written } from './inSharing';
import { buttonOn, pressAgain } from './sent';
import { run, texts, wordsOf, type Running } from './service';
import { steal } from './thief';
import { cardOf } from './walk';

const { sharing } = texts;

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

describe('a summary that is shared', () => {
  it('is previewed to the letter, sent to one person, opened, seen to be opened, and withdrawn', async () => {
    await written(owner);
    await owner.press('share');
    await owner.press('sharePreview', { mottagare: nameOf(receiver) });
    expect(owner.shown()).toContain(canary);
    const before = receiver.chat.messages.length;
    await owner.press('shareSend');
    await delivered(running);
    expect(receiver.chat.messages.length).toBe(before + 1);
    expect(receiver.shown()).not.toContain('Kanarie');
    expect(receiver.newest().activity.summary).toBe(sharing.notification);
    await owner.say('mina delningar');
    expect(owner.shown()).toContain(sharing.list.unopened);
    await receiver.press('openShare');
    expect(receiver.shown()).toContain(canary);
    await owner.say('mina delningar');
    expect(owner.shown()).toContain('öppnad senast tisdag 12 januari 2027');
    await owner.press('withdrawShare');
    await delivered(running);
    expect(receiver.shown()).toContain(sharing.gone);
    expect(receiver.shown()).not.toContain('Kanarie');
    expect(owner.shown()).toContain(sharing.list.withdrawn);
    expect(running.logged.join('')).not.toMatch(/kanarie/i);
  });

  it('is sent once, however many times the button is pressed, and is no longer read when it is withdrawn', async () => {
    const share = await shared(running, owner, receiver);
    const before = receiver.chat.messages.length;
    const rows = await running.stored((db) => db.selectFrom('shares').select('id').execute());
    expect(rows.filter(({ id }) => id === share)).toHaveLength(1);
    const open = buttonOn(receiver, 'openShare');
    const invitation = receiver.newest().id;
    await owner.say('mina delningar');
    await owner.press('withdrawShare');
    await delivered(running);
    await pressAgain(running, receiver, open, invitation);
    expect(receiver.shown()).toContain(sharing.gone);
    expect(receiver.chat.messages.length).toBe(before);
  });

  it('is nothing that a third person can open, withdraw, or see', async () => {
    const share = await shared(running, owner, receiver);
    const session = await written(receiver);
    const before = await running.stored(steal);
    for (const verb of [
      'writeBack',
      'takeBack',
      'openAnswered',
      'openShare',
      'withdrawShare',
      'shares',
      'share',
      'sharePreview',
      'shareSend',
      'download',
    ])
      for (const data of [
        { share },
        { share, forstaelse: 'En tredjes ord' },
        { session },
        { session, mottagare: emailOf(owner) },
        { session, share, to: emailOf(owner), seen: 'x' },
        { session: 'x'.repeat(5000), share: '../..', to: 1, seen: null },
      ]) {
        const turn = await pressAgain(running, other, { verb, data }, other.newest().id);
        expect(wordsOf(turn) + JSON.stringify(turn.body)).not.toContain('Kanarie');
      }
    expect(await running.stored(steal)).toEqual(before);
  });

  it('is not sent as another text than was previewed', async () => {
    const session = await written(owner);
    await owner.press('share');
    await owner.press('sharePreview', { mottagare: emailOf(receiver) });
    const [send, card] = [buttonOn(owner, 'shareSend'), owner.newest().id];
    await owner.say('fortsätt');
    await owner.press('next', { syfte: 'Ett syfte som kom efteråt' });
    await pressAgain(running, owner, send, card);
    expect(JSON.stringify(owner.chat.messages)).toContain('Ett syfte som kom efteråt');
    expect(await running.stored((db) => db.selectFrom('shares').select('id').where('owner_id', '=', owner.person.aadObjectId).execute())).toEqual([]); // oxfmt-ignore
    expect(session).toBeTruthy();
  });

  it.each(['ingen@region.example', '', 'x'.repeat(5000), "' or 1=1 --", '*'])(
    'is a text to copy, or asked for again, where nobody is found: %s',
    async (mottagare) => {
      await written(owner);
      await owner.press('share');
      const [form, card] = [buttonOn(owner, 'sharePreview'), owner.newest().id];
      await pressAgain(running, owner, form, card, { mottagare });
      expect(partsOf(cardOf(owner.newest()), 'Action.').map(({ verb }) => verb)).not.toContain('shareSend');
    },
  );

  it('can be read for thirty days, and is then gone from the receiver’s chat', async () => {
    const share = await shared(running, owner, receiver);
    running.pass(30 * 24 * 3_600_000 + 1000);
    const open = buttonOn(receiver, 'openShare');
    await pressAgain(running, receiver, open, receiver.newest().id);
    expect(receiver.shown()).toContain(sharing.gone);
    await running.service.prune();
    expect((await running.stored((db) => db.selectFrom('shares').select('id').execute())).map(({ id }) => id)).not.toContain(share); // oxfmt-ignore
  });

  it('goes with its owner', async () => {
    const share = await shared(running, owner, receiver);
    await receiver.press('openShare');
    expect(receiver.shown()).toContain(canary);
    await owner.say('radera allt om mig');
    await owner.press('eraseAll');
    await owner.press('eraseAllForGood');
    await delivered(running);
    expect(receiver.shown()).toContain(sharing.gone);
    expect(JSON.stringify(await running.stored((db) => db.selectFrom('shares').selectAll().execute()))).not.toContain(
      share,
    );
  });
});
