import { anna, bo, run, texts, wordsOf, type Running } from './service';

let running: Running;
beforeAll(async () => void (running = await run()));
afterAll(async () => {
  expect(running.channel.refusals).toEqual([]);
  await running.stop();
});

const leaning = (question: string) => texts.followOn.notice.replace('{question}', question);

/** What a manager says in a new chat, in order, and the last reply. */
async function last(...said: string[]): Promise<string> {
  const chat = running.chat();
  let words = '';
  for (const text of said) words = wordsOf(await running.channel.say(chat, anna, text));
  return words;
}

describe('a question that leans on the one before', () => {
  it('is answered as both together, and says which it leans on', async () => {
    const words = await last('Vad säger VGR om uppföljning?', 'och Jämtland?');
    expect(words).toContain(leaning('Vad säger VGR om uppföljning?'));
    expect(words).toContain('Jämtland Härjedalen');
  });

  it('brings what has not been shown when a manager asks for more, until there is no more', async () => {
    const chat = running.chat();
    const seen = [wordsOf(await running.channel.say(chat, anna, 'Hur undviker jag detaljstyrning?'))];
    for (let n = 0; n < 30 && !seen.at(-1)!.includes(texts.followOn.noMore); n++)
      seen.push(wordsOf(await running.channel.say(chat, anna, 'mer')));
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.at(-1)).toContain(texts.followOn.noMore);
  });

  it('leans on the question of a button too', async () => {
    const chat = running.chat();
    await running.channel.say(chat, anna, 'hej');
    await running.channel.press(chat, anna, 'Hur undviker jag detaljstyrning?');
    expect(wordsOf(await running.channel.say(chat, anna, 'ge fler exempel'))).toContain(
      leaning('Hur undviker jag detaljstyrning?'),
    );
  });

  it('stands alone after ten minutes', async () => {
    const chat = running.chat();
    await running.channel.say(chat, anna, 'Vad är tillit?');
    running.pass(10 * 60_000);
    expect(wordsOf(await running.channel.say(chat, anna, 'mer'))).toContain(texts.followOn.moreOfWhat);
  });

  it('says that there is nothing to tell more of where the question before got no answer', async () => {
    expect(await last('Hur bakar jag surdegsbröd?', 'mer')).toContain(texts.followOn.moreOfWhat);
  });

  it('leans on nobody else’s, and not on what was asked elsewhere', async () => {
    const group = running.channel.conversation({ id: '19:g', type: 'groupChat', members: [anna, bo] });
    await last('Vad är tillit?');
    await running.channel.say(group, bo, 'Vad är tillit?');
    expect(wordsOf(await running.channel.say(group, anna, 'mer'))).toContain(texts.followOn.moreOfWhat);
  });

  it('does not lean on what people should hear', async () => {
    const words = await last('min medarbetare blir hotad och slagen av sin chef', 'mer');
    expect(words).toContain(texts.followOn.moreOfWhat);
  });

  it('does not lean on what was written in a guide', async () => {
    const chat = running.chat();
    await running.channel.say(chat, anna, 'guider');
    await running.channel.say(chat, anna, 'Lämna över ett uppdrag');
    await running.channel.say(chat, anna, 'Jag vill lämna över schemat till Kim');
    await running.channel.say(chat, anna, 'avbryt');
    expect(wordsOf(await running.channel.say(chat, anna, 'mer'))).toContain(texts.followOn.moreOfWhat);
  });

  it('is no Markdown, whatever the manager wrote', async () => {
    const words = await last('Vad är [tillit](http://x.se) <b>*egentligen*</b>?', 'mer');
    // What a button carries along is shown to nobody.
    expect(words.replace(/"data":\{[^}]*\}/g, '')).not.toMatch(/\]\(http:\/\/x|<b>/);
  });
});
