import { Cron } from 'croner';

/** The time that people in a Swedish region live by. */
const timezone = 'Europe/Stockholm';

const clock = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: timezone });

/** The local time of a moment, `HH:mm`. */
export const timeOf = (moment: Date): string => clock.format(moment);

/** The moments of a cron pattern (seconds first) after `from` and not after `to`. */
export function momentsOf(pattern: string, from: Date, to: Date): Date[] {
  const cron = new Cron(pattern, { timezone });
  const moments: Date[] = [];
  for (let at = cron.nextRun(from); at && at <= to; at = cron.nextRun(at)) moments.push(at);
  return moments;
}

/** The first moment of this local time (`HH:mm`) after `moment`. */
export function nextAt(time: string, moment: Date): Date {
  const [hour, minute] = time.split(':').map(Number);
  const at = new Cron(`0 ${minute} ${hour} * * *`, { timezone }).nextRun(moment);
  if (!at) throw new Error(`no ${time} after ${moment.toISOString()}`);
  return at;
}
