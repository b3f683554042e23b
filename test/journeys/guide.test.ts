import { bo, run, type Running } from './service';
import { hasButton, newestCard, walk } from './walk';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

describe('every guide', () => {
  // All combinations of options in `npm run verify`; the guides' files are walked every way without the service (content/flows).
  it.each([
    ['vad förordar du', 'Vad förordar du?'],
    ['delegering', 'Överenskommelse (utkast)'],
  ])('%s is walked to its summary with each option once, by nothing but what its cards show', async (said, summary) => {
    let most = 1;
    for (let option = 0; option < most; option++) {
      const chat = running.chat(bo);
      await running.channel.say(chat, bo, said);
      if (hasButton(newestCard(chat), 'startAnew')) await running.channel.press(chat, bo, 'startAnew');
      const cards = await walk(running, chat, bo, (count) => {
        most = Math.max(most, count);
        return option % count;
      });
      expect(JSON.stringify(cards.at(-1))).toContain(summary);
    }
    expect(most).toBeGreaterThan(1);
  });
});
