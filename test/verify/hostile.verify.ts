import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { fill } from '../../src/shared/texts';
import { anna, run, texts, wordsOf, type Running } from '../journeys/service';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterAll(async () => {
  await running.stop();
});
afterEach(async () => {
  expect(running.channel.refusals).toEqual([]);
  // The bot still answers after all that came.
  const { status, sent } = await running.channel.say(running.chat(), anna, 'hej');
  expect([status, sent.length]).toEqual([200, 1]);
});

const endpoint = () => `${running.service.url}/api/messages`;
const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  fetch(endpoint(), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
const say = (text: string) => running.channel.say(running.chat(), anna, text);

describe('a strange message gets an understandable reply', () => {
  it.each([
    ['empty text', '', texts.emptyMessage],
    ['white space', ' \n\t ', texts.emptyMessage],
    ['control characters', '\u0000\u0007\u200b\u202e', texts.emptyMessage],
    ['one letter', 'x', texts.emptyMessage],
    ['emoji alone', '😀👍🏽', texts.emptyMessage],
    ['control characters in a word', 'hj\u0000älp', ''],
    ['half an emoji', 'Vad är \ud83d tillit?', ''],
    ['a field query', 'title:tillit', ''],
    ['fuzziness', 'semesterlön~8 tillit~100', ''],
    ['boosts and wildcards', '+tillit^1000 -styrning *a* ^ ~ : \\', ''],
    ['a template', '${$root} ${if(true, 1, 2)}', ''],
    ['markup', '<script>alert(1)</script> tillit', ''],
    ['a prototype', '__proto__ constructor toString', ''],
  ])('%s', async (_, text, words) => {
    const turn = await say(text);
    expect([turn.status, turn.sent.length]).toEqual([200, 1]);
    expect(wordsOf(turn)).toContain(words);
  });

  it('20,000 characters: reads the beginning and says so', async () => {
    const turn = await say('Hur undviker jag detaljstyrning? '.repeat(625).slice(0, 20_000));
    expect(wordsOf(turn)).toContain(fill(texts.tooLong, { limit: '1000' }));
  });

  it('one word of 20,000 letters', async () => {
    expect((await say('x'.repeat(20_000))).sent).toHaveLength(1);
  });

  it('only an attachment', async () => {
    const activity = {
      type: 'message',
      attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1/x.png' }],
    };
    const turn = await running.channel.post(running.chat(), anna, activity);
    expect(wordsOf(turn)).toContain(texts.attachmentOnly);
  });

  it('only a mention', async () => {
    const group = running.channel.conversation({ id: '19:mention', type: 'groupChat', members: [anna] });
    expect(wordsOf(await running.channel.say(group, anna, ''))).toContain(texts.emptyMessage);
  });

  it('anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.json()),
        async (text) => {
          const turn = await say(text);
          expect([turn.status, turn.sent.length]).toEqual([200, 1]);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a strange press gets an understandable reply', () => {
  let at = 0;
  const press = (value: unknown, name = 'adaptiveCard/action') =>
    running.channel.post(running.chat(), anna, { type: 'invoke', name, value, replyToId: String(++at) });

  it.each([
    ['an unknown verb', { action: { type: 'Action.Execute', verb: 'radera', data: {} } }],
    ['no verb', { action: { type: 'Action.Execute' } }],
    ['data of another shape', { action: { type: 'Action.Execute', verb: 'ask', data: { question: { $ne: 1 } } } }],
    ['a list for data', { action: { type: 'Action.Execute', verb: 'ask', data: [1] } }],
    ['null for data', { action: { type: 'Action.Execute', verb: 'cite', data: null } }],
    ['a question too long', { action: { type: 'Action.Execute', verb: 'ask', data: { question: 'x'.repeat(1001) } } }],
  ])('%s', async (_, value) => {
    const turn = await press(value);
    expect(turn.status).toBe(200);
    expect(wordsOf(turn)).toContain(texts.notUnderstood);
  });

  it('a passage that the documents no longer have', async () => {
    const turn = await press({ action: { type: 'Action.Execute', verb: 'cite', data: { passage: 'borta#1' } } });
    expect(wordsOf(turn)).toContain(texts.passageGone);
  });

  it.each([[undefined], [null], ['x'], [{}], [{ action: null }], [{ action: { type: 'Action.Http' } }]])(
    'a value that is no press (%j) is refused with 4xx',
    async (value) => {
      expect((await press(value)).status).toBe(400);
    },
  );

  it.each(['task/fetch', 'composeExtension/query', 'signin/verifyState', 'unknown'])(
    'the invoke %s is refused with 4xx',
    async (name) => {
      expect((await press({}, name)).status).toBe(400);
    },
  );

  it.each([
    [{}],
    [{ actionName: 'feedback' }],
    [{ actionName: 'feedback', actionValue: { reaction: 'love' } }],
    [null],
  ])('feedback of the wrong shape (%j) is no error of ours', async (value) => {
    expect((await press(value, 'message/submitAction')).status).toBeLessThan(500);
  });

  it('submitted data of another shape', async () => {
    const turn = await running.channel.post(running.chat(), anna, { type: 'message', value: { verb: 7 } });
    expect(wordsOf(turn)).toContain(texts.notUnderstood);
  });
});

describe('a body that is no activity is refused with 4xx', () => {
  it.each(['{}', '[]', 'null', '7', '"x"', '', '{', '{"type":"message"}', '\ufeff'])('%j', async (body) => {
    expect((await post(body)).status).toBe(400);
  });

  it.each([
    ['locale', 5],
    ['from', { id: '29:x', name: 5 }],
    ['recipient', { id: '28:x', role: {} }],
    ['conversation', { id: 'a:1', isGroup: 'x' }],
    ['conversation', { id: 'a:1', name: 5 }],
  ])('with %s of the wrong kind (%j)', async (field, value) => {
    const { activity } = await running.channel.say(running.chat(), anna, 'hej');
    const response = await post(JSON.stringify({ ...activity, id: `wrong ${JSON.stringify(value)}`, [field]: value }));
    expect(response.status).toBe(400);
  });

  it('says what is missing', async () => {
    expect(await (await post('{"type":"message"}')).json()).toMatchObject({
      error: expect.stringContaining('conversation') as string,
    });
  });

  it('compressed, however small, and never inflates it', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
    expect((await post(bomb, { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it.each(['multipart/form-data; boundary=x', 'text/plain', 'application/x-www-form-urlencoded'])(
    'as %s',
    async (type) => {
      expect((await post('--x--', { 'content-type': type })).status).toBe(415);
    },
  );

  it('300 KB, announced or in pieces', async () => {
    const large = JSON.stringify({ text: 'x'.repeat(300 * 1024) });
    expect((await post(large)).status).toBe(413);
    const pieces = new ReadableStream({
      start(stream) {
        for (let sent = 0; sent < large.length; sent += 65_536)
          stream.enqueue(Buffer.from(large.slice(sent, sent + 65_536)));
        stream.close();
      },
    });
    const response = await fetch(endpoint(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: pieces,
      duplex: 'half',
    });
    expect(response.status).toBe(413);
  });

  it('nested as deep as it fits', async () => {
    const chat = running.chat();
    const { activity } = await running.channel.say(chat, anna, 'hej');
    const deep = JSON.stringify({ ...activity, id: 'deep', text: undefined, value: 'HERE' }).replace(
      '"HERE"',
      '['.repeat(60_000) + ']'.repeat(60_000),
    );
    expect((await post(deep)).status).toBeLessThan(500);
  });

  it('broken off in the middle', async () => {
    const { port } = new URL(endpoint());
    const socket = connect(Number(port), '127.0.0.1');
    const head = ['POST /api/messages HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Content-Type: application/json'];
    socket.write([...head, 'Content-Length: 100', 'Expect: 100-continue', '', '{"type"'].join('\r\n'));
    // The service says so when it has the head and goes on to read the body.
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(String(answer)).toMatch(/^HTTP\/1\.1 100 /);
    socket.destroy();
  });

  it.each(['GET', 'PUT', 'DELETE'])('%s', async (method) => {
    expect((await fetch(endpoint(), { method })).status).toBe(405);
  });

  it('an unknown address', async () => {
    expect((await fetch(`${running.service.url}/admin`)).status).toBe(404);
  });
});
