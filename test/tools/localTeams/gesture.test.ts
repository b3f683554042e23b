import { type Channel, type Conversation, memberNamed, startChannel } from '../../../tools/localTeams/localTeams';
import { card, invokeResponse, message, startSdkBot } from './sdkBot';

const anna = memberNamed('Anna Åkerlund');
const bengt = memberNamed('Bengt Öst');
let bot: Awaited<ReturnType<typeof startSdkBot>>;
let channel: Channel;
let conversation: Conversation;

beforeAll(async () => (bot = await startSdkBot()));
afterAll(() => bot.close());
beforeEach(async () => {
  channel = await startChannel({ botUrl: bot.url });
  conversation = channel.conversation({ id: 'a:anna', type: 'personal', members: [anna] });
});
afterEach(() => channel.close());

describe('say', () => {
  it('brings what Teams tells about person, conversation and tenant', async () => {
    bot.does(() => Promise.resolve());
    await channel.say(conversation, anna, 'Hej');
    expect(bot.heard[0]).toMatchObject({
      type: 'message',
      text: 'Hej',
      channelId: 'msteams',
      serviceUrl: channel.serviceUrl,
      from: { id: anna.id, name: 'Anna Åkerlund', aadObjectId: anna.aadObjectId },
      recipient: channel.bot,
      conversation: { id: 'a:anna', conversationType: 'personal', tenantId: '11111111-1111-1111-1111-111111111111' },
      channelData: { tenant: { id: '11111111-1111-1111-1111-111111111111' } },
    });
  });

  it('mentions the bot in a group and threads what is said in a channel', async () => {
    const team = channel.conversation({ id: '19:team@thread.tacv2', type: 'channel', members: [anna, bengt] });
    bot.does((context) => context.sendActivity('svar'));
    const turn = await channel.say(team, bengt, 'Vad är tillit?');
    const heard = bot.heard[0];
    expect(heard?.text).toBe('<at>Tillitscoachen</at> Vad är tillit?');
    expect(heard?.entities).toContainEqual(expect.objectContaining({ type: 'mention', mentioned: channel.bot }));
    expect(heard?.conversation.id).toBe(`19:team@thread.tacv2;messageid=${turn.activity.id}`);
    expect(turn.sent).toHaveLength(1);
  });
});

describe('what is said', () => {
  it('mentions a member behind an at sign', async () => {
    const chat = channel.conversation({ id: '19:g', type: 'groupChat', members: [anna, bengt] });
    bot.does(() => Promise.resolve());
    await channel.say(chat, anna, 'hjälp @Bengt Öst');
    const [heard] = bot.heard;
    expect(heard?.text).toBe('<at>Tillitscoachen</at> hjälp <at>Bengt Öst</at>');
    const mentioned = { id: bengt.id, name: bengt.name };
    expect(heard?.entities).toContainEqual({ type: 'mention', text: '<at>Bengt Öst</at>', mentioned });
  });

  it('may quote a message ahead of it', async () => {
    bot.does((context) => context.sendActivity('a < b'));
    const { sent } = await channel.say(conversation, anna, 'Hej');
    await channel.quote(conversation, anna, sent[0]!, 'Varför?');
    expect(bot.heard[1]?.text).toBe('Varför?');
    expect(bot.heard[1]?.attachments?.[0]?.content).toMatch(
      /^<blockquote [^>]*schema\.skype\.com\/Reply[^]*a &lt; b[^]*<\/blockquote>\n<p>Varför\?<\/p>$/,
    );
  });

  it('may have fields that are null', async () => {
    bot.does(() => Promise.resolve());
    await channel.post(conversation, anna, { type: 'message', text: 'Hej' }, ['locale', 'from.name']);
    expect(bot.heard[0]).toMatchObject({ locale: null, from: { id: anna.id, name: null } });
  });
});

