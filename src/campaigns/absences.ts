import { dayHeadings } from './headings';
import { isWellFormed, tidied } from './identity';
import { columnsOf, fullest, peopleIn, type Columns, type Rows } from './listColumns';
import { judging, type JudgedLines, type KnownPeople } from './audienceList';

/** When somebody is away. */
export interface Absence {
  /** An object id or an e-mail, NFC and lower case. */
  readonly listedAs: string;
  /** Local dates, the last included. */
  readonly from: string;
  readonly until: string;
}
export interface AbsenceLine extends JudgedLines, Absence {}

/**
 * Reads a list of absences: who, first day and last day. Days are ISO dates, with or without hyphens; a time after the date is
 * ignored. The words of the header name the columns. Without a header the two columns with most dates hold the days. A row
 * without a day, or whose last day is before the first, is malformed, and its days are what the cells say.
 */
export function readAbsences(rows: Rows, known: KnownPeople): readonly AbsenceLine[] {
  const columns = columnsOf(rows, [...dayHeadings.froms, ...dayHeadings.untils]);
  const [fromColumn, untilColumn] = dayColumnsOf(columns);
  const judge = judging(known);
  return columns.lines.flatMap(({ line, cells }) => {
    const [said, saidLast] = [cells[fromColumn] ?? '', cells[untilColumn] ?? ''];
    const [from, until] = [dayIn(said), dayIn(saidLast)];
    const isRight = from !== undefined && until !== undefined && from <= until;
    return peopleIn(cells, columns.who).map(([listedAs = '']) => {
      const same = isRight && isWellFormed(listedAs) && [listedAs, from, until].join(' ');
      return { ...judge(line, listedAs, same), from: from ?? tidied(said), until: until ?? tidied(saidLast) };
    });
  });
}

function dayColumnsOf({ sample, named }: Columns): readonly [number, number] {
  const [from] = named(dayHeadings.froms);
  const [until] = named(dayHeadings.untils);
  if (from !== undefined && until !== undefined) return [from, until];
  const days = sample.map(({ cells }) => cells.map((cell) => dayIn(cell) !== undefined));
  const one = fullest(days) ?? -1;
  const other = fullest(days.map((row) => row.map((isDay, column) => isDay && column !== one))) ?? -1;
  return one < other ? [one, other] : [other, one];
}

/** The ISO date that a cell says, if that day exists. */
function dayIn(cell: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?$/.exec(tidied(cell)) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return date.getUTCDate() === Number(day) ? `${year}-${month}-${day}` : undefined;
}
