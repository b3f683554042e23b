import { isWorkingDay, type Calendar } from '../campaigns/calendar';
import { type CampaignStore } from '../campaigns/ports';
import { widestHours } from '../commitments/officeHours';
import { type ReminderStore } from '../commitments/ports';
import { dayAfter, dayOf, momentAt, timeOf } from '../shared/localTime';

/** What planning reminders needs. */
export interface RemindDeps {
  readonly store: ReminderStore;
  readonly campaigns: Pick<CampaignStore, 'dueRuns' | 'find' | 'recipients'>;
  readonly calendar: Calendar;
  readonly now: () => Date;
  /** Called where one person's reminder could not be planned. The others are planned. */
  readonly failed: (error: unknown) => void;
}

/**
 * Plans the reminders that are due: one a day for each person, with all commitments of that day, on working days and within the
 * person's office hours. A person whom HR reaches that day is reminded the day after.
 */
export async function remindCommitments(deps: RemindDeps): Promise<void> {
  const { store, calendar, now, failed } = deps;
  const [day, time] = [dayOf(now()), timeOf(now())];
  if (!isWorkingDay(calendar, day) || time < widestHours.from || time >= widestHours.to) return;
  const people = await store.due(day, time);
  if (!people.length) return;
  const reachedLater = await reachedLaterToday(deps, day);
  for (const person of people)
    await (reachedLater.has(person) ? store.postpone(person, day, dayAfter(day)) : remind(deps, person, day)).catch(
      failed,
    );
}

async function remind({ store, now }: RemindDeps, person: string, day: string): Promise<void> {
  if (await store.hasPush(person, day)) await store.postpone(person, day, dayAfter(day));
  else await store.plan(person, day, now());
}

/** The people whom campaigns will reach later on this day. */
export async function reachedLaterToday(
  { campaigns, now }: Pick<RemindDeps, 'campaigns' | 'now'>,
  day: string,
): Promise<ReadonlySet<string>> {
  const reached = new Set<string>();
  for (const run of await campaigns.dueRuns(momentAt(dayAfter(day), '00:00'))) {
    const campaign = await campaigns.find(run.campaign);
    const { recipients = [] } = campaign ? await campaigns.recipients(campaign, run.dueAt, now()) : {};
    for (const { person } of recipients) reached.add(person);
  }
  return reached;
}
