import { dayAfter, dayOf, momentAt, mondayOf } from '../shared/localTime';
import { type Calendar } from './calendar';
import { type Run } from './run';
import { dueDates, nextRunDate, runDates, type Plan, type RunDate, type Timetable } from './schedule';

/** A campaign with the moments of all its runs, and the people in its audience who have a chat with the bot. */
export interface Series {
  readonly id: string;
  readonly title: string;
  readonly dueAt: readonly Date[];
  readonly people: ReadonlySet<string>;
}

/** Another campaign that shares people with this one and is due in the same calendar week. */
export interface Meeting {
  readonly title: string;
  /** How many people are in both. They only get the card that is due first. */
  readonly people: number;
  /** Whether the other one comes first. */
  readonly holdsBack: boolean;
}

/** How many cards people get in the year. */
export interface Pushes {
  /** Runs of other campaigns that reach any of these people. */
  readonly others: number;
  /** How many cards a person gets from all campaigns together: the person with the fewest, and the person with the most. */
  readonly least: number;
  readonly most: number;
}

/** The runs of the 52 weeks from the plan's first coming run; empty where the plan has no day left. */
export function runsOfYear(timetable: Timetable, calendar: Calendar, now: Date): RunDate[] {
  const first = nextRunDate(timetable, calendar, now);
  return first ? runDates(timetable, calendar, now, dayAfter(first.day, 52 * 7 - 1)) : [];
}

/**
 * When the runs of another campaign are due in the weeks from that of `first` to that of `last`: those that are stored, and those
 * that its plan adds.
 */
export function othersRuns(
  plan: Plan | undefined,
  settled: readonly Run[],
  calendar: Calendar,
  [first, last]: readonly [first: RunDate, last: RunDate],
  now: Date,
): Date[] {
  const monday = mondayOf(dayOf(first.dueAt));
  const from = momentAt(monday, '00:00');
  const until = momentAt(dayAfter(mondayOf(dayOf(last.dueAt)), 7), '00:00');
  const skipped = new Set(settled.filter(({ state }) => state === 'skipped').map(({ day }) => day));
  // A holiday can move a run into the next week.
  const named = plan ? dueDates(plan, calendar, momentAt(dayAfter(monday, -14), '00:00'), dayOf(until)) : [];
  return [
    ...settled.filter(({ state }) => state !== 'skipped').map(({ dueAt }) => dueAt),
    ...named.filter(({ day, dueAt }) => dueAt > now && !skipped.has(day)).map(({ dueAt }) => dueAt),
  ].filter((dueAt) => dueAt >= from && dueAt < until);
}

/**
 * Which other campaigns fall in the same week as each run, by the week's Monday, and how many cards people get from all campaigns
 * together.
 */
export function meetingsOf(
  own: Series,
  others: readonly Series[],
): { readonly meetings: ReadonlyMap<string, readonly Meeting[]>; readonly pushes: Pushes } {
  const sharing = others
    .map((other) => ({ ...other, shared: [...own.people].filter((person) => other.people.has(person)).length }))
    .filter(({ shared }) => shared > 0);
  const weeks = weeksOf([own, ...sharing]);
  const shared = new Map(sharing.map(({ id, title, shared: people }) => [id, { title, people }]));
  const meetings = new Map<string, Meeting[]>();
  for (const [monday, inOrder] of weeks) {
    const at = inOrder.findIndex(({ id }) => id === own.id);
    if (at < 0) continue;
    const meets = inOrder.flatMap(({ id }, n) => {
      const other = shared.get(id);
      return other ? [{ ...other, holdsBack: n < at }] : [];
    });
    meetings.set(monday, meets);
  }
  return {
    meetings,
    pushes: { others: sharing.flatMap(({ dueAt }) => dueAt).length, ...cardsEach(own, sharing, weeks) },
  };
}

type Week = readonly { readonly id: string; readonly runs: number }[];

/** The week's Monday -> the campaigns that are due in it, once for each run; the earliest first, as planDue.ts takes them. */
function weeksOf(all: readonly Series[]): ReadonlyMap<string, Week> {
  const dues = all.flatMap(({ id, dueAt }) => dueAt.map((at) => ({ id, at })));
  dues.sort((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1));
  const weeks = new Map<string, Map<string, number>>();
  for (const { id, at } of dues) {
    const monday = mondayOf(dayOf(at));
    const week = weeks.get(monday) ?? new Map<string, number>();
    weeks.set(monday, week.set(id, (week.get(id) ?? 0) + 1));
  }
  return new Map([...weeks].map(([monday, week]) => [monday, [...week].map(([id, runs]) => ({ id, runs }))]));
}

/**
 * The fewest and the most cards that a person of the audience gets in the year. In each week a person gets only the cards of the
 * first of their campaigns, one for each of its runs.
 */
function cardsEach(
  own: Series,
  others: readonly Series[],
  weeks: ReadonlyMap<string, Week>,
): Pick<Pushes, 'least' | 'most'> {
  // Most people are in the same campaigns as others of the group.
  const kinds = new Map<string, ReadonlySet<string>>();
  for (const person of own.people) {
    const theirs = [own.id, ...others.filter(({ people }) => people.has(person)).map(({ id }) => id)];
    kinds.set(theirs.join(' '), new Set(theirs));
  }
  const counts = [...kinds.values()].map((theirs) =>
    [...weeks.values()].reduce((sum, week) => sum + (week.find(({ id }) => theirs.has(id))?.runs ?? 0), 0),
  );
  return { least: counts.length ? Math.min(...counts) : 0, most: Math.max(0, ...counts) };
}
