import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';

/** A channel that answers no call of the bot until it is told to, so that the turn waits. */
export async function startHeldChannel() {
  const waiting: ServerResponse[] = [];
  let isHeld = true;
  let called = () => {};
  const wasCalled = new Promise<void>((resolve) => (called = resolve));
  const answer = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: randomUUID() }));
  };
  const server = createServer((request, response) => {
    request.resume();
    if (!isHeld) return void answer(response);
    waiting.push(response);
    called();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    /** A message in a personal chat, as the channel posts it. */
    message: (text: string) => ({
      ...{
        type: 'message',
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl,
        text,
        timestamp: new Date().toISOString(),
      },
      from: { id: '29:anna', name: 'Anna', aadObjectId: '33333333-3333-4333-8333-333333333333' },
      recipient: { id: '28:bot', name: 'Tillitscoachen' },
      conversation: { id: 'a:anna', conversationType: 'personal', tenantId: '11111111-1111-4111-8111-111111111111' },
      channelData: { tenant: { id: '11111111-1111-4111-8111-111111111111' } },
    }),
    /** Resolves when the bot has called: the turn is under way, and waits. */
    wasCalled,
    release: () => {
      isHeld = false;
      waiting.splice(0).forEach(answer);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
