/** Octets of a line, without the line break (RFC 5545, 3.1). */
const longestLine = 75;

/** A day in a calendar. */
export interface CalendarDay {
  /** Names the event. A file with the same name changes it. */
  readonly uid: string;
  /** Local day, ISO. */
  readonly day: string;
  readonly nextDay: string;
  readonly title: string;
  readonly madeAt: Date;
}

/** Writes a day as an iCalendar file (RFC 5545): an event of the whole day that leaves the person free. */
export function calendarFile({ uid, day, nextDay, title, madeAt }: CalendarDay): string {
  const digits = (iso: string) => iso.replaceAll('-', '');
  const stamp = `${madeAt.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tillitscoachen//SV',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}@tillitscoachen`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${digits(day)}`,
    `DTEND;VALUE=DATE:${digits(nextDay)}`,
    `SUMMARY:${escaped(title)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** Splits long lines with a line break and a space, never within a letter. */
function folded(line: string): string {
  let octets = 0;
  return [...line]
    .map((letter) => {
      const length = Buffer.byteLength(letter);
      octets += length;
      if (octets <= longestLine) return letter;
      octets = 1 + length;
      return `\r\n ${letter}`;
    })
    .join('');
}
