import { once } from 'node:events';
import { connect } from 'node:net';
import { Client } from 'pg';
import { startHeldChannel } from '../heldChannel';
import { onPostgres, temporaryFolder, temporaryPlace } from '../store/temporary';
import { aFreePort } from '../../tools/aFreePort';
import { longestDrain, startService } from './kill';

jest.setTimeout(180_000);

/** Posts a message whose turn is then under way; resolves with the answer's status, or with 'gone'. */
const post = (port: number, message: object): Promise<number | 'gone'> =>
  fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  }).then(
    ({ status }) => status,
    () => 'gone' as const,
  );

/** Tells the service to stop; gives its exit code and how long it took. */
async function stopped(service: Awaited<ReturnType<typeof startService>>) {
  const ended = once(service, 'exit');
  const told = performance.now();
  service.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  return { code, took: performance.now() - told };
}

describe('SIGTERM', () => {
  it('waits for a turn whose channel is silent, and ends well in time', async () => {
    const [channel, port] = [await startHeldChannel(), await aFreePort()];
    const service = await startService(port, { DATA_DIR: temporaryFolder() });
    const answer = post(port, channel.message('hej'));
    await channel.wasCalled;
    const { code, took } = await stopped(service);
    expect(code).toBe(0);
    expect(took).toBeLessThan(longestDrain);
    expect(await answer).not.toBe('gone');
    channel.close();
  });

  // On SQLite the service is the only process.
  if (onPostgres)
    it('ends a turn whose store hangs, and ends well in time', async () => {
      const [channel, port] = [await startHeldChannel(), await aFreePort()];
      const DATABASE_URL = await temporaryPlace();
      const service = await startService(port, { DATA_DIR: temporaryFolder(), DATABASE_URL });
      const locker = new Client({ connectionString: DATABASE_URL });
      await locker.connect();
      await locker.query('begin; lock table activities in access exclusive mode');
      channel.release();
      const answer = post(port, channel.message('hej'));
      while (!(await isWaiting(locker))) continue;
      const { code, took } = await stopped(service);
      expect(code).toBe(0);
      expect(took).toBeLessThan(longestDrain);
      expect(await answer).not.toBe('gone');
      await locker.end();
      channel.close();
    });

  it('does not wait longer than 25 seconds for a request that hangs', async () => {
    const port = await aFreePort();
    const service = await startService(port, { DATA_DIR: temporaryFolder() });
    // A caller that asks for more than fits into the connection and reads nothing, so the answers cannot be sent.
    const socket = connect(port, '127.0.0.1').pause();
    const request = `GET /hr/main.js HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`;
    await new Promise((resolve) => socket.write(request.repeat(200), resolve));
    await post(port, {});
    const { code, took } = await stopped(service);
    expect(code).toBe(1);
    expect(took).toBeLessThan(longestDrain);
    socket.destroy();
  });
});

/** Whether a statement waits for the lock. */
async function isWaiting(client: Client): Promise<boolean> {
  // In a transaction PostgreSQL goes on telling what it told first.
  await client.query('select pg_stat_clear_snapshot()');
  const { rows } = await client.query("select 1 from pg_stat_activity where wait_event_type = 'Lock'");
  return rows.length > 0;
}
