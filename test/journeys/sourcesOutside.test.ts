import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { startChannel } from '../../tools/localTeams/localTeams';
import { readConfig } from '../../src/shared/config';
import { startService } from '../../src/main';
import { outside, startCloud, tenantId } from './cloud';
import { anna, texts, wordsOf } from './service';
import { ourContent, ourLibrary } from './ours';

let cloud: Awaited<ReturnType<typeof startCloud>>;
beforeAll(async () => void (cloud = await startCloud()));
afterAll(() => cloud.close());

/** What a service with these settings says to a question, and where it is. */
async function answerOf(settings: Record<string, string>, act: (words: string, url: string) => Promise<void>) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
  const config = readConfig({
    ...outside,
    DATA_DIR: dataDir,
    ...settings,
  });
  const surroundings = {
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    cloud: cloud.cloud,
    content: ourContent(),
    library: await ourLibrary(),
  };
  const service = await startService({ ...config, port: 0, host: '127.0.0.1' }, surroundings);
  let authorization = '';
  const botUrl = `${service.url}/api/messages`;
  const channel = await startChannel({ botUrl, tenantId, authorization: () => authorization });
  authorization = `Bearer ${await cloud.token({ serviceurl: channel.serviceUrl })}`;
  const chat = channel.conversation({ id: 'a:1', type: 'personal', members: [anna] });
  await act(wordsOf(await channel.say(chat, anna, 'Vad säger Region Skåne om detaljstyrning?')), service.url);
  await service.stop();
  await channel.close();
  rmSync(dataDir, { recursive: true });
}

describe('outside local mode', () => {
  it('a quotation leads to the host that PAGE_HOST names, and the service shows the document there', async () => {
    await answerOf({ PAGE_HOST: 'coach.region.example' }, async (words, url) => {
      const [, link = ''] = /\]\(https:\/\/coach\.region\.example(\/dokument\/[^)#]+)#/.exec(words) ?? [];
      const response = await fetch(`${url}${link}`);
      expect([response.status, (await response.text()).includes(texts.document.cited)]).toEqual([200, true]);
    });
  });

  it('there is no link where nobody has said how people reach the service', async () => {
    await answerOf({}, (words) => {
      expect(words).toContain('Region Skåne');
      expect(words).not.toContain(texts.document.open);
      return Promise.resolve();
    });
  });
});