describe('press', () => {
  const fallback = { type: 'Action.Submit', data: { verb: 'next' } };
  const kept = { type: 'Input.Text', id: 'inte-ett-falt', isRequired: true };
  const asking = card({
    body: [
      { type: 'Input.Text', id: 'fraga', label: 'Fråga', maxLength: 10 },
      { type: 'Input.Toggle', id: 'egen', title: 'Egen', value: 'true' },
      { type: 'Input.ChoiceSet', id: 'vem', choices: [{ title: 'Jag', value: 'jag' }] },
      { type: 'Input.Number', id: 'antal' },
      { type: 'Input.Date', id: 'nar', isRequired: true, value: '2026-12-01' },
    ],
    actions: [
      { type: 'Action.Execute', title: 'Nästa', verb: 'next', data: { step: 1, kept }, fallback },
      { type: 'Action.Execute', title: 'Avbryt', verb: 'stop', associatedInputs: 'none' },
      { type: 'Action.Submit', title: 'Följdfråga', data: { msteams: { type: 'imBack', value: 'Och sedan?' } } },
    ],
  });
  const thanks = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Tack' };
  beforeEach(async () => {
    bot.does((context) =>
      context.sendActivity(context.activity.type === 'invoke' ? invokeResponse(200, thanks) : message(asking)),
    );
    await channel.say(conversation, anna, 'kort');
  });

  it('sends the data of the button, what was entered and what the card held; empty inputs not at all', async () => {
    const turn = await channel.press(conversation, anna, 'Nästa', { inputs: { fraga: 'Schemat' } });
    const replyToId = channel.seen(conversation)[1]?.id;
    expect(bot.heard.at(-1)).toMatchObject({ type: 'invoke', name: 'adaptiveCard/action', replyToId });
    expect(bot.heard.at(-1)?.value).toEqual({
      action: {
        type: 'Action.Execute',
        title: 'Nästa',
        verb: 'next',
        data: { step: 1, kept, fraga: 'Schemat', egen: 'true', nar: '2026-12-01' },
      },
      trigger: 'manual',
    });
    expect(turn).toMatchObject({ status: 200, body: thanks });
  });

  it('sends no inputs with a button that asks for none', async () => {
    await channel.press(conversation, anna, 'Avbryt');
    const { action } = bot.heard.at(-1)?.value as { action: object };
    expect(action).toEqual({ type: 'Action.Execute', title: 'Avbryt', verb: 'stop', data: {} });
  });

  it('sends a message with a value for the fallback of an older client', async () => {
    await channel.press(conversation, anna, 'next', { fallback: true });
    expect(bot.heard.at(-1)).toMatchObject({
      type: 'message',
      value: { verb: 'next', egen: 'true', nar: '2026-12-01' },
    });
    await expect(channel.press(conversation, anna, 'Avbryt', { fallback: true })).rejects.toThrow('no fallback');
  });

  it('says the words of an imBack button', async () => {
    await channel.press(conversation, anna, 'Följdfråga');
    expect(bot.heard.at(-1)).toMatchObject({ type: 'message', text: 'Och sedan?' });
  });

  it.each([
    [{ annat: 'x' }, 'no input "annat"'],
    [{ fraga: 'x'.repeat(11) }, 'longer than 10'],
    [{ vem: 'du' }, 'not among its choices'],
    [{ antal: 'två' }, 'not a number'],
    [{ nar: '1/12' }, 'not a date'],
    [{ nar: '' }, 'required'],
  ])('refuses %j, which a real client would not send', async (inputs, words) => {
    await expect(channel.press(conversation, anna, 'Nästa', { inputs })).rejects.toThrow(words);
  });

  it('refuses a button that is not there', async () => {
    await expect(channel.press(conversation, anna, 'Spara')).rejects.toThrow('No card has the button "Spara"');
  });

  it('presses the newest card, or the one of the message that is named', async () => {
    const older = channel.seen(conversation)[1]!;
    const newer = (await channel.say(conversation, anna, 'igen')).sent[0]!;
    await channel.press(conversation, anna, 'Nästa');
    expect(bot.heard.at(-1)?.replyToId).toBe(newer.id);
    await channel.press(conversation, anna, 'Nästa', { message: older });
    expect(bot.heard.at(-1)?.replyToId).toBe(older.id);
  });
});

describe('feedback', () => {
  it('sends the thumb and the word under a message that asks', async () => {
    bot.does((context) =>
      context.sendActivity(
        context.activity.type === 'invoke'
          ? invokeResponse(200)
          : { text: 'svar', channelData: { feedbackLoopEnabled: true } },
      ),
    );
    const { sent } = await channel.say(conversation, anna, 'Hej');
    const turn = await channel.feedback(conversation, anna, sent[0]!, 'dislike', 'för långt');
    expect(turn.status).toBe(200);
    expect(bot.heard.at(-1)).toMatchObject({ type: 'invoke', name: 'message/submitAction', replyToId: sent[0]?.id });
    expect(bot.heard.at(-1)?.value).toEqual({
      actionName: 'feedback',
      actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"för långt"}' },
    });
  });

  it('refuses under a message that does not ask', async () => {
    bot.does((context) => context.sendActivity('svar'));
    const { sent } = await channel.say(conversation, anna, 'Hej');
    await expect(channel.feedback(conversation, anna, sent[0]!, 'like')).rejects.toThrow('does not ask');
  });
});

describe('install, edit, react, remove', () => {
  it('tells the bot as Teams does', async () => {
    bot.does(() => Promise.resolve());
    await channel.install(conversation, anna);
    const { activity } = await channel.say(conversation, anna, 'Hej');
    const said = channel.seen(conversation)[0]!;
    await channel.edit(conversation, anna, said, 'Hej då');
    expect(channel.seen(conversation).map((m) => m.activity.text)).toEqual(['Hej då']);
    await channel.react(conversation, anna, said);
    await channel.remove(conversation, anna, said);
    expect(channel.seen(conversation)).toEqual([]);
    const { id } = activity;
    expect(bot.heard).toMatchObject([
      { type: 'conversationUpdate', membersAdded: [channel.bot] },
      { type: 'installationUpdate', action: 'add' },
      { type: 'message', id, text: 'Hej' },
      { type: 'messageUpdate', id, text: 'Hej då', channelData: { eventType: 'editMessage' } },
      { type: 'messageReaction', replyToId: id, reactionsAdded: [{ type: 'like' }] },
      { type: 'messageDelete', id, channelData: { eventType: 'softDeleteMessage' } },
    ]);
  });
});
