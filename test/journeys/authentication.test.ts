import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { startChannel, type Channel } from '../../tools/localTeams/localTeams';
import { readConfig } from '../../src/shared/config';
import { startService, type Service } from '../../src/main';
import { outside, startCloud, tenantId } from './cloud';
import { anna } from './service';
import { ourContent, ourLibrary } from './ours';

let cloud: Awaited<ReturnType<typeof startCloud>>;
let service: Service;
let channel: Channel;
let authorization = '';
const logged: string[] = [];
const dataDir = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));

beforeAll(async () => {
  // The SDK prints the keys it knows when a token names another.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  cloud = await startCloud();
  const config = readConfig({
    ...outside,
    DATA_DIR: dataDir,
  });
  service = await startService(
    { ...config, port: 0, host: '127.0.0.1' },
    {
      log: pino({}, { write: (line: string) => void logged.push(line) }),
      now: () => new Date(),
      cloud: cloud.cloud,
      content: ourContent(),
      library: await ourLibrary(),
    },
  );
  channel = await startChannel({ botUrl: `${service.url}/api/messages`, tenantId, authorization: () => authorization });
});
afterAll(async () => {
  await service.stop();
  await channel.close();
  await cloud.close();
  rmSync(dataDir, { recursive: true });
});

let chats = 0;
const say = async (token: string, scheme = 'Bearer') => {
  authorization = token ? `${scheme} ${token}` : '';
  const chat = channel.conversation({ id: `a:${++chats}`, type: 'personal', members: [anna] });
  const { status, sent } = await channel.say(chat, anna, 'hej');
  return { status, replies: sent.length };
};
const claims = () => ({ serviceurl: channel.serviceUrl });

describe('outside local mode', () => {
  it('answers the channel', async () => {
    expect(await say(await cloud.token(claims()))).toEqual({ status: 200, replies: 1 });
  });

  it('knows the scheme in any case', async () => {
    expect(await say(await cloud.token(claims()), 'bearer')).toEqual({ status: 200, replies: 1 });
  });

  it.each([
    ['no token', () => ''],
    ['a token signed by somebody else', () => cloud.forged(claims())],
    ['a token signed with an unknown key', () => cloud.forged(claims(), 'key-9')],
    ['a token of a key for other channels', () => cloud.unendorsed(claims(), 'for others')],
    ['a token of a key for no channel', () => cloud.unendorsed(claims(), 'for nobody')],
    ['a token of a key that names no channel', () => cloud.unendorsed(claims(), 'unsaid')],
    ['a token for another app', () => cloud.token({ ...claims(), aud: 'another' })],
    ['a token from another issuer', () => cloud.token({ ...claims(), iss: 'https://sts.windows.net/x/' })],
    ['a token for another service URL', () => cloud.token({ serviceurl: 'https://smba.trafficmanager.net/' })],
    ['a token for no service URL', () => cloud.token({})],
  ])('answers 401 to %s, and nothing happens', async (_, token) => {
    expect(await say(await token())).toEqual({ status: 401, replies: 0 });
  });

  it('tells the operator why somebody was refused', async () => {
    logged.length = 0;
    await say(await cloud.forged(claims()));
    expect(logged.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({
        status: 401,
        reason: 'The token is not from the channel.',
        error: expect.stringMatching(/Error/) as string,
      }),
    ]);
  });

  it('answers 403 to another tenant, whatever its token', async () => {
    authorization = `Bearer ${await cloud.token(claims())}`;
    const chat = channel.conversation({ id: 'a:other', type: 'personal', members: [anna] });
    const turn = await channel.post(chat, anna, {
      type: 'message',
      text: 'hej',
      channelData: { tenant: { id: 'other' } },
    });
    expect([turn.status, turn.sent]).toEqual([403, []]);
  });
});
