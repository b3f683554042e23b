import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type Logger } from 'pino';
import { settleEnded } from './campaignActs';
import { planDue, send, type Campaigning } from './campaigning';
import { type Claimed, isOfCampaign } from './deliveries/delivery';
import { dispatch, type Outbox } from './deliveries/dispatch';
import { whereOf } from './failure';
import { sendWelcome, type Welcoming } from './welcoming';

/** Milliseconds between two looks for campaigns that are due. */
const interval = 2_000;

/** Resolves after so many milliseconds, or at once when the signal comes. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  wait(Math.max(0, milliseconds), undefined, { signal }).catch(() => undefined);

/** Those whose deliveries wait in the outbox. */
interface Senders {
  readonly campaigning: Campaigning;
  readonly welcoming: Welcoming;
}

/** The clock of what is sent by itself: plans the campaigns that are due and sends what is planned, until it is stopped. */
export function startSending(
  { campaigning, welcoming }: Senders,
  outbox: Outbox,
  log: Logger,
): { stop(): Promise<void> } {
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
  const sendOne = (delivery: Claimed) =>
    isOfCampaign(delivery) ? send(campaigning, delivery) : sendWelcome(welcoming, delivery);
  const working = [plan(), dispatch({ outbox, send: sendOne, now, pause, failed }, signal)];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(working);
    },
  };
}
