import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type Logger } from 'pino';
import { watchRefusals } from './watchRefusals';
import { finishRuns } from '../campaigns/finishRuns';
import { type AnsweringDeps, deliverAnswer } from './deliverAnswer';
import { deliverCampaign } from './deliverCampaign';
import {
  type ClaimedDelivery,
  countedPurposes,
  isCampaignDelivery,
  isCommitmentDelivery,
  isQuestionDelivery,
  isShareDelivery,
  type SendOutcome,
  shownState,
} from '../deliveries/delivery';
import { deliverCommitments, type RemindingDeps } from './deliverCommitments';
import { remindCommitments } from './remindCommitments';
import { startDispatcher, type Outbox } from '../deliveries/dispatch';
import { safeError } from '../shared/errors';
import { deliverShare, type SharingDeps } from './deliverShare';
import { deliverWelcome, type WelcomeDeps } from './deliverWelcome';
import { remindHalfway } from '../campaigns/remindHalfway';
import { planDueCampaigns } from '../campaigns/planDue';
import { type CampaignDeps } from './campaignDeps';

/** Milliseconds between two looks for campaigns that are due. */
const interval = 2_000;

/** Resolves after so many milliseconds, or at once when the signal comes. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  wait(Math.max(0, milliseconds), undefined, { signal }).catch(() => undefined);

/** What sends each kind of delivery in the outbox. */
export interface Senders {
  readonly campaigning: CampaignDeps;
  readonly welcoming: WelcomeDeps;
  readonly answering: AnsweringDeps;
  readonly sharing: SharingDeps;
  readonly reminding: RemindingDeps;
}

/** Sends what is due by itself, until it is stopped. */
export interface Scheduler {
  /** Whether what is due can be sent now: the outbox has been read lately. */
  readonly isWell: () => boolean;
  /** Looks at once for what is due, and resolves when all of it has been sent and nothing is under way. */
  readonly catchUp: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Plans the campaigns and reminders that are due, and sends what is planned. `tried` is called with the outcome of each delivery
 * that may be counted.
 */
export function startScheduler(
  { campaigning, welcoming, answering, sharing, reminding }: Senders,
  outbox: Outbox,
  log: Logger,
  tried: (outcome: string) => void = () => undefined,
): Scheduler {
  const stopping = new AbortController();
  const { signal } = stopping;
  // Each delivery under way listens.
  setMaxListeners(0, signal);
  // No log holds what was to be sent, or to whom.
  const failed = (error: unknown) => log.error({ error: safeError(error) }, 'sending failed');

  const refusals = watchRefusals(campaigning);
  async function plan(): Promise<void> {
    await planDueCampaigns({ ...campaigning, failed }).catch(failed);
    await refusals.pauseFailing().catch(failed);
    await remindHalfway({ ...campaigning, failed }).catch(failed);
    await finishRuns({ ...campaigning, failed }).catch(failed);
    // After the campaigns: a person whom a campaign reaches today is reminded another day.
    await remindCommitments({ ...reminding, campaigns: campaigning.store, failed }).catch(failed);
  }
  /** One plan runs after another, so that a caller who waits for the last one has waited for all. */
  let planning = Promise.resolve();
  const planNow = () => (planning = planning.then(plan));
  async function planAgainAndAgain(): Promise<void> {
    while (!signal.aborted) {
      await planNow();
      await pause(interval, signal);
    }
  }
  const { now } = campaigning;
  const send = async (delivery: ClaimedDelivery) => {
    if (isCampaignDelivery(delivery)) return refusals.noted(delivery, await deliverCampaign(campaigning, delivery));
    if (isShareDelivery(delivery)) return deliverShare(sharing, delivery);
    if (isCommitmentDelivery(delivery)) return deliverCommitments(reminding, delivery);
    return isQuestionDelivery(delivery) ? deliverAnswer(answering, delivery) : deliverWelcome(welcoming, delivery);
  };
  const sendOne = async (delivery: ClaimedDelivery) => {
    let outcome: SendOutcome = { state: 'unknown' };
    try {
      return (outcome = await send(delivery));
    } finally {
      // For other deliveries a line would tell that somebody has put a card off or has not answered, and times would
      // tell what was not sent.
      if (countedPurposes.includes(delivery.purpose)) {
        log.info({ delivery: delivery.purpose, outcome: outcomeInWord(outcome) }, 'a delivery was tried');
        tried(outcomeInWord(outcome));
      }
    }
  };
  const dispatcher = startDispatcher({ outbox, send: sendOne, now, pause, failed }, signal);
  const working = [planAgainAndAgain(), dispatcher.ended];
  return {
    isWell: dispatcher.isWell,
    catchUp: async () => {
      await planNow();
      await dispatcher.drained();
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(working);
    },
  };
}

/** A delivery's outcome as it may be known outside the store: a fixed set of values. */
const outcomeInWord = (outcome: SendOutcome): string =>
  outcome.state === 'planned' ? (outcome.because ?? 'postponed') : shownState(outcome.state);
