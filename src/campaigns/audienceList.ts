import { unitHeadings } from './headings';
import { identityOf, isWellFormed, tidied } from './identity';
import { columnsOf, fullest, peopleIn, type Columns, type Rows } from './listColumns';

/** `unknown` is well-formed, but the bot has no chat with the person yet. */
export type Verdict = 'matched' | 'unknown' | 'duplicate' | 'malformed';

/** Whether the bot can reach the person with this e-mail or id; undefined where the bot knows nobody by it. */
export type KnownPeople = (listedAs: string) => 'reachable' | 'unreachable' | undefined;

/** The verdict on one line of an upload. */
export interface JudgedLines {
  /** From 1, as in the file. */
  readonly line: number;
  /** An e-mail or object id, NFC and lower case. For a malformed line it is the beginning of what the line holds instead. */
  readonly listedAs: string;
  readonly verdict: Verdict;
  /** The number of the earlier line that names the same person. */
  readonly duplicateOf?: number;
}
export interface ListLine extends JudgedLines {
  /** HR's group in the results; '' where there is none. */
  readonly unit: string;
}

export interface AudienceList {
  /** The lines below the header that hold something. A row that names several people gives several lines. */
  readonly lines: readonly ListLine[];
  /** The header of the column with units; '' where it has none, undefined where no column has units. */
  readonly unitHeading?: string;
}

/** The most characters of a unit's name. */
export const longestUnit = 100;

/**
 * Reads a list of managers. The words of the header name the columns, in any order. Without a header the column with e-mails and
 * object ids says who is meant, and the next column with words that are no names is the unit. A unit keeps its first spelling
 * where later rows differ in capitals. A row with several e-mails and ids counts as the one that the service knows. A person who
 * is listed by e-mail in one row and by object id in another counts twice.
 */
export function readAudienceList(rows: Rows, known: KnownPeople): AudienceList {
  const columns = columnsOf(rows, unitHeadings);
  const unitColumn = unitColumnOf(columns);
  const judge = judging(known);
  const spellings = new Map<string, string>();
  const lines = columns.lines.flatMap(({ line, cells }) => {
    const said = tidied(cells[unitColumn] ?? '').slice(0, longestUnit).trim(); // oxfmt-ignore
    const unit = spellings.get(said.toLowerCase()) ?? said;
    spellings.set(said.toLowerCase(), unit);
    return peopleIn(cells, columns.who).map((names) => {
      const listedAs = bestKnown(names, known);
      return { ...judge(line, listedAs, isWellFormed(listedAs) && listedAs), unit };
    });
  });
  return { lines, ...(unitColumn >= 0 && { unitHeading: columns.headingOf(unitColumn) ?? '' }) };
}

function bestKnown(names: readonly string[], known: KnownPeople): string {
  const status = names.map(known);
  const at = [status.indexOf('reachable'), status.indexOf('unreachable')].find((index) => index >= 0) ?? 0;
  return names[at] ?? '';
}

/**
 * Returns a function that judges one row after another, and remembers the rows before. `same` is equal for rows about the same
 * person, and false for a malformed row.
 */
export function judging(known: KnownPeople): (line: number, listedAs: string, same: string | false) => JudgedLines {
  const seen = new Map<string, number>();
  return (line, listedAs, same) => {
    if (same === false) return { line, listedAs: listedAs.slice(0, 254), verdict: 'malformed' };
    const duplicateOf = seen.get(same);
    if (duplicateOf !== undefined) return { line, listedAs, verdict: 'duplicate', duplicateOf };
    seen.set(same, line);
    return { line, listedAs, verdict: known(listedAs) === 'reachable' ? 'matched' : 'unknown' };
  };
}

/** How many lines have each verdict. */
export function countVerdicts(lines: readonly JudgedLines[]): Readonly<Record<Verdict, number>> {
  const sums = { matched: 0, unknown: 0, duplicate: 0, malformed: 0 };
  for (const { verdict } of lines) sums[verdict]++;
  return sums;
}

/** -1 where no column has units. */
function unitColumnOf({ sample, named, hasHeader, who }: Columns): number {
  const has = (column: number, wanted: RegExp) => sample.some(({ cells }) => wanted.test(cells[column] ?? ''));
  const byName = named(unitHeadings).filter((column) => !who.includes(column));
  if (byName.length || hasHeader)
    return (
      byName.find((column) => has(column, /\p{L}/u)) ?? byName.find((column) => has(column, /\S/)) ?? byName[0] ?? -1
    );
  const width = sample.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const [mine = 0] = who;
  const others = Array.from({ length: Math.max(0, width - 1) }, (_, n) => (mine + 1 + n) % width);
  const hasWords = (column: number) =>
    fullest(
      sample.map(({ cells }) => [/\p{L}/u.test(cells[column] ?? '') && !isWellFormed(identityOf(cells[column] ?? ''))]),
    );
  const isOfNames = (column: number) => {
    const named = sample.filter(({ cells }) => isNameOf(cells[column] ?? '', identityOf(cells[mine] ?? '')));
    return named.length > sample.length / 2;
  };
  return others.find((column) => hasWords(column) !== undefined && !isOfNames(column)) ?? -1;
}

/** Whether a word of a text is in an e-mail before its @: "Öberg" in asa.oberg@b.se. */
function isNameOf(text: string, mail: string): boolean {
  const folded = (said: string) => said.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const [local = ''] = folded(mail).split('@');
  return (folded(text).match(/\p{L}{2,}/gu) ?? []).some((name) => local.includes(name));
}
