import { closedBecause, type Calendar } from '../campaigns/calendar';
import { mayPromise, promiseOf } from '../campaigns/promise';
import { type Run } from '../campaigns/run';
import { timeIn, type Plan } from '../campaigns/schedule';
import { dayInWords, dayOf, timeOf, timeInWords } from '../shared/localTime';
import { Declined } from './declined';
import { type HrService } from './hrService';
import { hrTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** A run as HR sees it. */
export interface RunView extends Pick<Run, 'day' | 'state' | 'reason' | 'recipients' | 'held'> {
  /** "tisdag 5 januari 2027 kl. 09.00" */
  readonly when: string;
  /** Why it is later than planned: later than its day, or than a time within quiet hours. */
  readonly moved?: { readonly from: string; readonly because: 'holiday' | 'weekend' | 'quiet' };
  /** "måndag 11 januari 2027" */
  readonly answerUntil: string;
  /** What HR promises to do about the answers, and whether HR can still change it. */
  readonly promise?: string;
  readonly mayPromise: boolean;
}

/** How many coming runs are shown. */
const shownAhead = 3;

/**
 * The runs of a campaign: first the next three that are to come, then those that have been sent or skipped, latest first.
 * @throws {Declined} `notFound`
 */
export async function runViews({ campaigning: { store, calendar } }: HrService, id: string): Promise<RunView[]> {
  const campaign = await store.find(id);
  if (!campaign) throw new Declined('notFound', hrTexts.gone.campaign);
  const runs = await store.runsOf(id);
  const coming = runs.filter(({ state }) => state === 'planned').slice(0, shownAhead);
  const past = runs.filter(({ state }) => state !== 'planned').reverse();
  return [...coming, ...past].map((run) => {
    const { day, dueAt, answerUntil, state, reason, recipients, held } = run;
    const promise = promiseOf(run, campaign);
    return {
      day,
      when: fill(hrTexts.shared.dayAndTime, { day: dayInWords(dueAt), time: timeInWords(dueAt) }),
      ...movedFrom({ day, dueAt }, campaign.plan, calendar, dayInWords),
      answerUntil: dayInWords(answerUntil),
      state,
      ...(reason && { reason }),
      recipients,
      held,
      ...(promise && { promise }),
      mayPromise: mayPromise(run, campaign),
    };
  });
}

/** Why a run is later than its plan says; empty where it is not. */
export function movedFrom(
  { day, dueAt }: Pick<Run, 'day' | 'dueAt'>,
  plan: Plan,
  calendar: Calendar,
  inWords: (day: string) => string,
): Pick<RunView, 'moved'> {
  const because = closedBecause(calendar, day) ?? 'quiet';
  if (because !== 'quiet') return { moved: { from: inWords(day), because } };
  const clock = fill(hrTexts.shared.time, { time: timeInWords(timeIn(plan)) });
  if (dayOf(dueAt) !== day) return { moved: { from: `${inWords(day)} ${clock}`, because } };
  return timeOf(dueAt) === timeIn(plan) ? {} : { moved: { from: clock, because } };
}
