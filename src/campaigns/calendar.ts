import { z } from 'zod';
import { readYaml } from '../shared/contentFile';
import { Explained } from '../shared/errors';
import { dayAfter, dayOf, momentAt, timeOf, weekdayOf } from '../shared/localTime';
import { hrTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** When nothing is sent. */
export interface Calendar {
  /** Local times (HH:mm) from the evening to the morning. */
  readonly quiet: { readonly from: string; readonly to: string };
  /** Whether the bot may send on Saturdays and Sundays as on other days. */
  readonly weekends: boolean;
  /** Local dates. */
  readonly holidays: ReadonlySet<string>;
}

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const File = z.strictObject({
  tystFrån: time,
  tystTill: time,
  helger: z.boolean(),
  helgdagar: z.record(z.string().regex(/^\d{4}-\d\d-\d\d$/), z.string()),
});
const isSometimesOpen = (file: z.infer<typeof File>) => file.tystFrån !== file.tystTill;
const remedies: Readonly<Record<string, string>> = hrTexts.calendar.remedies;

/** Reads calendar.yaml. @throws {Explained} in Swedish that names the file, what is wrong and what is allowed */
export function readCalendar(file: string): Calendar {
  const read = File.refine(isSometimesOpen, { path: ['tystTill'] }).safeParse(readYaml(file));
  if (!read.success) {
    const names = [
      ...new Set(read.error.issues.flatMap(({ path, ...issue }) => ('keys' in issue ? issue.keys : path[0]))),
    ];
    const faults = names.map((name) =>
      fill(hrTexts.calendar.fault, {
        name: String(name),
        remedy: remedies[String(name)] ?? fill(hrTexts.calendar.unknown, { names: Object.keys(remedies).join(', ') }),
      }),
    );
    throw new Explained(`${file}: ${faults.join('; ')}.`);
  }
  const { tystFrån: from, tystTill: to, helger: weekends, helgdagar } = read.data;
  return { quiet: { from, to }, weekends, holidays: new Set(Object.keys(helgdagar)) };
}

/**
 * Whether the bot may send something by itself at this moment: outside the quiet hours, in Swedish time, on a day that is no holiday
 * and no weekend (unless the calendar allows weekends).
 */
export const isOpen = (calendar: Calendar, at: Date): boolean =>
  isOpenDay(calendar, dayOf(at)) && !isQuiet(calendar, timeOf(at));

/**
 * Returns the first moment, `at` itself or later, at which the bot may send something by itself: `at`, or the end of the quiet
 * hours of a day on which it may.
 */
export function nextOpen(calendar: Calendar, at: Date): Date {
  if (isOpen(calendar, at)) return at;
  for (let day = dayOf(at); ; day = dayAfter(day)) {
    const opening = momentAt(day, calendar.quiet.to);
    if (opening > at && isOpen(calendar, opening)) return opening;
  }
}

/** The same local time on the next day, after today, on which something may be sent. */
export function sameTimeNextOpenDay(calendar: Calendar, at: Date): Date {
  return momentAt(openDayAfter(calendar, dayOf(at)), timeOf(at));
}

/** 09.00 local time on the next day, after today, on which something may be sent; later where the quiet hours end later. */
export function nextMorning(calendar: Calendar, at: Date): Date {
  return nextOpen(calendar, momentAt(openDayAfter(calendar, dayOf(at)), '09:00'));
}

function openDayAfter(calendar: Calendar, day: string): string {
  let next = dayAfter(day);
  while (!isOpenDay(calendar, next)) next = dayAfter(next);
  return next;
}

/** Whether a local day is a working day: Monday to Friday, and no holiday. */
export const isWorkingDay = (calendar: Calendar, day: string): boolean =>
  isOpenDay({ ...calendar, weekends: false }, day);

/**
 * Counts `days` working days (Monday to Friday, no holidays) from `day`, and returns the last. `day` counts as the first one if
 * it is a working day.
 */
export function lastWorkingDay(calendar: Calendar, day: string, days: number): string {
  const isWorkday = (each: string) => isWorkingDay(calendar, each);
  let last = day;
  for (let left = isWorkday(last) ? days - 1 : days; left > 0;) {
    last = dayAfter(last);
    if (isWorkday(last)) left -= 1;
  }
  return last;
}

/** Why nothing is sent on a day; undefined where something may be sent. */
export const closedBecause = (calendar: Calendar, day: string): 'holiday' | 'weekend' | undefined =>
  calendar.holidays.has(day) ? 'holiday' : isOpenDay(calendar, day) ? undefined : 'weekend';

const isOpenDay = ({ weekends, holidays }: Calendar, day: string): boolean =>
  (weekends || weekdayOf(day) < 6) && !holidays.has(day);

/** Quiet hours may span midnight. */
const isQuiet = ({ quiet: { from, to } }: Calendar, time: string): boolean =>
  from < to ? time >= from && time < to : time >= from || time < to;
