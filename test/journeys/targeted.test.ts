import { type Call } from '../../tools/localTeams/connector';
import { anna, bo, run, texts, wordsOf, type Running } from './service';

/** Whether Teams takes a message for one person. */
let takesTargeted = true;
const isTargeted = (call: Call) => call.query.get('isTargetedActivity') === 'true';
const fail = (call: Call) => (isTargeted(call) && !takesTargeted ? 400 : undefined);

let running: Running;
afterEach(async () => {
  expect(running.channel.refusals).toEqual([]);
  await running.stop();
});
const start = async (targetedAnswers: boolean) => {
  takesTargeted = true;
  running = await run({ rates: 'none', targetedAnswers, fail });
};
const inGroup = (text: string) => {
  const group = running.channel.conversation({ id: `19:${text}`, type: 'groupChat', members: [anna, bo] });
  return running.channel.say(group, bo, text);
};
const question = 'Vad är tillitsbaserad styrning?';

describe('an answer in a group', () => {
  it('is for all, where nothing else is set', async () => {
    await start(false);
    const { sent } = await inGroup(question);
    expect(sent.map(({ seenBy }) => seenBy)).toEqual([undefined]);
  });

  it('is for the person who asked alone where that is set; a dialogue is for all, and a personal chat is as ever', async () => {
    await start(true);
    const { sent } = await inGroup(question);
    expect(sent.map(({ seenBy }) => seenBy)).toEqual([bo.id]);
    expect(JSON.stringify(sent)).not.toContain('forRecipientAlone');
    expect((await inGroup('dialog')).sent.map(({ seenBy }) => seenBy)).toEqual([undefined]);
    const alone = await running.channel.say(running.chat(), anna, question);
    expect(alone.sent.map(({ seenBy }) => seenBy)).toEqual([undefined]);
  });

  it('comes to the group where Teams does not take a message for one person', async () => {
    await start(true);
    takesTargeted = false;
    const turn = await inGroup('tack');
    expect(wordsOf(turn)).toContain(texts.thanks);
    expect(turn.sent.map(({ seenBy }) => seenBy)).toEqual([undefined]);
  });
});
