import { type SendOutcome } from './delivery';

/** How the channel refused. */
export interface SendRefusal {
  /** The HTTP status; undefined where there was no response. */
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  /** False where the channel was never reached: no connection, no name, no token. */
  readonly reached: boolean;
}

/** Attempts of one delivery before it is given up. */
const mostAttempts = 10;
/** Seconds: the first wait, doubled with every attempt, and the longest. */
const [firstWait, longestWait] = [1, 300];

/**
 * What a refusal means. Only where nothing can have been delivered is it tried again: when told to wait (429, 412), without a
 * valid token (401), or when the channel was not reached; after a wait that doubles, with jitter (`random` is from 0 to 1), and
 * is never shorter than asked for. What the channel may have delivered all the same (5xx, silence) is unknown.
 */
export function outcomeOfRefusal(refusal: SendRefusal, attempts: number, now: Date, random: number): SendOutcome {
  const { status, retryAfterSeconds = 0, reached } = refusal;
  if (status === 403) return { state: 'blocked' };
  if (status === 404) return { state: 'not-found' };
  const undelivered = !reached || status === 429 || status === 412 || status === 401;
  if (undelivered) {
    if (attempts >= mostAttempts) return { state: 'failed' };
    const backoff = Math.min(longestWait, firstWait * 2 ** (attempts - 1));
    const seconds = Math.max(retryAfterSeconds, backoff / 2) + (backoff / 2) * random;
    return { state: 'planned', retryAt: new Date(now.getTime() + seconds * 1000) };
  }
  return { state: status !== undefined && status < 500 ? 'failed' : 'unknown' };
}
