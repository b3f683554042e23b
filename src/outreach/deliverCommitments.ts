import { type Reply } from '../bot/reply';
import { isWorkingDay, type Calendar } from '../campaigns/calendar';
import { endOfHours, isWithin } from '../commitments/officeHours';
import { type ReminderStore } from '../commitments/ports';
import { type CommitmentDelivery, type SendOutcome } from '../deliveries/delivery';
import { outcomeOfRefusal, passing, type RetryTimes, type SendRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { dayAfter, dayOf } from '../shared/localTime';

/** What sending reminders needs; main.ts provides it. */
export interface RemindingDeps extends Pick<RetryTimes, 'now' | 'random'> {
  readonly store: ReminderStore;
  readonly calendar: Calendar;
  post(
    address: ConversationAddress,
    reply: Reply,
  ): Promise<{ readonly message: string } | { readonly refusal: SendRefusal }>;
}

/**
 * Asks a person how it went with what is due. A reminder that cannot be sent now (its day or hours are over, reminders are
 * paused, or HR has reached the person) is cancelled, and its commitments are planned again.
 */
export async function deliverCommitments(deps: RemindingDeps, delivery: CommitmentDelivery): Promise<SendOutcome> {
  const { store, calendar, now } = deps;
  const { id, person, occurrence } = delivery;
  const today = dayOf(now());
  const { address, paused, hours } = await store.reach(person);
  const commitments = address === undefined ? [] : await store.dueIn(id, person);
  if (address === undefined || !commitments.length) return { state: 'cancelled' };
  const isNow = occurrence === today && isWithin(hours, now(), (day) => isWorkingDay(calendar, day));
  const isReached = !paused && isNow && (await store.hasPush(person, today));
  if (paused || !isNow || isReached) {
    await store.release(id, person, isReached ? dayAfter(today) : today);
    return { state: 'cancelled' };
  }
  const posted = await deps.post(address, { kind: 'commitments', at: 'reminder', commitments });
  if ('message' in posted) return { state: 'sent', message: posted.message };
  // It is not sent at night, nor on another day, which has a reminder of its own.
  const times = { ...deps, nextOpen: (at: Date) => at, triedUntil: () => endOfHours(hours, now()) };
  const outcome = outcomeOfRefusal(posted.refusal, delivery, times);
  if (outcome.state === 'failed' && passing(posted.refusal)) await store.release(id, person, dayAfter(today));
  return outcome;
}
