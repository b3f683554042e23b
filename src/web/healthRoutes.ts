import { type Request, type Response as HttpResponse, type Server } from 'restify';
import { type Version } from '../shared/version';

/** The parts that the service needs for taking requests. Each tells whether it works now. */
export interface Health {
  store(): Promise<boolean>;
  index(): boolean;
  outbox(): boolean;
}

/** Milliseconds that a probe waits for the store. */
const longestLook = 2_000;

/** Addresses of probes. They are answered also while the service stops. */
const probes = ['/health', '/livez', '/readyz', '/version'] as const;

/** Whether a request is for one of the probes' addresses. What follows a question mark does not count. */
export const isProbe = ({ url = '' }: Pick<Request, 'url'>): boolean =>
  (probes as readonly string[]).includes(url.split('?')[0] ?? '');

/**
 * Adds what a platform asks for: /health (whether the store answers), /livez (whether the process runs), /readyz (whether
 * requests may be sent here) and /version. The store has `patience` milliseconds to answer. The answers name parts of the service
 * and nothing else, because they need no sign-in.
 */
export function addHealthRoutes(
  server: Server,
  health: Health,
  version: Version,
  { isStopping, patience = longestLook }: { readonly isStopping: () => boolean; readonly patience?: number },
): void {
  const answer = (response: HttpResponse, status: number, body: object) => {
    // A proxy must not answer a probe with an old response.
    response.header('Cache-Control', 'no-store');
    response.send(status, body);
  };
  const storeAnswers = () => inTime(health.store(), patience);

  server.get('/health', async (_request: Request, response: HttpResponse) => {
    if (await storeAnswers()) answer(response, 200, { status: 'ok' });
    else answer(response, 503, { status: 'the database does not answer' });
  });
  server.get('/livez', (_request: Request, response: HttpResponse, next: () => void) => {
    answer(response, 200, { status: 'ok' });
    next();
  });
  server.get('/readyz', async (_request: Request, response: HttpResponse) => {
    if (isStopping()) return answer(response, 503, { status: 'not ready', notReady: ['stopping'] });
    const works = { store: await storeAnswers(), index: health.index(), outbox: health.outbox() };
    const notReady = Object.entries(works).flatMap(([part, isReady]) => (isReady ? [] : [part]));
    if (notReady.length) answer(response, 503, { status: 'not ready', notReady });
    else answer(response, 200, { status: 'ready' });
  });
  server.get('/version', (_request: Request, response: HttpResponse, next: () => void) => {
    answer(response, 200, version);
    next();
  });
}

/** False also where the part fails or does not answer in time. */
async function inTime(asked: Promise<boolean>, patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const answered = asked.catch(() => false);
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
