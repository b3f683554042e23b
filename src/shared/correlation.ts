import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** The id that all log lines of one request or one delivery share. */
const current = new AsyncLocalStorage<string>();

/**
 * Runs the work under a new random id of 32 hexadecimal digits, which is also a trace id (W3C Trace Context). The id is never made of
 * the activity, the person or the delivery: a reader of the log can look nothing up by it.
 */
export const withCorrelation = <T>(work: () => T): T => current.run(randomBytes(16).toString('hex'), work);

/** The id of the work under way; undefined outside every request and delivery. */
export const correlationId = (): string | undefined => current.getStore();
