import { newManager } from './manager';
import { cardOf, everyWay, newestCard, walk } from './walk';
import { partsOf } from '../../tools/localTeams/inputs';
import { bo, run, texts, wordsOf, type Running } from './service';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const words = texts.coaching.reflections;
const startsOn = (manager: ReturnType<typeof newManager>) =>
  partsOf(cardOf(manager.newest()), 'Action.Execute').filter(({ verb }) => verb === 'start');

describe('reflektion', () => {
  it('shows all twelve questions, a few at a time, and begins anew', async () => {
    const manager = newManager(running);
    await manager.say('reflektion');
    const seen = new Set<unknown>();
    for (const expected of [4, 8, 12, 12]) {
      for (const { data } of startsOn(manager)) seen.add((data as { flow: string }).flow);
      expect(seen.size).toBe(expected);
      const [turn] = partsOf(cardOf(manager.newest()), 'Action.Execute').filter(({ verb }) => verb === 'reflections');
      expect(turn?.title).toBe(
        expected === 12 && seen.size === 12 && !manager.shown().includes(words.more) ? words.first : words.more,
      );
      await manager.press('reflections');
    }
  });

  it('is not for groups', async () => {
    const group = running.channel.conversation({ id: '19:grupp', type: 'groupChat', members: [bo] });
    const turn = await running.channel.say(group, bo, '<at>Tillitscoachen</at> reflektion');
    expect(wordsOf(turn)).toContain(texts.coaching.personalOnly);
  });

  it('has each question walked every way to its end, by nothing but what its cards show', async () => {
    const manager = newManager(running);
    await manager.say('reflektion');
    const flows = new Set<string>();
    while (flows.size < 12) {
      for (const { data } of startsOn(manager)) flows.add((data as { flow: string }).flow);
      await manager.press('reflections');
    }
    for (const flow of flows) {
      const ways = await everyWay(async (decide) => {
        const chat = running.chat(bo);
        await running.channel.say(chat, bo, 'reflektion');
        for (let n = 0; n < 3; n++) {
          const start = partsOf(cardOf(newestCard(chat)), 'Action.Execute').find(
            ({ verb, data }) => verb === 'start' && (data as { flow: string }).flow === flow,
          );
          await running.channel.press(chat, bo, start ?? 'reflections');
          if (start) break;
        }
        if (JSON.stringify(cardOf(newestCard(chat))).includes('"startAnew"'))
          await running.channel.press(chat, bo, 'startAnew');
        const cards = await walk(running, chat, bo, decide);
        expect(cards.length).toBe(2);
        expect(JSON.stringify(cards[0])).not.toContain('steg 1');
      });
      expect(ways).toBeGreaterThan(0);
    }
  }, 60_000);
});
