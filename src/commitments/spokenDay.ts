import { Temporal } from 'temporal-polyfill';

/** A local day as a person writes it, or why it cannot be used. */
export type SpokenDay = { readonly day: string } | { readonly problem: 'unknown' | 'noSuchDay' | 'past' | 'tooFar' };

/** How many months ahead a person may be reminded: as long as a guide is kept. */
const mostMonths = 12;

const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];
const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const monthNames =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec';
const numbers =
  'en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo'.split(
    ' ',
  );
const aNumber = String.raw`(\d{1,3}|ett par|ett|${numbers.join('|')})`;
const aWeekday = `(${weekdays.join('|')})(?:en)?`;
const aYear = String.raw`(?: (\d{4}))?`;

type Day = Temporal.PlainDate;
/** A pattern, and a function that gives its day from today's; undefined where there is no such day. */
type Reader = readonly [form: RegExp, read: (today: Day, ...found: string[]) => Day | undefined];

/** The list is closed: what matches none is not understood, and the bot says so. */
const readers: readonly Reader[] = [
  [
    /^(?:(?:senare )?i ?dag|senare|i ?kväll|i ?eftermiddag|i ?förmiddag|om en (?:stund|kvart|halvtimme))$/,
    (today) => today,
  ],
  [new RegExp(`^om ${aNumber} (?:timme|timmar|minut|minuter)$`), (today) => today],
  [/^(?:i ?morgon|i ?morron|imorrn)$/, (today) => today.add({ days: 1 })],
  [/^(?:i ?övermorgon|övermorgon)$/, (today) => today.add({ days: 2 })],
  [/^efter helgen$/, (today) => mondayAfter(today)],
  [/^i slutet av veckan$/, (today) => weekdayFrom(today.add({ days: 1 }), 5)],
  [/^i slutet av månaden$/, (today) => today.with({ day: 31 })],
  [
    new RegExp(`^(?:på |nu på |den )?${aWeekday}$`),
    (today, name) => weekdayFrom(today.add({ days: 1 }), numberOf(name)),
  ],
  [new RegExp(`^(?:på )?nästa ${aWeekday}$`), (today, name) => mondayAfter(today).add({ days: numberOf(name) - 1 })],
  [
    new RegExp(`^(?:på )?${aWeekday} (?:i )?nästa vecka$`),
    (today, name) => mondayAfter(today).add({ days: numberOf(name) - 1 }),
  ],
  [/^(?:i )?nästa vecka$/, (today) => mondayAfter(today)],
  [/^(?:i )?nästa månad$/, (today) => today.with({ day: 1 }).add({ months: 1 })],
  [new RegExp(`^om ${aNumber} (?:dag|dagar|dar)$`), (today, count) => today.add({ days: valueOf(count) })],
  [new RegExp(`^om ${aNumber} (?:vecka|veckor)$`), (today, count) => today.add({ weeks: valueOf(count) })],
  // In a shorter month it is the last day.
  [new RegExp(`^om ${aNumber} (?:månad|månader)$`), (today, count) => today.add({ months: valueOf(count) })],
  [/^om (?:ett halvår|ett halvt år)$/, (today) => today.add({ months: 6 })],
  [/^om (?:ett|1) år$/, (today) => today.add({ years: 1 })],
  [
    new RegExp(`^(?:på )?(?:${aWeekday} )?(?:i )?(?:v|vecka) ?\\.? ?(\\d{1,2})${aYear}$`),
    (today, name, week, year) => inWeek(today, numberOf(name ?? 'måndag'), Number(week), year),
  ],
  [
    new RegExp(String.raw`^(?:${aWeekday} )?(?:den )?(\d{1,2})(?::?e|:?a)? (${monthNames})\.?${aYear}$`),
    (today, _, day, month, year) => inYear(today, Number(day), months.indexOf((month ?? '').slice(0, 3)) + 1, year),
  ],
  [
    new RegExp(String.raw`^(?:${aWeekday} )?(?:den )?(\d{1,2})[/](\d{1,2})(?:[/ -](\d{4}))?$`),
    (today, _, day, month, year) => inYear(today, Number(day), Number(month), year),
  ],
  [/^(?:den )?(\d{4})-?(\d{2})-?(\d{2})$/, (_, year, month, day) => dateOf(Number(year), Number(month), Number(day))],
  [/^den (\d{1,2})(?::?e|:?a)?$/, (today, day) => inMonth(today, Number(day))],
];

/**
 * Reads a day as it is said in Swedish: "i morgon", "på måndag", "om tre veckor", "nästa vecka", "3 mars", "3/3", "2027-03-03",
 * "v 12", "till fredag". Without a year it is the next such day. A date that is in no calendar ("30 februari") is `noSuchDay`. `today` is a local ISO date; the day that comes back is one too.
 */
export function readDay(text: string, today: string): SpokenDay {
  const said = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:]+|[\s,:;.!?]+$/g, '')
    .replace(/^till /, '');
  const now = Temporal.PlainDate.from(today);
  for (const [form, read] of readers) {
    const found = form.exec(said);
    if (!found) continue;
    const day = read(now, ...found.slice(1));
    if (!day) return { problem: 'noSuchDay' };
    if (isBefore(day, now)) return { problem: 'past' };
    return isBefore(now.add({ months: mostMonths }), day) ? { problem: 'tooFar' } : { day: day.toString() };
  }
  return { problem: 'unknown' };
}

const isBefore = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) < 0;
const numberOf = (weekday = ''): number => weekdays.indexOf(weekday) + 1;

function valueOf(count = ''): number {
  if (count === 'ett') return 1;
  return count === 'ett par' ? 2 : numbers.includes(count) ? numbers.indexOf(count) + 1 : Number(count);
}

const weekdayFrom = (day: Day, weekday: number): Day => day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });
const mondayAfter = (day: Day): Day => weekdayFrom(day.add({ days: 1 }), 1);

function dateOf(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date : undefined;
}

/** The next day with this date. For 29 February it may be years ahead. */
function inYear(today: Day, day: number, month: number, year: string | undefined): Day | undefined {
  if (year !== undefined) return dateOf(Number(year), month, day);
  const coming = Array.from({ length: 9 }, (_, nth) => dateOf(today.year + nth, month, day));
  return coming.find((date) => date && !isBefore(date, today));
}

function inMonth(today: Day, day: number): Day | undefined {
  const first = today.toPlainYearMonth();
  const coming = [0, 1, 2]
    .map((ahead) => first.add({ months: ahead }))
    .map(({ year, month }) => dateOf(year, month, day));
  return coming.find((date) => date && !isBefore(date, today));
}

/** ISO weeks: the first week has the year's first Thursday, so 4 January is in it. Without a year it is the next such week. */
function inWeek(today: Day, weekday: number, week: number, year: string | undefined): Day | undefined {
  const dayIn = (each: number) => {
    const date = Temporal.PlainDate.from({ year: each, month: 1, day: 4 });
    const monday = date.add({ days: 1 - date.dayOfWeek }).add({ weeks: week - 1 });
    return monday.weekOfYear === week ? monday.add({ days: weekday - 1 }) : undefined;
  };
  if (year !== undefined) return dayIn(Number(year));
  // The present week counts from today on.
  const coming = [today.year - 1, today.year, today.year + 1, today.year + 2].map(dayIn);
  return coming.find((date) => date && !isBefore(date, today));
}
