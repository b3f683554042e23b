import { type Channel, type ChannelOptions, memberNamed, startChannel } from '../../../tools/localTeams/localTeams';
import { card, invokeResponse, startSdkBot } from './sdkBot';

const anna = memberNamed('Anna Åkerlund');
let bot: Awaited<ReturnType<typeof startSdkBot>>;
let channel: Channel;

beforeAll(async () => (bot = await startSdkBot()));
afterAll(() => bot.close());
afterEach(() => channel.close());

async function open(options: ChannelOptions = {}) {
  channel = await startChannel({ botUrl: bot.url, ...options });
  return channel.conversation({ id: 'a:anna', type: 'personal', members: [anna] });
}
const write = (text: string) =>
  fetch(`${channel.serviceUrl}v3/conversations/a:anna/activities`, {
    method: 'POST',
    body: JSON.stringify({ type: 'message', text }),
  });
const roster = () => fetch(`${channel.serviceUrl}v3/conversations/a:anna/members`);

describe('post', () => {
  it('returns the messages of this turn in order, without typing and without what other turns got', async () => {
    const conversation = await open();
    const said: string[] = [];
    bot.does(async (context) => {
      await context.sendActivities([{ type: 'typing' }, { type: 'message', text: `${context.activity.text} ett` }]);
      await context.sendActivity(`${context.activity.text} två`);
    });
    const turns = await Promise.all(['a', 'b'].map((text) => channel.say(conversation, anna, text)));
    for (const turn of turns) said.push(...turn.sent.map((m) => String(m.activity.text)));
    expect(said).toEqual(['a ett', 'a två', 'b ett', 'b två']);
    expect(channel.refusals).toEqual([]);
  });

  it('keeps what is given, so that an activity can come twice', async () => {
    const conversation = await open();
    bot.does(() => Promise.resolve());
    const { activity } = await channel.say(conversation, anna, 'Hej');
    await channel.post(conversation, anna, activity);
    expect(bot.heard.map((heard) => heard.id)).toEqual([activity.id, activity.id]);
    expect(channel.seen(conversation)).toHaveLength(1);
  });

  it('sends the authorization it was given', async () => {
    const conversation = await open({ authorization: () => 'Bearer inte-ett-intyg' });
    bot.does(() => Promise.resolve());
    await channel.say(conversation, anna, 'Hej');
    expect(bot.authorizations.at(-1)).toBe('Bearer inte-ett-intyg');
  });

  it('records a card in the response that Teams would not show', async () => {
    const conversation = await open();
    const value = card({ version: '1.6' });
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
    bot.does((context) => context.sendActivity(invokeResponse(200, body)));
    await channel.post(conversation, anna, { type: 'invoke', name: 'adaptiveCard/action', value: {} });
    expect(channel.refusals).toMatchObject([{ status: 400, message: expect.stringContaining('1.6') as unknown }]);
  });

  it('fails when there is no bot', async () => {
    const conversation = await open({ botUrl: 'http://127.0.0.1:1/api/messages' });
    await expect(channel.say(conversation, anna, 'Hej')).rejects.toThrow('start it');
  });
});

describe('onEvent', () => {
  it('tells at once what the bot does, as it stood then', async () => {
    const seen: string[] = [];
    const conversation = await open({ onEvent: (_where, event) => seen.push(`${event.kind} ${event.activity.text}`) });
    bot.does(async (context) => {
      const sent = await context.sendActivity('först');
      await context.updateActivity({ type: 'message', id: sent?.id, text: 'sedan' });
      await context.deleteActivity(sent!.id);
    });
    await channel.say(conversation, anna, 'Hej');
    expect(seen).toEqual(['sent först', 'updated sedan', 'deleted sedan']);
  });
});

describe('rates', () => {
  it('refuses the eighth message in a second with the time to wait, and takes it when that has passed', async () => {
    let clock = 1_700_000_000_000;
    await open({ now: () => clock });
    for (let n = 0; n < 7; n += 1) expect((await write('x')).status).toBe(201);
    const eighth = await write('x');
    expect([eighth.status, eighth.headers.get('Retry-After')]).toEqual([429, '1']);
    expect(channel.refusals).toMatchObject([{ status: 429 }]);
    expect((await roster()).status).toBe(200);
    clock += 1_000;
    expect((await write('x')).status).toBe(201);
  });

  it.each<[ChannelOptions, number]>([
    [{}, 1],
    [{ rates: 'none' }, 0],
  ])('refuses the 51st call of a second in the tenant, unless lifted: %j', async (options, refused) => {
    await open({ now: () => 1_700_000_000_000, ...options });
    const statuses: number[] = [];
    for (let n = 0; n < 51; n += 1) statuses.push((await roster()).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(refused);
  });
});

describe('fail', () => {
  it('fails before or after the call is carried out, and does not call that a refusal', async () => {
    let outcome: ReturnType<NonNullable<ChannelOptions['fail']>> = 502;
    const conversation = await open({ fail: () => outcome });
    expect((await write('borta')).status).toBe(502);
    outcome = { status: 504, delivered: true };
    expect((await write('framme')).status).toBe(504);
    outcome = undefined;
    expect((await write('hel')).status).toBe(201);
    expect(channel.seen(conversation).map((m) => m.activity.text)).toEqual(['framme', 'hel']);
    expect(channel.refusals).toEqual([]);
  });
});
