import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { failedStart } from '../npmStart';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-main-'));
const DATA_DIR = path.join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm start', () => {
  it('names PORT and the remedy when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const PORT = String((other.address() as AddressInfo).port);
    const { code, said } = await failedStart({ DATA_DIR, PORT });
    other.close();
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringMatching(new RegExp(`Port ${PORT} är upptagen.*PORT=`))]);
  });

  it('names DATA_DIR when nobody may write in the folder', async () => {
    const { code, said } = await failedStart({ DATA_DIR: '/proc/tillitscoachen' });
    expect([code, said]).toEqual([1, [expect.stringContaining('DATA_DIR')]]);
  });

  it('ends at once where PostgreSQL wants a password that DATABASE_URL does not have', async () => {
    // PostgreSQL's two questions (postgresql.org/docs/current/sasl-authentication.html): which way to log in, and the proof.
    const asks = [Buffer.from('R\0\0\0\x17\0\0\0\x0aSCRAM-SHA-256\0\0'), Buffer.from('R\0\0\0\x0b\0\0\0\x0br=x')];
    const server = createServer((login) => void login.on('data', () => login.write(asks.shift() ?? '')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, said } = await failedStart({
      DATA_DIR,
      DATABASE_URL: `postgres://tillit@127.0.0.1:${port}/tillit`,
      PGPASSWORD: '',
    });
    server.close();
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringMatching(/godtar inte användaren eller lösenordet.*DATABASE_URL/)]);
  });

  it('names SERVICE_KEY and how to make one when it is no key', async () => {
    const { code, said } = await failedStart({ DATA_DIR, SERVICE_KEY: 'för kort' });
    expect([code, said]).toEqual([1, [expect.stringMatching(/^SERVICE_KEY .*openssl rand -base64 32/)]]);
  });
});
