import { agentsChannel } from './agentsChannel';
import { newManager } from './manager';
import { waitFor } from './sent';
import { filled } from './walk';
import { cardsOf } from '../../tools/localTeams/localTeams';
import { run, texts, type Running } from './service';

let running: Running;
beforeAll(async () => {
  running = await run({ sdk: agentsChannel() });
});
afterAll(async () => {
  await running.stop();
});
afterEach(() => {
  expect(running.channel.refusals).toEqual([]);
});

describe('the bot on @microsoft/agents-hosting', () => {
  it('answers a question with a card, its source and its citations', async () => {
    const { sent, status } = await newManager(running).say('Vad säger Region Skåne om detaljstyrning av medarbetare?');
    expect([status, sent.length]).toEqual([200, 1]);
    const { activity } = sent[0]!;
    expect(activity.text).toMatch(/^Så står det i .+\[1\]/);
    expect(JSON.stringify(cardsOf(activity))).toContain('ställer sig inte bakom en detaljstyrning');
    const [entity] = activity.entities as { citation: { position: number; appearance: { name: string } }[] }[];
    expect(entity!.citation[0]).toMatchObject({
      position: 1,
      appearance: { name: expect.stringContaining('Region') as string },
    });
  });

  it('answers a press with the next card, and puts it in the place of the one that was pressed', async () => {
    const manager = newManager(running);
    await manager.say('delegering');
    const before = manager.shown();
    const { status, body, updated, sent } = await manager.press(
      'next',
      filled(manager.newest(), () => 0),
    );
    expect([status, sent.length, updated.length]).toEqual([200, 0, 1]);
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: cardsOf(updated[0]!.activity)[0],
    });
    expect(manager.shown()).not.toBe(before);
  });

  it('answers a press that is none with 400, as ever', async () => {
    const manager = newManager(running);
    const activity = { type: 'invoke', name: 'task/fetch', value: {} };
    expect((await running.channel.post(manager.chat, manager.person, activity)).status).toBe(400);
  });

  it('writes by itself to a person who got the app, and knows the name from the roster', async () => {
    const manager = newManager(running);
    await running.channel.install(manager.chat, manager.person);
    await waitFor(running, () => manager.chat.messages.some(({ author }) => author === 'bot'));
    expect(JSON.stringify(manager.chat.messages)).toContain(texts.welcome.title);
    const known = () =>
      running.stored((db) =>
        db.selectFrom('people').select('name').where('id', '=', manager.person.aadObjectId).executeTakeFirstOrThrow(),
      );
    await waitFor(running, async () => (await known()).name === manager.person.name);
  });
});

describe('a channel that refuses', () => {
  it('is heard: a person who has blocked the bot is written to once', async () => {
    const calls: string[] = [];
    const blocked = await run({
      sdk: agentsChannel(),
      fail: ({ method, path }) => {
        if (method !== 'POST') return undefined;
        calls.push(path.join('/'));
        return 403;
      },
    });
    const manager = newManager(blocked);
    await blocked.channel.install(manager.chat, manager.person);
    const states = () =>
      blocked.stored((db) => db.selectFrom('deliveries').select('state').where('purpose', '=', 'welcome').execute());
    await waitFor(blocked, async () => (await states()).some(({ state }) => state === 'blocked'));
    expect(calls).toHaveLength(1);
    await blocked.stop();
  });
});
