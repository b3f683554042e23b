import { type Logger } from 'pino';
import { createServer, type Request, type Response as HttpResponse, type Server } from 'restify';
import { type Config } from '../shared/config';
import { safeError } from '../shared/errors';
import { readJson, RequestRefused, slowestBody } from './body';
import { compressed, fromElsewhere, refuseBy, unreadable } from './refusals';

/** What answers an activity; src/teams/ provides it. */
export type Receive = (
  json: unknown,
  authorization: string,
) => Promise<{ readonly status: number; readonly body?: unknown }>;

/** Routes of their own. */
export type RoutePlugin = (server: Server) => void;

export interface Listening {
  readonly url: string;
  /** Takes no new requests, lets those under way finish. */
  close(): Promise<void>;
}

/** Milliseconds. Proxies keep an idle connection for a minute. */
const keepAliveMs = 65_000;

/**
 * The HTTP surface. It reads bodies itself: restify's body parser inflates what is compressed before anybody has
 * been authenticated, and dies of it.
 */
export async function listen(
  receive: Receive,
  isWell: () => Promise<boolean>,
  {
    host,
    port,
    credentials,
    patience = slowestBody,
  }: Pick<Config, 'host' | 'port' | 'credentials'> & { patience?: number },
  log: Logger,
  routes: readonly RoutePlugin[] = [],
): Promise<Listening> {
  const server = createServer({ name: 'tillitscoachen', handleUncaughtExceptions: false });
  // Restify listens for upgrades and answers none. Without a listener such a request is an ordinary one.
  server.server.removeAllListeners('upgrade');
  // Longer than a proxy or a client keeps an idle connection. Else a request may come just as the connection is closed.
  server.server.keepAliveTimeout = keepAliveMs;
  refuseBy(server, [unreadable, ...(credentials ? [] : [fromElsewhere]), compressed]);
  server.get('/health', async (_request: Request, response: HttpResponse) => {
    if (await isWell()) response.send(200, { status: 'ok' });
    else response.send(503, { status: 'the database does not answer' });
  });
  server.post('/api/messages', async (request: Request, response: HttpResponse) => {
    try {
      const { status, body } = await receive(
        await readJson(request, { patience }),
        request.headers.authorization ?? '',
      );
      response.send(status, body ?? '');
    } catch (error) {
      if (!(error instanceof RequestRefused)) {
        log.error({ error: safeError(error) }, 'a request failed');
        response.send(500, { error: 'Something went wrong here.' });
        return;
      }
      // What was not read stays in the pipe: the connection cannot be used again.
      if (!request.complete) response.header('Connection', 'close');
      response.send(error.status, { error: error.message });
    }
  });
  for (const add of routes) add(server);
  await started(server, host, port);
  const { port: taken } = server.address();
  return { url: `http://${host}:${taken}`, close: () => stopped(server) };
}

function stopped(server: Server): Promise<void> {
  // A connection whose request is answered after this is closed at once. close() closes the idle ones.
  server.server.keepAliveTimeout = 1;
  return new Promise((resolve) => void server.close(() => resolve()));
}

const started = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
