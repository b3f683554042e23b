import fc from 'fast-check';
import { memberNamed, type Turn } from '../../tools/localTeams/localTeams';
import { anna, bo, run, texts, wordsOf, type Running } from './service';
import { runs } from '../runs';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const sentTo = (chat: ReturnType<Running['chat']>) =>
  running.channel.seen(chat).filter(({ author }) => author === 'bot');

describe('a message as it is meant', () => {
  const eva = memberNamed('Eva Ek');
  let groups = 0;
  const inGroup = () =>
    running.channel.conversation({ id: `19:g${++groups}`, type: 'groupChat', members: [anna, bo, eva] });
  const found = (turn: Turn) => turn.sent[0]?.activity.channelData?.feedbackLoop;

  it('is a command, whomever it mentions', async () => {
    expect(wordsOf(await running.channel.say(inGroup(), bo, 'hjälp @Eva Ek'))).toContain(texts.help.title);
    expect(wordsOf(await running.channel.say(running.chat(), anna, 'hjälp @Eva'))).toContain(texts.help.title);
  });

  it('is a question, whomever it mentions', async () => {
    const group = inGroup();
    const bare = await running.channel.say(group, bo, 'Hur ger jag mer ansvar till medarbetarna?');
    const named = await running.channel.say(group, bo, 'Hur ger jag @Eva Ek mer ansvar till medarbetarna?');
    expect(found(bare)).toEqual({ type: 'custom' });
    expect(named.sent[0]!.activity.text).toBe(bare.sent[0]!.activity.text);
  });

  it('is what was written now, not what it quotes', async () => {
    const chat = running.chat();
    await running.channel.say(chat, anna, 'Vad är tillit?');
    const turn = await running.channel.quote(chat, anna, sentTo(chat)[0]!, 'hjälp');
    expect(wordsOf(turn)).toContain(texts.help.title);
  });

  it.each([
    ['markup', { text: 'hj&auml;lp&nbsp;<at id="1">Eva &amp; Bo</at>', textFormat: 'xml' }],
    ['only HTML', { attachments: [{ contentType: 'text/html', content: '<div><p>hj&auml;lp</p></div>' }] }],
  ])('may be %s', async (_, written) => {
    const turn = await running.channel.post(running.chat(), anna, { type: 'message', ...written });
    expect(wordsOf(turn)).toContain(texts.help.title);
  });

  it('keeps the name of a colleague in what is written in a guide', async () => {
    const chat = running.chat();
    await running.channel.say(chat, anna, 'delegering');
    await running.channel.say(chat, anna, 'Schemat lämnar jag till <at>Eva Ek</at>');
    await running.channel.press(chat, anna, 'back');
    expect(JSON.stringify(sentTo(chat).map(({ activity }) => activity))).toContain('Schemat lämnar jag till Eva Ek');
  });
});

describe('a field that need not be there', () => {
  const optional = [
    ...[
      'id',
      'name',
      'locale',
      'textFormat',
      'timestamp',
      'value',
      'replyToId',
      'entities',
      'attachments',
      'channelData',
    ],
    ...['channelData.tenant', 'channelData.eventType', 'from.name', 'from.aadObjectId', 'from.role', 'recipient.name'],
    ...['conversation.tenantId', 'conversation.conversationType', 'conversation.isGroup', 'conversation.name'],
    ...['membersAdded', 'membersRemoved', 'reactionsAdded', 'localTimestamp', 'localTimezone', 'summary', 'inputHint'],
    ...['label', 'importance', 'expiration', 'suggestedActions', 'attachmentLayout', 'action', 'relatesTo', 'code'],
  ];
  const said = (asNull: readonly string[]) =>
    running.channel.post(running.chat(), anna, { type: 'message', text: 'hjälp' }, asNull);

  it('may be null: the answer is the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(optional), async (asNull) => {
        const turn = await said(asNull);
        expect([turn.status, turn.sent.length]).toEqual([200, 1]);
        expect(wordsOf(turn)).toContain(texts.help.title);
      }),
      { numRuns: runs(80), examples: [...optional.map((path) => [[path]] as [string[]]), [optional]] },
    );
  });

  it.each(['type', 'channelId', 'serviceUrl', 'from', 'recipient', 'conversation', 'from.id', 'conversation.id'])(
    'is not %s: null there is refused',
    async (path) => {
      expect(await said([path])).toMatchObject({ status: 400, sent: [] });
    },
  );
});
