import { type Delivery, type PassingRefusal, type SendOutcome } from './delivery';

/** How Teams refused a request. */
export interface SendRefusal {
  /** The HTTP status; undefined where there was no response. */
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  /** False where Teams was never reached: no connection, no name, no token. */
  readonly reached: boolean;
}

/** When a delivery may be tried again. */
export interface RetryTimes {
  readonly now: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
  /** The first moment, this one or later, at which something may be sent. */
  readonly nextOpen: (at: Date) => Date;
  /** Until when something is tried again that was first refused at this moment. */
  readonly triedUntil: (firstRefused: Date) => Date;
}

/** Seconds: the first wait, which doubles with every attempt, and the longest wait. */
const [firstWait, longestWait] = [1, 1800];

/**
 * What a refusal by Teams leads to. A delivery is tried again only where nothing can have arrived: Teams asked to wait (429,
 * 412), refused the token (401) or was not reached. The wait doubles each time, varies at random and is never shorter than Teams
 * asks for. The next attempt is within open hours and not after `triedUntil`. A message that may have arrived (5xx, no answer) is
 * `unknown`.
 */
export function outcomeOfRefusal(
  refusal: SendRefusal,
  { attempts, refusedSince }: Pick<Delivery, 'attempts' | 'refusedSince'>,
  { now, random, nextOpen, triedUntil }: RetryTimes,
): SendOutcome {
  const { status, retryAfterSeconds = 0 } = refusal;
  if (status === 403) return { state: 'blocked' };
  if (status === 404) return { state: 'not-found' };
  const because = passing(refusal);
  if (!because) return { state: status !== undefined && status < 500 ? 'failed' : 'unknown' };
  const backoff = Math.min(longestWait, firstWait * 2 ** (attempts - 1));
  const seconds = Math.max(retryAfterSeconds, backoff / 2) + (backoff / 2) * random();
  const retryAt = nextOpen(new Date(now().getTime() + seconds * 1000));
  if (retryAt > triedUntil(refusedSince ?? now())) return { state: 'failed' };
  return { state: 'planned', retryAt, because };
}

/** Why Teams refused a request that has surely not arrived and may work later; undefined for all other refusals. */
export function passing({ status, reached }: SendRefusal): PassingRefusal | undefined {
  if (status === 401) return 'unauthorised';
  if (!reached) return 'unreachable';
  return status === 429 || status === 412 ? 'slowed' : undefined;
}
