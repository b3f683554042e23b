import { Temporal } from 'temporal-polyfill';

/** The time zone of Swedish regions. */
const zone = 'Europe/Stockholm';
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' });
const spoken = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const spokenShortly = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

const spokenDate = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** The day in Sweden at a moment, as "2026-11-23". */
export const dayOf = (moment: Date): string => isoDay.format(moment);

/** The time in Sweden at a moment, as "09:00". */
export const timeOf = (moment: Date): string => clock.format(moment);

/** A local time ("09:00"), or the time in Sweden at a moment, as Swedish writes it: "09.00". */
export const timeInWords = (time: string | Date): string =>
  (typeof time === 'string' ? time : timeOf(time)).replace(':', '.');

/** The month in Sweden at a moment, as "2026-11". */
export const monthOf = (moment: Date): string => dayOf(moment).slice(0, 7);

/** A local day (YYYY-MM-DD), or the day in Sweden at a moment: "måndag 23 november 2026"; 'short' leaves the year out. */
export const dayInWords = (day: string | Date, length: 'long' | 'short' = 'long'): string =>
  (length === 'long' ? spoken : spokenShortly).format(typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day);

/** The day in Sweden at a moment, for places with little space: "23 nov. 2026". */
export const dateInWords = (moment: Date): string => spokenDate.format(moment);

/** "2023", "augusti 2023" or "23 november 2021", as precisely as an ISO date, month or year is known. */
export const partialDateInWords = (date: string): string => {
  const [year, month, day] = date.split('-');
  if (!month) return date;
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1), 12));
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    ...(day && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
  }).format(moment);
};

/** "måndag 23 november", where the text names the year already. */
export const shortDayInWords = (day: string | Date): string => dayInWords(day).slice(0, -' 2026'.length);

/**
 * The moment of a local day (YYYY-MM-DD) and time (HH:MM). A time that March skips becomes an hour later; of a time that October
 * has twice it is the first.
 */
export const momentAt = (day: string, time: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds);

/** The local day that is `days` days later, or earlier where `days` is negative. */
export const dayAfter = (day: string, days = 1): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The local day that is `months` months earlier. Where that month is shorter, it is the last day of the month. */
export const monthsEarlier = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).subtract({ months }).toString();

/** The weekday of a local day: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => dayAfter(day, 1 - weekdayOf(day));

/** The moment `days` times 24 hours later. It is for storage times; a day that people plan by is not always 24 hours. */
export const daysLater = (moment: Date, days: number): Date => new Date(moment.getTime() + days * 24 * 60 * 60 * 1000);
