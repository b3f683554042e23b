import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
