import { closedBecause } from '../campaigns/calendar';
import { type Run } from '../campaigns/run';
import { dayInWords, dayOf, timeOf } from '../shared/localTime';
import { Declined } from './declined';
import { type HrService } from './hrService';

/** A run as HR sees it. */
export interface RunView extends Pick<Run, 'day' | 'state' | 'reason' | 'recipients' | 'held'> {
  /** "tisdag 5 januari 2027 kl. 09.00" */
  readonly when: string;
  /** Why it is later than planned. */
  readonly moved?: { readonly from: string; readonly because: 'holiday' | 'weekend' | 'quiet' };
  /** "måndag 11 januari 2027" */
  readonly answerUntil: string;
}

/** Runs to come that are shown; the page is no calendar. */
const shownAhead = 3;

/** The runs of a campaign: what has been sent, the latest first, after the next few that are to come. */
export async function runViews({ campaigning: { store, calendar } }: HrService, id: string): Promise<RunView[]> {
  if (!(await store.find(id))) throw new Declined('notFound', 'Utskicket finns inte längre.');
  const runs = await store.runsOf(id);
  const coming = runs.filter(({ state }) => state === 'planned').slice(0, shownAhead);
  const past = runs.filter(({ state }) => state !== 'planned').reverse();
  return [...coming, ...past].map(({ day, dueAt, answerUntil, state, reason, recipients, held }) => ({
    day,
    when: `${dayInWords(dueAt)} kl. ${timeOf(dueAt).replace(':', '.')}`,
    ...(dayOf(dueAt) !== day && {
      moved: { from: dayInWords(day), because: closedBecause(calendar, day) ?? ('quiet' as const) },
    }),
    answerUntil: dayInWords(answerUntil),
    state,
    ...(reason && { reason }),
    recipients,
    held,
  }));
}
