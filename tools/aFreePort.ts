import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A port of this machine that was free a moment ago; a service may take it again after each kill. */
export async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
