import { type SendRefusal } from '../deliveries/retry';
import { retryAfterSeconds, statusOf } from './sendActivity';

/** Faults of a connection that was never made, so that nothing has been delivered. */
const unreached = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  // A certificate that is not trusted: nothing is sent to such a host.
  ...['CERT_HAS_EXPIRED', 'SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ...['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
]);

/** What Entra ID says about a bot whose password is wrong or has expired. */
const signInRefused = new Set(['invalid_client', 'unauthorized_client']);

/**
 * How a failed request was refused. What fails before the HTTP client sends it (a token that cannot be had) has reached nobody.
 */
export function sendRefusal(error: unknown): SendRefusal {
  const { name, code, errorCode, message } = error as Partial<Error> & { code?: string; errorCode?: string };
  if (signInRefused.has(errorCode ?? '')) return { status: 401, reached: false };
  const sent = name === 'RestError' || name === 'AbortError' || statusOf(error) !== undefined;
  return {
    status: statusOf(error),
    retryAfterSeconds: retryAfterSeconds(error),
    reached: sent && !unreached.has(code ?? '') && !(code === 'ETIMEDOUT' && message?.startsWith('connect ')),
  };
}
