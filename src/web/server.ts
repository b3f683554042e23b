import { type IncomingMessage } from 'node:http';
import { type Logger } from 'pino';
import rawBody from 'raw-body';
import { createServer, type Next, type Request, type Response as HttpResponse, type Server } from 'restify';
import { whereOf } from '../failure';

/** What answers an activity; src/teams/ provides it. */
export type Receive = (
  json: unknown,
  authorization: string,
) => Promise<{ readonly status: number; readonly body?: unknown }>;

export interface Listening {
  readonly url: string;
  /** Takes no new requests, lets those under way finish. */
  close(): Promise<void>;
}

/** Bytes: Teams' own limit for an activity is 100 KB of text; this is twice that in UTF-8. */
const largestBody = 256 * 1024;
/** Levels of JSON: a card that is sent back whole has about twenty. */
const deepest = 100;
/** Milliseconds within which a whole body must have come. */
const slowestBody = 15_000;

class Refused extends Error {
  constructor(
    readonly status: number,
    reason: string,
  ) {
    super(reason);
  }
}

/**
 * The HTTP surface. It reads bodies itself: restify's body parser inflates what is compressed before anybody has
 * been authenticated, and dies of it.
 */
export async function listen(
  receive: Receive,
  isWell: () => Promise<boolean>,
  { host, port, patience = slowestBody }: { host: string; port: number; patience?: number },
  log: Logger,
): Promise<Listening> {
  const server = createServer({ name: 'tillitscoachen', handleUncaughtExceptions: false });
  server.pre(refuseCompressed);
  server.get('/health', async (_request: Request, response: HttpResponse) => {
    if (await isWell()) response.send(200, { status: 'ok' });
    else response.send(503, { status: 'the database does not answer' });
  });
  server.post('/api/messages', async (request: Request, response: HttpResponse) => {
    try {
      const { status, body } = await receive(await readJson(request, patience), request.headers.authorization ?? '');
      response.send(status, body ?? '');
    } catch (error) {
      if (!(error instanceof Refused)) {
        log.error({ error: whereOf(error) }, 'a request failed');
        response.send(500, { error: 'Something went wrong here.' });
        return;
      }
      // What was not read stays in the pipe: the connection cannot be used again.
      if (!request.complete) response.header('Connection', 'close');
      response.send(error.status, { error: error.message });
    }
  });
  await started(server, host, port);
  const { port: taken } = server.address();
  return { url: `http://${host}:${taken}`, close: () => new Promise((resolve) => void server.close(() => resolve())) };
}

function refuseCompressed(request: Request, response: HttpResponse, next: Next): void {
  const encoding = request.headers['content-encoding'];
  if (!encoding || encoding === 'identity') return next();
  response.header('Connection', 'close');
  response.send(415, { error: 'Send the body without Content-Encoding.' });
  next(false);
}

async function readJson(request: IncomingMessage, patience: number): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new Refused(415, 'Send the activity as application/json.');
  const json = parsed(await readText(request, patience));
  if (!nestsWithin(deepest, json)) throw new Refused(400, `The body nests deeper than ${deepest} levels.`);
  return json;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 'The body is not JSON.');
  }
}

/** Whoever walks the body later may recurse safely. */
const nestsWithin = (levels: number, value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => nestsWithin(levels - 1, inner)));

async function readText(request: IncomingMessage, patience: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refused(408, 'The body did not come in time.')), patience);
  });
  const read = rawBody(request, { limit: largestBody, length: request.headers['content-length'], encoding: 'utf-8' });
  try {
    return await Promise.race([read, late]);
  } catch (error) {
    if (error instanceof Refused) throw error;
    const { type } = error as { type?: string };
    throw type === 'entity.too.large'
      ? new Refused(413, 'The body is larger than 256 KB.')
      : new Refused(400, 'The body cannot be read.');
  } finally {
    clearTimeout(timer);
  }
}

const started = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
