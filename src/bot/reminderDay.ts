import { lastWorkingDay, type Calendar } from '../campaigns/calendar';
import { type Commitment } from '../commitments/commitment';
import { dayInWords } from '../shared/localTime';
import { fill, type Texts } from '../shared/texts';

/**
 * Says when the bot asks about a commitment: "På tisdag 8 december 2026 frågar jag hur det gick." Reminders come on working days
 * only, so a commitment that is due on a Saturday is asked about on Monday, and the sentence says so.
 */
export function reminderDayInWords(
  { willAsk, willRemind, dayOff }: Texts['commitments'],
  calendar: Calendar,
  { kind, due }: Pick<Commitment, 'kind' | 'due'>,
): string {
  const day = lastWorkingDay(calendar, due, 1);
  const when = fill(kind === 'own' ? willRemind : willAsk, { day: dayInWords(day) });
  return day === due ? when : `${when} ${dayOff}`;
}
