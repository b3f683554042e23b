import { isOpen, type Calendar } from '../../src/campaigns/calendar';
import { dayAfter, dayOf, momentAt } from '../../src/shared/localTime';

/** The demo's time. It runs as ours does, and can be moved forward. */
export interface Clock {
  readonly now: () => Date;
  moveTo(moment: Date): void;
}

/** A clock that shows `start` now. It is never moved back. */
export function clockFrom(start: Date): Clock {
  const began = Date.now();
  let moved = 0;
  const now = () => new Date(start.getTime() + (Date.now() - began) + moved);
  return { now, moveTo: (moment) => void (moved += Math.max(0, moment.getTime() - now().getTime())) };
}

/** When the demo's days begin: before nine, when most is sent, so that HR can still send something on the same day. */
const morning = '08:00';

/** When people look at their chats, all of it in open hours. */
const looks = [morning, '12:00', '17:30'];

/** 08:00 in Sweden on a day (yyyy-mm-dd). */
export const morningOf = (day: string): Date => momentAt(day, morning);

/** The moments on the way to another moment at which people look, that one last. Nobody looks on days off. */
export function looksUntil(calendar: Calendar, from: Date, until: Date): Date[] {
  const found: Date[] = [];
  for (let day = dayOf(from); day <= dayOf(until); day = dayAfter(day))
    found.push(...looks.map((time) => momentAt(day, time)).filter((look) => isOpen(calendar, look)));
  return [...found.filter((look) => look > from && look < until), until];
}

/** The day that is `days` working days before another. With 0 it is that day, or the working day before it. */
export function workingDayBefore(calendar: Calendar, day: string, days: number): string {
  let found = day;
  for (let left = days; !isOpen(calendar, morningOf(found)) || left-- > 0;) found = dayAfter(found, -1);
  return found;
}
