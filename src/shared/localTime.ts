const zone = 'Europe/Stockholm';
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
const spoken = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The day in Sweden at a moment, as "2026-11-23". */
export const dayOf = (moment: Date): string => isoDay.format(moment);

/** The month in Sweden at a moment, as "2026-11". */
export const monthOf = (moment: Date): string => dayOf(moment).slice(0, 7);

/** "måndag 23 november 2026", of an ISO date or a moment. */
export const dayInWords = (day: string | Date): string =>
  spoken.format(typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day);

export const daysLater = (moment: Date, days: number): Date => new Date(moment.getTime() + days * 24 * 60 * 60 * 1000);
