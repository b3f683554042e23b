import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startProcess } from './store/otherProcess';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-main-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm start` with these settings; stderr goes the same way as stdout, so that a test can read it. */
const npmStart = (settings: Record<string, string>): ChildProcess =>
  startProcess(`Object.assign(process.env, ${JSON.stringify({ DATA_DIR: path.join(folder, 'data'), PORT: '0', ...settings })});
    process.stderr.write = (text) => process.stdout.write(text);
    require('./dist/src/serve.js');`);

async function failure(settings: Record<string, string>): Promise<{ code: number | null; said: string[] }> {
  const child = npmStart(settings);
  let said = '';
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: said.trim().split('\n') };
}

describe('npm start', () => {
  it('runs without settings, says what to do next, and ends cleanly on SIGTERM', async () => {
    const child = npmStart({});
    let said = '';
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    while (!said.includes('Ctrl+C')) await once(child.stdout!, 'data');
    const url = /http:\S+(?=\/api)/.exec(said)![0];
    expect(said).toContain('npm run chat');
    expect(said).toContain('npm run playground');
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' });
    expect(existsSync(path.join(folder, 'data', 'tillitscoachen.db'))).toBe(true);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('names PORT and the remedy when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const PORT = String((other.address() as AddressInfo).port);
    const { code, said } = await failure({ PORT });
    other.close();
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringMatching(new RegExp(`Port ${PORT} är upptagen.*PORT=`))]);
  });

  it('names DATA_DIR and the remedy when the folder cannot be used', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, said } = await failure({ DATA_DIR: path.join(file, 'data') });
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringContaining('DATA_DIR')]);
  });

  it('names DATA_DIR when nobody may write in the folder', async () => {
    const { code, said } = await failure({ DATA_DIR: '/proc/tillitscoachen' });
    expect([code, said]).toEqual([1, [expect.stringContaining('DATA_DIR')]]);
  });

  it('ends at once where PostgreSQL wants a password that DATABASE_URL does not have', async () => {
    // PostgreSQL's two questions (postgresql.org/docs/current/sasl-authentication.html): which way to log in, and the proof.
    const asks = [Buffer.from('R\0\0\0\x17\0\0\0\x0aSCRAM-SHA-256\0\0'), Buffer.from('R\0\0\0\x0b\0\0\0\x0br=x')];
    const server = createServer((login) => void login.on('data', () => login.write(asks.shift() ?? '')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, said } = await failure({
      DATABASE_URL: `postgres://tillit@127.0.0.1:${port}/tillit`,
      PGPASSWORD: '',
    });
    server.close();
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringMatching(/godtar inte användaren eller lösenordet.*DATABASE_URL/)]);
  });

  it('names SERVICE_KEY and how to make one when it is no key', async () => {
    const { code, said } = await failure({ SERVICE_KEY: 'för kort' });
    expect([code, said]).toEqual([1, [expect.stringMatching(/^SERVICE_KEY .*openssl rand -base64 32/)]]);
  });

  it('names every setting that is wrong, and refuses half a set of credentials', async () => {
    const { code, said } = await failure({ MICROSOFT_APP_ID: '22222222-2222-4222-8222-222222222222' });
    expect(code).toBe(78);
    expect(said.map((line) => line.split(' ')[0]).sort()).toEqual([
      'MICROSOFT_APP_PASSWORD',
      'MICROSOFT_APP_TENANT_ID',
      'SERVICE_KEY',
    ]);
  });
});
