import { type SendRefusal } from '../deliveries/retry';
import { retryAfterSeconds, statusOf } from './sendActivity';

/** Faults of a connection that was never made: nothing has been delivered. */
const unreached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whatever fails before the HTTP client has it (a token that cannot be had) has reached nobody. */
export function sendRefusal(error: unknown): SendRefusal {
  const { name, code } = error as { name?: string; code?: string };
  const sent = name === 'RestError' || name === 'AbortError' || statusOf(error) !== undefined;
  return {
    status: statusOf(error),
    retryAfterSeconds: retryAfterSeconds(error),
    reached: sent && !unreached.has(code ?? ''),
  };
}
