import { setImmediate as breathe } from 'node:timers/promises';
import { meetingsOf, othersRuns, runsOfYear, type Meeting, type Pushes, type Series } from '../campaigns/year';
import { dayOf, mondayOf, momentAt, monthOf, shortDayInWords, timeInWords } from '../shared/localTime';
import { Declined } from './declined';
import { type HrService } from './hrService';
import { movedFrom, type RunView } from './runs';
import { fill } from '../shared/fill';
import { hrTexts } from '../shared/catalogues';

/** A run that would come. */
export interface YearRun extends Pick<RunView, 'day' | 'moved'> {
  /** "2027-01" */
  readonly month: string;
  /** "tisdag 5 januari kl. 09.00", and "måndag 11 januari". */
  readonly when: string;
  readonly answerUntil: string;
  readonly meets: readonly Meeting[];
}

/** What a recurring campaign would bring its audience, in the year from its first run. */
export interface Year {
  readonly runs: readonly YearRun[];
  readonly pushes: Pushes;
}

/**
 * The year ahead of a campaign, in numbers only. It does not tell who gets two campaigns, nor who has opted out.
 * @throws {Declined} `notFound`
 */
export async function yearOf(hr: HrService, id: string): Promise<Year> {
  const { store, calendar, now } = hr.campaigning;
  const campaign = await store.find(id);
  if (!campaign) throw new Declined('notFound', hrTexts.gone.campaign);
  const runs = runsOfYear(campaign, calendar, now());
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return { runs: [], pushes: { others: 0, least: 0, most: 0 } };

  const settled = await hr.settledSince(momentAt(mondayOf(dayOf(first.dueAt)), '00:00'));
  const open = (await hr.campaigns()).filter(
    (each) =>
      each.id !== id &&
      (each.state === 'running' || each.state === 'paused' || settled.some((run) => run.campaign === each.id)),
  );
  const [own, ...others] = await hr.reachedBy([campaign, ...open].map(({ audience }) => audience));
  const series: Series[] = [];
  for (const [n, other] of open.entries()) {
    const people = others[n]!;
    if (![...people].some((person) => own!.has(person))) continue;
    // Fifty calendars of a year take too long for one turn of the event loop.
    await breathe();
    const isToCome = other.state === 'running' || other.state === 'paused';
    const theirs = settled.filter((run) => run.campaign === other.id);
    const dueAt = othersRuns(isToCome ? other.plan : undefined, theirs, calendar, [first, last], now());
    series.push({ id: other.id, title: other.title, dueAt, people });
  }
  await breathe();
  const dueAt = runs.map((run) => run.dueAt);
  const { meetings, pushes } = meetingsOf({ id, title: campaign.title, dueAt, people: own! }, series);
  return {
    pushes,
    runs: runs.map((run) => ({
      day: run.day,
      month: monthOf(run.dueAt),
      when: fill(hrTexts.shared.dayAndTime, {
        day: shortDayInWords(run.dueAt),
        time: timeInWords(run.dueAt),
      }),
      ...movedFrom(run, campaign.plan, calendar, shortDayInWords),
      answerUntil: shortDayInWords(run.answerUntil),
      meets: meetings.get(mondayOf(dayOf(run.dueAt))) ?? [],
    })),
  };
}
