import { setTimeout as pause } from 'node:timers/promises';
import { type OutgoingActivity } from './activity';
import { type ChannelTurn } from './channel';

/** Attempts in all, and the longest wait in milliseconds with which Teams still gets an answer in time. */
const attempts = 3;
const longestWait = 3_000;

/**
 * Sends an activity, and resolves with its message id. Repeats it after 429 and 412 only, because only then nothing was
 * delivered.
 * @throws the channel's error
 */
export const sendActivity = (context: ChannelTurn, activity: OutgoingActivity): Promise<string | undefined> =>
  patiently(() => context.send(activity));

/** Replaces a message that the bot has sent. Repeats and throws as sendActivity does. */
export const updateActivity = (context: ChannelTurn, id: string, activity: OutgoingActivity): Promise<unknown> =>
  patiently(() => context.update(id, activity));

/**
 * Repeats a call only after 429 and 412, because only then it is certain that nothing was delivered.
 * @throws every other error, for the caller to decide
 */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const status = statusOf(error);
      if ((status !== 429 && status !== 412) || attempt === attempts) throw error;
      await pause(Math.min(longestWait, (retryAfterSeconds(error) ?? attempt) * 1000) + Math.random() * 100);
    }
  }
}

/** The HTTP status with which the channel refused; undefined where the channel was not reached. */
export const statusOf = (error: unknown): number | undefined => {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
};

/** Whether the channel did not answer in time (adapter.ts). Another call would only keep Teams waiting. */
export const isSilence = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** Returns the seconds that the channel asked us to wait (its header `retry-after`); undefined where it named no number. */
export function retryAfterSeconds(error: unknown): number | undefined {
  const headers = (error as { response?: { headers?: { get(name: string): string | undefined } } }).response?.headers;
  const seconds = Number(headers?.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
