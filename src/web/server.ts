import { type Logger } from 'pino';
import { createServer, type Next, type Request, type Response as HttpResponse, type Server } from 'restify';
import { type Config } from '../shared/config';
import { safeError } from '../shared/errors';
import { readJson, RequestRefused, slowestBody } from './body';
import { addHealthRoutes, isProbe, type Health } from './healthRoutes';
import { compressed, fromElsewhere, refuseBy, unreadable } from './refusals';
import { withCorrelation } from '../shared/correlation';
import { type Version } from '../shared/version';

/** Handles an activity. src/teams/ provides it. */
export type Receive = (
  json: unknown,
  authorization: string,
) => Promise<{ readonly status: number; readonly body?: unknown }>;

/** Additional routes. */
export type RoutePlugin = (server: Server) => void;

export interface Listening {
  readonly url: string;
  /**
   * Takes no new requests, and resolves when those under way are answered and the port is free. Until then probes are answered,
   * so that the platform learns that the service is stopping.
   */
  close(): Promise<void>;
}

/** Milliseconds. Proxies keep an idle connection for a minute. */
const keepAliveMs = 65_000;

/**
 * Starts the HTTP server. It reads request bodies itself, because restify's body parser decompresses them before anybody is
 * authenticated, and crashes on some.
 * @throws where the port cannot be used
 */
export async function listen(
  receive: Receive,
  health: Health,
  {
    host,
    port,
    credentials,
    patience = slowestBody,
    probePatience,
  }: Pick<Config, 'host' | 'port' | 'credentials'> & { patience?: number; probePatience?: number },
  log: Logger,
  routes: readonly RoutePlugin[] = [],
  version: Version = { version: '0.0.0' },
): Promise<Listening> {
  let isStopping = false;
  const server = createServer({ name: 'tillitscoachen', handleUncaughtExceptions: false });
  // Restify listens for upgrades and answers none. Without a listener such a request is an ordinary one.
  server.server.removeAllListeners('upgrade');
  // Longer than a proxy or a client keeps an idle connection. Otherwise a request may arrive just as the connection is
  // closed.
  server.server.keepAliveTimeout = keepAliveMs;
  const whileStopping = (request: Request) =>
    isStopping && !isProbe(request) ? { status: 503, error: 'The service is stopping: try again.' } : undefined;
  refuseBy(server, [unreadable, ...(credentials ? [] : [fromElsewhere]), whileStopping, compressed]);
  server.pre((_request: Request, _response: HttpResponse, next: Next) => withCorrelation(() => next()));
  addHealthRoutes(server, health, version, { isStopping: () => isStopping, patience: probePatience });
  // A turn goes on after its caller has left, so turns are counted besides requests.
  const begun = underWay();
  watchRequests(server, begun.add);
  server.post('/api/messages', async (request: Request, response: HttpResponse) => {
    try {
      const json = await readJson(request, { patience });
      const { status, body } = await begun.add(receive(json, request.headers.authorization ?? ''));
      response.send(status, body ?? '');
    } catch (error) {
      if (!(error instanceof RequestRefused)) {
        log.error({ error: safeError(error) }, 'a request failed');
        response.send(500, { error: 'Something went wrong here.' });
        return;
      }
      // The unread body stays in the connection, so the connection cannot be used again.
      if (!request.complete) response.header('Connection', 'close');
      response.send(error.status, { error: error.message });
    }
  });
  for (const add of routes) add(server);
  await started(server, host, port);
  const { port: taken } = server.address();
  return {
    url: `http://${host}:${taken}`,
    close: async () => {
      isStopping = true;
      await begun.over();
      await stopped(server);
    },
  };
}

/** Work that has begun and is not over. */
function underWay() {
  const begun = new Set<Promise<unknown>>();
  return {
    /** Counts a piece of work until it is over, and returns its result. */
    add: <T>(work: Promise<T>): Promise<T> => {
      const over: Promise<unknown> = work.catch(() => undefined).finally(() => begun.delete(over));
      begun.add(over);
      return work;
    },
    over: async () => {
      while (begun.size) await Promise.all(begun);
    },
  };
}

/** Counts each request until it is answered or its caller has left. */
const watchRequests = (server: Server, add: (work: Promise<unknown>) => unknown): void =>
  void server.server.on('request', (request: Request, response: HttpResponse) => {
    if (!isProbe(request)) add(new Promise((resolve) => void response.once('close', resolve)));
  });

function stopped(server: Server): Promise<void> {
  // From now on a connection is closed once its request is answered. close() closes the idle ones.
  server.server.keepAliveTimeout = 1;
  return new Promise((resolve) => void server.close(() => resolve()));
}

const started = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
