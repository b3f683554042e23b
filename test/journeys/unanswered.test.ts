import { monthOf } from '../../src/shared/localTime';
import { anna, run, texts, wordsOf, type Running } from './service';
import { signIn } from './inHr';
import { newManager } from './manager';
import { type UnansweredMonth } from '../../src/hr/ports';

let running: Running;
beforeEach(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => running.stop());

const weather = 'Hur blir lunchen och vädret i Östersund för Xantippa, 850101-1234?';
const kept = () => running.stored((db) => db.selectFrom('unanswered').select('word').execute());
/** A day's pruning happens at a start. */
const seenByHr = async () => {
  await running.restart();
  const hr = await signIn(running, 'Hanna HR');
  return hr.get<UnansweredMonth[]>('unanswered');
};

describe('a question that nothing answers', () => {
  it('leaves HR a word when three people have asked, and of two of them none', async () => {
    const [manager, second, third] = [newManager(running), newManager(running), newManager(running)];
    for (const one of [manager, second]) await one.say(weather);
    expect(await seenByHr()).toEqual([]);
    await third.say('Hur blir lunchen i Kiruna imorgon?');
    expect(await seenByHr()).toEqual([{ month: monthOf(running.now()), words: [{ word: 'lunchen', atLeast: 3 }] }]);
    expect(running.logged.join('')).not.toMatch(/lunch|xantippa|östersund/i);
  });

  it('leaves nothing of a case for people, not even where the manager searches all the same', async () => {
    const chat = running.chat();
    await running.channel.say(chat, anna, `Jag blir hotad. ${weather}`);
    const turn = await running.channel.press(chat, anna, texts.concern.searchAnyway);
    expect(wordsOf(turn)).toContain('Det står inte i mina dokument');
    expect(await kept()).toEqual([]);
  });

  it('leaves nothing of what may be a response to a guide', async () => {
    const manager = newManager(running);
    await manager.say('delegering');
    await manager.say(weather.replace('?', ''));
    expect(wordsOf(await manager.say(weather))).toContain('Det står inte i mina dokument');
    expect(await kept()).toEqual([]);
  });

  it('leaves only whole words of its beginning, which is what was asked', async () => {
    const beginning = 'Hur blir lunchen, '.padEnd(995, 'zzq ');
    await newManager(running).say(`${beginning} snöskottning och vädret?`);
    expect(await kept()).toEqual([{ word: 'lunchen' }]);
  });

  it('leaves nothing of a question that is answered', async () => {
    await newManager(running).say('Vad är tillitsbaserad styrning?');
    expect(await kept()).toEqual([]);
  });

  it('is answered all the same where its words cannot be kept, and no fault tells them', async () => {
    await running.stored((db) => db.schema.dropTable('unanswered').execute());
    const turn = await newManager(running).say(weather);
    expect(wordsOf(turn)).toContain('Det står inte i mina dokument');
    const said = running.logged.join('');
    expect(said).toContain('unanswered words: failed');
    expect(said).not.toMatch(/lunch|xantippa|östersund/i);
  });
});
