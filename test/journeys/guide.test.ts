import { newManager } from './manager';
import { bo, run, texts, wordsOf, type Running } from './service';
import { walk } from './walk';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

describe('a guide', () => {
  // The others, and every way, in `npm run verify`; the guides' files are walked every way without the service (content/flows).
  it('is walked to its summary by nothing but what its cards show, and leads on to the next', async () => {
    const chat = running.chat(bo);
    await running.channel.say(chat, bo, 'delegering');
    const summary = JSON.stringify((await walk(running, chat, bo, () => 0)).at(-1));
    expect(summary).toContain('Överenskommelse (utkast)');
    expect(summary).toMatch(/"verb":"guide"/);
  });
});

describe('a profile', () => {
  it('has the time before beside it, and nobody else’s', async () => {
    const { profile } = texts;
    const lastTime = profile.lastTime.replace('{place}', '');
    const summaryFor = async (manager: ReturnType<typeof newManager>) => {
      await manager.say('tillitsspegeln');
      return JSON.stringify((await walk(running, manager.chat, manager.person, () => 0)).at(-1));
    };
    const [manager, other] = [newManager(running), newManager(running)];
    expect(await summaryFor(manager)).not.toContain(lastTime);
    expect(await summaryFor(other)).not.toContain(lastTime);
    expect(await summaryFor(manager)).toContain(lastTime);
  });
});

describe('the first 90 days', () => {
  it('are walked through every look back, by nothing but what the cards show, and the page stays', async () => {
    const manager = newManager(running);
    await manager.say('jag är ny');
    const cards = (await walk(running, manager.chat, manager.person, () => 1)).map((card) => JSON.stringify(card));
    for (const asked of ['Tillit tar tid', 'Två veckor', 'Sex veckor', 'Tolv veckor'])
      expect(cards.filter((card) => card.includes(asked)).length).toBeGreaterThan(0);
    expect(cards.at(-1)).toContain('12 veckor har gått');
    expect(cards.at(-1)).toContain('4 av 12');
  });
});

describe('a message that asks for what a guide does', () => {
  const { guideFirst, buttons } = texts.coaching;
  const said = 'Hur delegerar jag?';
  const begun = '"Input.Text"';

  it('is offered the guide first: what it is, how long it takes, and nothing is begun', async () => {
    const manager = newManager(running);
    const turn = await manager.say(said);
    expect(turn.sent).toHaveLength(1);
    const words = wordsOf(turn);
    for (const part of [guideFirst.title, 'Lämna över ett uppdrag', '10 minuter', buttons.start])
      expect(words).toContain(part);
    expect(words).not.toContain(begun);
    expect(await manager.moves()).toEqual([]);
    expect(wordsOf(await manager.say('mina svar'))).toContain(texts.coaching.noSessions);
  });

  it('gets the guide by one press, and the answer by the other', async () => {
    const manager = newManager(running);
    await manager.say(said);
    expect(wordsOf(await manager.press('ask'))).toContain('Hur lämnar jag över ett uppdrag på riktigt?');
    await manager.say(said);
    await manager.press('start');
    expect(manager.shown()).toContain('Vilket uppdrag vill du lämna över?');
  });

  it('is also offered the guide where the words of a guide are told: it never starts by itself', async () => {
    const manager = newManager(running);
    const words = wordsOf(await manager.say('Jag ska lämna över ett uppdrag till en kollega'));
    expect(words).toContain(guideFirst.answer);
    expect(words).not.toContain(begun);
  });

  it('starts it at once by its name', async () => {
    const manager = newManager(running);
    expect(wordsOf(await manager.say('Lämna över ett uppdrag'))).toContain(begun);
  });

  it('gets the answer while a guide is open, and in a group', async () => {
    const manager = newManager(running);
    await manager.say('vad förordar du');
    expect(wordsOf(await manager.say(said))).not.toContain(guideFirst.title);
    const group = running.channel.conversation({
      id: '19:g',
      type: 'groupChat',
      members: [manager.person, bo],
      name: 'G',
    });
    expect(wordsOf(await running.channel.say(group, manager.person, said))).not.toContain(guideFirst.title);
  });

  it('gets people where it is a case for people', async () => {
    const manager = newManager(running);
    expect(wordsOf(await manager.say('Hur delegerar jag till en medarbetare som har hotat mig?'))).toContain(
      texts.concern.life,
    );
  });
});
