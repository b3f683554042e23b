import { type Turn } from '../../tools/localTeams/localTeams';
import { run as runPerson } from '../../src/cli/person';
import { lineTo, type Line } from '../postgres/line';
import { temporaryPlace } from '../store/temporary';
import { anna, run, texts, wordsOf, type Running } from './service';

let line: Line;
let running: Running;
beforeAll(async () => {
  line = await lineTo(await temporaryPlace());
  running = await run({ databaseUrl: line.url });
});
afterAll(async () => {
  await running.stop();
  await line.close();
});
afterEach(() => expect(running.channel.refusals).toEqual([]));

const question = 'Hur undviker jag detaljstyrning?';
const say = (text: string, chat = running.chat()) => running.channel.say(chat, anna, text);
const isAnswer = (turn: Turn) => turn.sent.some(({ activity }) => activity.text?.includes('[1]'));
const health = async () => (await fetch(`${running.service.url}/health`)).status;

describe('a service on PostgreSQL', () => {
  it('answers, keeps what a person thinks of the answer, and knows it after a restart', async () => {
    const chat = running.chat();
    const { sent } = await say(question, chat);
    await running.channel.feedback(chat, anna, sent[0]!, 'dislike', 'Mest om möten');
    await running.restart();
    const lines: string[] = [];
    expect(await runPerson(['export', anna.email], (text) => lines.push(text), running.settings)).toBe(0);
    expect(JSON.parse(lines.join('\n'))).toMatchObject([
      { name: anna.name, feedback: [{ reaction: 'dislike', words: 'Mest om möten' }] },
    ]);
  });
});

describe('while the database is away', () => {
  it('a person is told so, and answered again when it is back, without a restart', async () => {
    expect([isAnswer(await say(question)), await health()]).toEqual([true, 200]);
    line.cut();
    for (const text of [question, 'mina svar']) expect(wordsOf(await say(text)).trim()).toBe(`${texts.error} []`);
    expect(await health()).toBe(503);
    line.mend();
    expect([isAnswer(await say(question)), await health()]).toEqual([true, 200]);
  });

  it('a person is told so also where it has fallen silent, before Teams gives up', async () => {
    await say(question);
    line.silence();
    expect(wordsOf(await say(question))).toContain(texts.error);
    expect(isAnswer(await say(question))).toBe(true);
  });

  it('a pressed button on a guide says so, and the guide goes on where it was', async () => {
    const chat = running.chat();
    await say('delegering', chat);
    line.cut();
    expect((await running.channel.press(chat, anna, 'Pausa')).body).toMatchObject({ value: texts.error });
    line.mend();
    expect(wordsOf(await say('fortsätt', chat))).not.toContain(texts.error);
  });
});
