import { z } from 'zod';
import { nextOpen, type Calendar } from './calendar';
import { dayInWords, dayOf } from '../shared/localTime';
import { momentsOf } from './cronTimes';

const isDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'Skriv datumet så här: 2026-11-30.')
  .refine(isDate, 'Det datumet finns inte.');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Skriv tiden så här: 09:00.');
const from = { time, from: date, until: date.optional() };

/** When a campaign is sent, in the local time of Sweden. */
export const Plan = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('once'),
    at: z.string().refine((text) => {
      const [day = '', hour = '', ...rest] = text.split('T');
      return !rest.length && date.safeParse(day).success && time.safeParse(hour).success;
    }, 'Skriv dag och tid så här: 2026-11-30T09:00.'),
  }),
  /** 1 is Monday. */
  z.strictObject({ kind: z.literal('weekly'), weekday: z.number().int().min(1).max(7), ...from }),
  /** Day 31 is the last one where a month is shorter. */
  z.strictObject({ kind: z.literal('monthly'), day: z.number().int().min(1).max(31).or(z.literal('last')), ...from }),
]);
export type Plan = z.infer<typeof Plan>;

/** One sending of a campaign. */
export interface Occurrence {
  /** The local date that it was planned for; it names the occurrence. */
  readonly id: string;
  /** When it may be sent, after quiet hours and holidays have moved it. */
  readonly at: Date;
}

/** Days: no holiday moves an occurrence further. */
const furthestMove = 15;
const day = 24 * 60 * 60 * 1000;

/**
 * The occurrences whose moment lies after `from` and not after `to`, in order. However time is cut into such ranges, each
 * comes exactly once.
 */
export function occurrences(plan: Plan, calendar: Calendar, from: Date, to: Date): Occurrence[] {
  const found = new Map<string, Occurrence>();
  for (const moment of planned(plan, new Date(from.getTime() - furthestMove * day), to)) {
    const occurrence = { id: dayOf(moment), at: nextOpen(calendar, moment) };
    if (occurrence.at > from && occurrence.at <= to && !found.has(occurrence.id)) found.set(occurrence.id, occurrence);
  }
  return [...found.values()].sort(
    (one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1),
  );
}

/** Days that one looks ahead for the next occurrence: the rarest comes once a month, but a plan may begin later. */
const furthestLook = 800;

/** The first occurrence after this moment; undefined where there is none in the next two years. */
export const next = (plan: Plan, calendar: Calendar, after: Date): Occurrence | undefined =>
  occurrences(plan, calendar, after, new Date(after.getTime() + furthestLook * day))[0];

/** The moments that the plan names, before anything moves them. */
function planned(plan: Plan, from: Date, to: Date): Date[] {
  const moments = patternsOf(plan).flatMap((pattern) => momentsOf(pattern, from, to));
  if (plan.kind === 'once') return moments;
  const isWithin = (moment: Date) => {
    const on = dayOf(moment);
    return on >= plan.from && (plan.until === undefined || on <= plan.until);
  };
  return moments.filter(isWithin).sort((one, other) => one.getTime() - other.getTime());
}

/** The plan in cron's words; croner minds the clock changes, leap days and last days. */
function patternsOf(plan: Plan): string[] {
  if (plan.kind === 'once') {
    const [year, month, dayOf, hour, minute] = plan.at.split(/[-T:]/).map(Number);
    return [`0 ${minute} ${hour} ${dayOf} ${month} * ${year}`];
  }
  const [hour, minute] = plan.time.split(':').map(Number);
  const at = `0 ${minute} ${hour}`;
  if (plan.kind === 'weekly') return [`${at} * * ${plan.weekday % 7}`];
  if (plan.day === 'last' || plan.day === 31) return [`${at} L * *`];
  // February is the only month that may lack the 29th and the 30th.
  return plan.day > 28 ? [`${at} ${plan.day} * *`, `${at} L 2 *`] : [`${at} ${plan.day} * *`];
}

/** The plan as a person says it: "varje måndag kl. 09.00 från 30 november 2026". */
export function describePlan(plan: Plan): string {
  const clock = (text: string) => `kl. ${text.replace(':', '.')}`;
  if (plan.kind === 'once') {
    const [on = '', at = ''] = plan.at.split('T');
    return `en gång, ${dayInWords(on)} ${clock(at)}`;
  }
  const range = `från ${dayInWords(plan.from)}${plan.until ? ` till ${dayInWords(plan.until)}` : ''}`;
  const often =
    plan.kind === 'weekly'
      ? `varje ${weekdays[plan.weekday - 1]}`
      : plan.day === 'last' || plan.day === 31
        ? 'sista dagen i månaden'
        : `den ${plan.day} i månaden`;
  return `${often} ${clock(plan.time)} ${range}`;
}

const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];
