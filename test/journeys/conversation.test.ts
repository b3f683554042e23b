import { cardsOf } from '../../tools/localTeams/localTeams';
import { anna, bo, run, texts, wordsOf, type Running } from './service';

let running: Running;
beforeEach(async () => {
  running = await run();
});
afterEach(async () => {
  expect(running.channel.refusals).toEqual([]);
  await running.stop();
});

const sentTo = (chat: ReturnType<Running['chat']>) =>
  running.channel.seen(chat).filter(({ author }) => author === 'bot');

describe('commands', () => {
  it.each([
    ['hej', texts.greeting.lead],
    ['Hej! 👋', texts.greeting.lead],
    ['Hello', texts.greeting.lead],
    ['hjälp', texts.help.title],
    ['HELP', texts.help.title],
    ['?', texts.help.title],
    ['om', 'Region Gävleborg'],
    ['avbryt', texts.cancelled],
    ['tack!', texts.thanks],
    ['Vem har gjort dig?', texts.aboutBot],
    ['Det stämmer inte!', texts.misunderstood],
    ['skriv ut svaret', texts.cannot],
    ['vilket år kom redovisningen från Jämtland', 'augusti 2023'],
  ])('%s is understood', async (said, words) => {
    const turn = await running.channel.say(running.chat(), anna, said);
    expect(wordsOf(turn)).toContain(words);
  });

  it('that comment on an answer are the manager’s own words in a guide', async () => {
    const chat = running.chat();
    await running.channel.say(chat, anna, 'delegering');
    const turn = await running.channel.say(chat, anna, 'Det stämmer inte!');
    expect(wordsOf(turn)).not.toContain(texts.misunderstood);
  });

  it('stand alone: a question that begins with one is a question', async () => {
    const turn = await running.channel.say(running.chat(), anna, 'hjälp mig att undvika detaljstyrning');
    expect(turn.sent[0]!.activity.channelData?.feedbackLoop).toEqual({ type: 'custom' });
  });
});

describe('in a group', () => {
  it.each(['groupChat', 'channel'] as const)('answers in a %s when it is mentioned', async (type) => {
    const group = running.channel.conversation({ id: `19:${type}`, type, members: [anna, bo] });
    const turn = await running.channel.say(group, bo, 'Hur undviker jag detaljstyrning?');
    expect(turn.sent[0]!.activity.text).toContain('[1]');
  });

  it('says nothing when people talk to each other', async () => {
    const group = running.channel.conversation({ id: '19:g', type: 'groupChat', members: [anna, bo] });
    const turn = await running.channel.post(group, bo, { type: 'message', text: 'Ska vi äta lunch?' });
    expect(turn.sent).toEqual([]);
  });

  it('introduces itself once when it is added, and keeps no private address', async () => {
    const group = running.channel.conversation({ id: '19:g', type: 'groupChat', members: [anna, bo] });
    await running.channel.install(group, anna);
    expect(sentTo(group)).toHaveLength(1);
    await running.channel.say(group, anna, 'hej');
    const people = await running.stored((db) => db.selectFrom('people').select(['address', 'name']).execute());
    expect(people).toEqual([{ address: null, name: null }]);
  });
});

