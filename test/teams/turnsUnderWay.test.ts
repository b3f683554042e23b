import pino from 'pino';
import { type Incoming } from '../../src/bot/incoming';
import { type Reply } from '../../src/bot/reply';
import { type ChannelTurn } from '../../src/teams/channel';
import { replaceCardTurn } from '../../src/teams/replaceCardTurn';
import { type TurnDeps } from '../../src/teams/turnDeps';
import { turn } from '../../src/teams/turn';
import { turnsUnderWay } from '../../src/teams/turnsUnderWay';
import { activityOf } from './activity';

const message: Incoming = { kind: 'message', text: 'hej', hasAttachment: false, edited: false };
const press: Incoming = { kind: 'press', verb: 'next', data: {} };
const joined: Incoming = { kind: 'joined' };

/** A bot whose every conversation waits to be let go. */
function waitingBot() {
  const sent: string[] = [];
  const finished: string[] = [];
  const conversing: { person: string; reply: () => void; fail: () => void }[] = [];
  let at = 0;
  const needs = {
    texts: { error: 'fel', tooMany: 'många', notUnderstood: 'va?' },
    underWay: turnsUnderWay(),
    log: pino({ enabled: false }),
    claim: (key: string) =>
      Promise.resolve({ finish: () => Promise.resolve(void finished.push(key)), release: () => Promise.resolve() }),
    nameOf: () => String(++at),
    remember: () => Promise.resolve({ rosterAsked: true }),
    render: ({ text }: { text: string }) => ({ text, summary: text, citations: [], feedback: false }),
    converse: ({ person }: { person: string }) =>
      new Promise<Reply[]>((resolve, reject) =>
        conversing.push({
          person,
          reply: () => resolve([{ kind: 'sentence', text: 'svar' }]),
          fail: () => reject(new Error('no')),
        }),
      ),
  } as unknown as TurnDeps;
  const contextOf = (person: string, over: object) =>
    ({
      activity: activityOf({ from: { id: person }, ...over }),
      send: ({ text }: { text: string }) => Promise.resolve(String(sent.push(`${person}: ${text}`))),
    }) as unknown as ChannelTurn;
  return {
    sent,
    finished,
    conversing,
    hear: (person: string, incoming: Incoming = message) => turn(needs, contextOf(person, {}), incoming),
    press: (person: string, type = 'invoke') => replaceCardTurn(needs, contextOf(person, { type }), press),
    /** Until so many conversations have begun. */
    begun: async (count: number) => {
      while (conversing.length < count) await new Promise(setImmediate);
    },
  };
}

describe('the turns of one person', () => {
  it('are four at once: more are told once, have no other effect, and others are answered meanwhile', async () => {
    const bot = waitingBot();
    const first = [1, 2, 3, 4].map(() => bot.hear('anna'));
    await bot.begun(4);
    expect(await Promise.all([bot.hear('anna'), bot.hear('anna'), bot.hear('anna')])).toEqual(Array(3).fill('tooMany'));
    expect(bot.sent).toEqual(['anna: många']);
    expect(bot.finished).toHaveLength(3);

    const other = bot.hear('bo');
    await bot.begun(5);
    bot.conversing[4]!.reply();
    expect([await other, bot.conversing[4]!.person]).toEqual(['done', 'bo']);

    for (const { reply } of bot.conversing) reply();
    expect(await Promise.all(first)).toEqual(Array(4).fill('done'));
    expect(bot.conversing).toHaveLength(5);
    expect(bot.sent.filter((words) => words === 'anna: svar')).toHaveLength(4);
  });

  it('may begin again when one has ended, well or not, and a later burst is told anew', async () => {
    const bot = waitingBot();
    const burst = async (already: number) => {
      const turns = [1, 2, 3, 4].map(() => bot.hear('anna'));
      await bot.begun(already + 4);
      expect(await bot.hear('anna')).toBe('tooMany');
      return turns;
    };
    const first = await burst(0);
    bot.conversing[0]!.fail();
    await first[0];
    const again = bot.hear('anna');
    await bot.begun(5);
    for (const { reply } of bot.conversing) reply();
    await Promise.all([...first, again]);
    const second = await burst(5);
    for (const { reply } of bot.conversing) reply();
    await Promise.all(second);
    expect(bot.sent.filter((words) => words === 'anna: många')).toHaveLength(2);
  });

  it('count presses too, and a press too many is told in its own answer', async () => {
    const bot = waitingBot();
    const turns = [bot.press('anna'), bot.press('anna'), bot.hear('anna'), bot.hear('anna', press)];
    await bot.begun(4);
    expect([await bot.press('anna'), await bot.press('anna')]).toEqual(['många', 'många']);
    expect(bot.sent).toEqual([]);
    expect(bot.conversing).toHaveLength(4);
    for (const { reply } of bot.conversing) reply();
    await Promise.all(turns);
    const after = bot.press('anna');
    await bot.begun(5);
    bot.conversing[4]!.reply();
    await after;
  });

  it('do not count what Teams tells of chats', async () => {
    const bot = waitingBot();
    const turns = Array.from({ length: 20 }, () => bot.hear('admin', joined));
    await bot.begun(20);
    for (const { reply } of bot.conversing) reply();
    expect(await Promise.all(turns)).toEqual(Array(20).fill('done'));
  });
});
