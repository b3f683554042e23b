import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHeldChannel } from './heldChannel';
import { failedStart, npmStart } from './npmStart';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-main-'));
const DATA_DIR = path.join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm start', () => {
  it('runs without settings, says what to do next, and ends cleanly on SIGTERM', async () => {
    const child = npmStart({ DATA_DIR });
    let said = '';
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    while (!said.includes('Ctrl+C')) await once(child.stdout!, 'data');
    const url = /http:\S+(?=\/api)/.exec(said)![0];
    expect(said).toContain('npm run chat');
    expect(said).toContain('npm run playground');
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' });
    expect(existsSync(path.join(DATA_DIR, 'tillitscoachen.db'))).toBe(true);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('at SIGTERM says so to probes, takes nothing new, finishes the turn under way, and ends', async () => {
    const channel = await startHeldChannel();
    const child = npmStart({ DATA_DIR, LOG_LEVEL: 'info' });
    let said = '';
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    while (!said.includes('Ctrl+C')) await once(child.stdout!, 'data');
    const url = /http:\S+(?=\/api)/.exec(said)![0];
    const send = () =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(channel.message('Vad säger kanariefågeln om tillit?')),
      });
    const turn = send();
    await channel.wasCalled;
    child.kill('SIGTERM');
    while (!said.includes('"stopping"')) await once(child.stdout!, 'data');
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', notReady: ['stopping'] }]);
    expect((await send()).status).toBe(503);
    channel.release();
    expect((await turn).status).toBe(200);
    expect(await once(child, 'close')).toEqual([0, null]);
    channel.close();
    const lines = said.split('\n').filter((line) => line.startsWith('{'));
    expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({ turn: 'message', correlation: expect.stringMatching(/^[0-9a-f]{32}$/) as string }),
    );
    expect(lines.join('')).not.toMatch(/kanarie|Anna|33333333/i);
  });

  it('names DATA_DIR and the remedy when the folder cannot be used', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, said } = await failedStart({ DATA_DIR: path.join(file, 'data') });
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringContaining('DATA_DIR')]);
  });

  it('names every setting that is wrong, and refuses half a set of credentials', async () => {
    const { code, said } = await failedStart({ DATA_DIR, MICROSOFT_APP_ID: '22222222-2222-4222-8222-222222222222' });
    expect(code).toBe(78);
    expect(said.map((line) => line.split(' ')[0]).sort()).toEqual([
      'MICROSOFT_APP_PASSWORD',
      'MICROSOFT_APP_TENANT_ID',
      'SERVICE_KEY',
    ]);
  });
});