describe('one activity, one effect', () => {
  it('answers a message once, however often it is delivered', async () => {
    const chat = running.chat();
    const first = await running.channel.say(chat, anna, 'Vad är tillit?');
    for (let again = 0; again < 3; again++) await running.channel.post(chat, anna, first.activity);
    await Promise.all([1, 2].map(() => running.channel.post(chat, anna, first.activity)));
    expect(sentTo(chat)).toHaveLength(1);
  });

  it('answers two deliveries at the same moment once', async () => {
    const chat = running.chat();
    const message = { type: 'message', id: 'same', text: 'Vad är tillit?' };
    await Promise.all([1, 2, 3].map(() => running.channel.post(chat, anna, message)));
    expect(sentTo(chat)).toHaveLength(1);
  });

  it('takes a double click for one, also after a restart', async () => {
    const chat = running.chat();
    await running.channel.say(chat, anna, 'hej');
    const button = 'Vad är tillitsbaserad styrning?';
    const card = sentTo(chat)[0]!;
    await running.channel.press(chat, anna, button, { message: card });
    await running.restart();
    const again = await running.channel.press(chat, anna, button, { message: card });
    expect(again.body).toMatchObject({ statusCode: 200, value: texts.alreadyPressed });
    expect(sentTo(chat)).toHaveLength(2);
  });

  it('answers an edited question anew, and says so', async () => {
    const chat = running.chat();
    await running.channel.say(chat, anna, 'Hur undviker jag detaljstyr?');
    const mine = running.channel.seen(chat).find(({ author }) => author === anna.id)!;
    const turn = await running.channel.edit(chat, anna, mine, 'Hur undviker jag detaljstyrning?');
    expect(wordsOf(turn)).toContain(texts.edited);
  });

  it('does nothing when a message is deleted', async () => {
    const chat = running.chat();
    await running.channel.say(chat, anna, 'hej');
    const mine = running.channel.seen(chat).find(({ author }) => author === anna.id)!;
    const turn = await running.channel.remove(chat, anna, mine);
    expect([turn.status, turn.sent]).toEqual([200, []]);
  });
});

describe('what the service forgets', () => {
  it('is what it has done and answered, 90 days after', async () => {
    await running.channel.say(running.chat(), anna, 'Vad är tillit?');
    running.pass(91 * 24 * 60 * 60 * 1000);
    await running.restart();
    const left = await running.stored(async (db) => [
      ...(await db.selectFrom('activities').selectAll().execute()),
      ...(await db.selectFrom('answers').selectAll().execute()),
    ]);
    expect(left).toEqual([]);
  });
});

describe('when Teams fails', () => {
  const failing = async (status: number, times: number, delivered = false) => {
    await running.stop();
    let left = times;
    const fail = ({ method }: { method: string }) => {
      if (method !== 'POST' || left <= 0) return undefined;
      left -= 1;
      return delivered ? { status, delivered: true as const } : status;
    };
    running = await run({ fail });
    return running.chat();
  };

  it('waits and sends again on 429', async () => {
    const chat = await failing(429, 1);
    const turn = await running.channel.say(chat, anna, 'hej');
    expect(wordsOf(turn)).toContain(texts.greeting.lead);
    expect(sentTo(chat)).toHaveLength(1);
  });

  it('does not send the same again when a message was delivered and its receipt lost', async () => {
    const chat = await failing(502, 1, true);
    await running.channel.say(chat, anna, 'hej');
    const cards = sentTo(chat).filter(({ activity }) => cardsOf(activity).length);
    expect(cards).toHaveLength(1);
  });

  it('is quiet when the person has blocked the bot', async () => {
    const chat = await failing(403, 5);
    const turn = await running.channel.say(chat, anna, 'hej');
    expect(turn.status).toBe(200);
    expect(running.logged.join('')).toContain('"status":403');
  });

  it('answers the channel with a bare error when it cannot even apologise, and can be asked again', async () => {
    const chat = await failing(500, 2);
    const message = { type: 'message', id: 'm1', text: 'hej' };
    const failed = await running.channel.post(chat, anna, message);
    expect([failed.status, failed.body]).toEqual([500, { error: 'Something went wrong here.' }]);
    expect((await running.channel.post(chat, anna, message)).sent).toHaveLength(1);
  });

  it('does not ask a roster again that has refused the manager', async () => {
    await running.stop();
    let asked = 0;
    running = await run({ fail: ({ method }) => (method === 'GET' ? ((asked += 1), 403) : undefined) });
    const chat = running.chat();
    for (const text of ['hej', 'om', 'hjälp']) await running.channel.say(chat, anna, text);
    expect(asked).toBe(1);
  });

  it('answers without a roster', async () => {
    await running.stop();
    running = await run({ fail: ({ method }) => (method === 'GET' ? 500 : undefined) });
    const chat = running.chat();
    const turn = await running.channel.say(chat, anna, 'hej');
    expect([turn.status, turn.sent.length]).toEqual([200, 1]);
  });
});
