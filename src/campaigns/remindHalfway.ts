import { lastWorkingDay, nextOpen, type Calendar } from './calendar';
import { type CampaignStore } from './ports';
import { type RunDate } from './schedule';
import { dayOf, momentAt } from '../shared/localTime';

/** When the people who have not answered a run are reminded; undefined where the answering time is too short for a reminder. */
export function halfTimeOf({ dueAt, answerUntil }: RunDate, answerDays: number, calendar: Calendar): Date | undefined {
  const sentOn = dayOf(dueAt);
  const day = lastWorkingDay(calendar, sentOn, Math.floor(answerDays / 2) + 1);
  return day > sentOn && day < answerUntil ? nextOpen(calendar, momentAt(day, '09:00')) : undefined;
}

/** Plans the reminders of the runs that are halfway through their answering time. */
export async function remindHalfway({
  store,
  calendar,
  now,
  failed,
}: {
  readonly store: CampaignStore;
  readonly calendar: Calendar;
  readonly now: () => Date;
  readonly failed: (error: unknown) => void;
}): Promise<void> {
  for (const run of await store.unremindedRuns()) {
    const campaign = await store.find(run.campaign);
    const due = campaign && halfTimeOf(run, campaign.answerDays, calendar);
    if (campaign?.state === 'running' && due && due <= now()) await store.remindHalfway(run, now()).catch(failed);
  }
}
