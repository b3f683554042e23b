import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type Logger } from 'pino';
import { settleEnded } from './campaignActs';
import { planDue, send, type Campaigning } from './campaigning';
import { dispatch, type Outbox } from './deliveries/dispatch';
import { whereOf } from './failure';

/** Milliseconds between two looks for campaigns that are due. */
const interval = 2_000;

/** Resolves after so many milliseconds, or at once when the signal comes. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  wait(Math.max(0, milliseconds), undefined, { signal }).catch(() => undefined);

/** The clock of campaigns: plans what is due and sends what is planned, until it is stopped. */
export function startSending(campaigning: Campaigning, outbox: Outbox, log: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  // Each delivery under way listens.
  setMaxListeners(0, signal);
  // What was to be sent, and to whom, is in no log.
  const failed = (error: unknown) => log.error({ error: whereOf(error) }, 'sending failed');

  async function plan(): Promise<void> {
    while (!signal.aborted) {
      await planDue(campaigning).catch(failed);
      await settleEnded(campaigning).catch(failed);
      await pause(interval, signal);
    }
  }
  const { now } = campaigning;
  const working = [
    plan(),
    dispatch({ outbox, send: (delivery) => send(campaigning, delivery), now, pause, failed }, signal),
  ];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(working);
    },
  };
}
