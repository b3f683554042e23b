import { newManager } from '../journeys/manager';
import { bo, run, type Running } from '../journeys/service';
import { everyWay, hasButton, newestCard, walk } from '../journeys/walk';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

/** Milliseconds for some sixty walks of eight steps, each stored, on a busy machine. */
const longest = 120_000;

describe('every guide', () => {
  it.each([
    ['vad förordar du', 'Vad förordar du?'],
    ['delegering', 'Överenskommelse (utkast)'],
    ['tillitsspegeln', 'Din tillitsspegel'],
    ['planera om en uppföljning', 'Uppföljningen före och efter'],
    ['klargör ett uppdrag', 'Inför mötet om uppdraget'],
  ])(
    '%s is walked every way to its summary, by nothing but what its cards show',
    async (said, summary) => {
      const ways = await everyWay(async (decide) => {
        const chat = running.chat(bo);
        await running.channel.say(chat, bo, said);
        if (hasButton(newestCard(chat), 'startAnew')) await running.channel.press(chat, bo, 'startAnew');
        const cards = await walk(running, chat, bo, decide);
        expect(JSON.stringify(cards.at(-1))).toContain(summary);
        // And on to the next guide.
        expect(JSON.stringify(cards.at(-1))).toMatch(/"verb":"guide"/);
      });
      expect(ways).toBeGreaterThan(3);
    },
    longest,
  );

  // All combinations of these would be thousands, and none changes which cards come.
  it.each([
    ['en princip i veckan', 'Mina sju veckor'],
    ['välj en vana', 'Min vana'],
  ])(
    '%s is walked to its summary with each option once',
    async (said, summary) => {
      let most = 1;
      for (let option = 0; option < most; option++) {
        const manager = newManager(running);
        await manager.say(said);
        const cards = await walk(running, manager.chat, manager.person, (count) => {
          most = Math.max(most, count);
          return option % count;
        });
        expect(JSON.stringify(cards.at(-1))).toContain(summary);
      }
      expect(most).toBeGreaterThan(3);
    },
    longest,
  );
});
