import { z } from 'zod';
import { readYaml } from '../shared/contentFile';
import { Explained } from '../shared/errors';
import { dayOf } from '../shared/localTime';
import { nextAt, timeOf } from './cronTimes';

/** When nothing is sent. */
export interface Calendar {
  /** Local times, `HH:mm`: from the evening to the morning. */
  readonly quiet: { readonly from: string; readonly to: string };
  /** Whether Saturdays and Sundays are like other days. */
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
const remedies: Readonly<Record<string, string>> = {
  tystFrån: 'en tid, till exempel "18:00"',
  tystTill: 'en annan tid än tystFrån, till exempel "07:00"',
  helger: 'true eller false',
  helgdagar: 'rader som 2026-12-24: Julafton',
};

/** Reads calendar.yaml. Throws an Error in Swedish that names the file, what is wrong and what is allowed. */
export function readCalendar(file: string): Calendar {
  const read = File.refine(isSometimesOpen, { path: ['tystTill'] }).safeParse(readYaml(file));
  if (!read.success) {
    const names = [
      ...new Set(read.error.issues.flatMap(({ path, ...issue }) => ('keys' in issue ? issue.keys : path[0]))),
    ];
    const faults = names.map(
      (name) =>
        `${name} ska vara ${remedies[String(name)] ?? `borta; tillåtet är ${Object.keys(remedies).join(', ')}`}`,
    );
    throw new Explained(`${file}: ${faults.join('; ')}.`);
  }
  const { tystFrån: from, tystTill: to, helger: weekends, helgdagar } = read.data;
  return { quiet: { from, to }, weekends, holidays: new Set(Object.keys(helgdagar)) };
}

/** Whether something may be sent at this moment. */
export const isOpen = (calendar: Calendar, at: Date): boolean =>
  isOpenDay(calendar, dayOf(at)) && !isQuiet(calendar, timeOf(at));

/** The first moment, from this one on, at which something may be sent. */
export function nextOpen(calendar: Calendar, at: Date): Date {
  let moment = at;
  while (!isOpen(calendar, moment)) moment = nextAt(calendar.quiet.to, moment);
  return moment;
}

/** Nine in the morning of the next day, after today, on which something may be sent; later where it is quiet then. */
export function nextMorning(calendar: Calendar, at: Date): Date {
  let morning = nextAt('09:00', at);
  while (dayOf(morning) === dayOf(at) || !isOpenDay(calendar, dayOf(morning))) morning = nextAt('09:00', morning);
  return nextOpen(calendar, morning);
}

const isOpenDay = ({ weekends, holidays }: Calendar, date: string): boolean => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (weekends || (weekday !== 0 && weekday !== 6)) && !holidays.has(date);
};

/** Quiet hours may span midnight. */
const isQuiet = ({ quiet: { from, to } }: Calendar, time: string): boolean =>
  from < to ? time >= from && time < to : time >= from || time < to;
