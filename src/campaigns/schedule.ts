import { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { lastWorkingDay, nextOpen, type Calendar } from './calendar';
import { dayAfter, dayInWords, dayOf, momentAt, weekdayOf, timeInWords } from '../shared/localTime';
import { hrTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const isDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, hrTexts.plans.dateForm)
  .refine(isDate, hrTexts.plans.noDate);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, hrTexts.plans.timeForm);
const from = { time, from: date, until: date.optional() };

/** When a campaign is sent, in the local time of Sweden. */
export const Plan = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('once'),
    at: z.string().refine((text) => {
      const [day = '', hour = '', ...rest] = text.split('T');
      return !rest.length && date.safeParse(day).success && time.safeParse(hour).success;
    }, hrTexts.plans.momentForm),
  }),
  /** 1 is Monday. */
  z.strictObject({ kind: z.literal('weekly'), weekday: z.number().int().min(1).max(7), ...from }),
  /** Day 31 means the last day in a shorter month. */
  z.strictObject({ kind: z.literal('monthly'), day: z.number().int().min(1).max(31).or(z.literal('last')), ...from }),
]);
export type Plan = z.infer<typeof Plan>;

/** When a run of a campaign is sent, and how long it takes answers. */
export interface RunDate {
  /** The local day that the plan names. It is the run's name within its campaign. */
  readonly day: string;
  /** When it may be sent. Quiet hours, weekends and holidays make it later than planned. */
  readonly dueAt: Date;
  /** The last local day on which it takes answers. */
  readonly answerUntil: string;
}

/** How a campaign's runs are laid out in time. */
export interface Timetable {
  readonly plan: Plan;
  /** Working days in which people can answer. The day of the sending is the first. */
  readonly answerDays: number;
}

/** The runs whose planned moment lies after `after` and whose planned local day is not after `until` (YYYY-MM-DD), in order. */
export function runDates(timetable: Timetable, calendar: Calendar, after: Date, until: string): RunDate[] {
  const found: RunDate[] = [];
  for (const run of comingRuns(timetable, calendar, after)) {
    if (run.day > until) break;
    found.push(run);
  }
  return found;
}

/**
 * Returns the runs of a plan whose moment lies after `after` and whose planned local day is `until` (YYYY-MM-DD) at the latest, in
 * order. It is faster than `runDates`, because it does not compute the last days to answer.
 * @example dueDates({ kind: 'weekly', … }, calendar, now, '2026-12-31') // [{ day: '2026-12-04', dueAt: … }, …]
 */
export function dueDates(plan: Plan, calendar: Calendar, after: Date, until: string): Pick<RunDate, 'day' | 'dueAt'>[] {
  const found: Pick<RunDate, 'day' | 'dueAt'>[] = [];
  for (const due of comingDues(plan, calendar, after)) {
    if (due.day > until) break;
    found.push(due);
  }
  return found;
}

/** The first run whose planned moment lies after this one; undefined where there is none. */
export const nextRunDate = (timetable: Timetable, calendar: Calendar, after: Date): RunDate | undefined => {
  for (const run of comingRuns(timetable, calendar, after)) return run;
  return undefined;
};

/** The local time (HH:MM) at which a plan sends. */
export const timeIn = (plan: Plan): string => (plan.kind === 'once' ? plan.at.slice(-5) : plan.time);

function* comingRuns({ plan, answerDays }: Timetable, calendar: Calendar, after: Date): Generator<RunDate> {
  for (const { day, dueAt } of comingDues(plan, calendar, after))
    yield { day, dueAt, answerUntil: lastWorkingDay(calendar, dayOf(dueAt), answerDays) };
}

function* comingDues(plan: Plan, calendar: Calendar, after: Date): Generator<Pick<RunDate, 'day' | 'dueAt'>> {
  for (const day of plannedDays(plan, dayOf(after))) {
    const planned = momentAt(day, timeIn(plan));
    if (planned > after) yield { day, dueAt: nextOpen(calendar, planned) };
  }
}

/** The local days that a plan names, from a day on. */
function* plannedDays(plan: Plan, from: string): Generator<string> {
  if (plan.kind === 'once') {
    yield plan.at.slice(0, 10);
    return;
  }
  const first = from > plan.from ? from : plan.from;
  const { until = '9999-12-31' } = plan;
  if (plan.kind === 'weekly') {
    const begin = dayAfter(first, (plan.weekday - weekdayOf(first) + 7) % 7);
    for (let day = begin; day <= until; day = dayAfter(day, 7)) yield day;
    return;
  }
  const dayOfMonth = plan.day === 'last' ? 31 : plan.day;
  // A day that a month lacks is its last one.
  const inMonth = (month: Temporal.PlainYearMonth) => month.toPlainDate({ day: dayOfMonth }).toString();
  for (let month = Temporal.PlainYearMonth.from(first); inMonth(month) <= until; month = month.add({ months: 1 }))
    if (inMonth(month) >= first) yield inMonth(month);
}

/** A plan in Swedish: "varje måndag kl. 09.00 från 30 november 2026". */
export function describePlan(plan: Plan): string {
  const { once, weekly, monthly, lastDay, from, fromTo } = hrTexts.plans;
  if (plan.kind === 'once') {
    const [on = '', at = ''] = plan.at.split('T');
    return fill(once, { day: dayInWords(on), time: timeInWords(at) });
  }
  const [first, last] = [dayInWords(plan.from), plan.until && dayInWords(plan.until)];
  const range = last ? fill(fromTo, { first, last }) : fill(from, { first });
  const about = { time: timeInWords(plan.time), range };
  if (plan.kind === 'weekly') return fill(weekly, { ...about, weekday: hrTexts.shared.weekdays[plan.weekday - 1]! });
  return plan.day === 'last' || plan.day === 31 ? fill(lastDay, about) : fill(monthly, { ...about, day: plan.day });
}
