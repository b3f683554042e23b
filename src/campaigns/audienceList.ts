import { columnsOf, fullest, identityIn, isWellFormed, tidied, type Columns, type Rows } from './listColumns';

/** `unknown` is well-formed, but the bot has no chat with her: she is not reached yet. */
export type Verdict = 'matched' | 'unknown' | 'duplicate' | 'malformed';

/** Whether the bot can reach whoever is listed as this; undefined where it does not know her. */
export type KnownPeople = (listedAs: string) => 'reachable' | 'unreachable' | undefined;

/** What is said of one line of an upload. */
export interface JudgedLines {
  /** From 1, as in the file. */
  readonly line: number;
  /** E-mail or object id, NFC and lower case; where it is malformed, what stands in its place. */
  readonly listedAs: string;
  readonly verdict: Verdict;
  /** The line that says the same. */
  readonly duplicateOf?: number;
}
export interface ListLine extends JudgedLines {
  /** HR's group in the results; '' where there is none. */
  readonly unit: string;
}

/** The lines of a list that hold something, but for its header. */
export type AudienceList = readonly ListLine[];

const units = ['grupp', 'enhet', 'förvaltning', 'unit', 'avdelning', 'klinik', 'verksamhet'];

/**
 * Reads a list of managers. Columns are found by the words of its header, in whatever order they stand; without one, who is meant
 * stands where the e-mails and object ids do, and her unit in the next column with words in it. Of a unit that is spelled with
 * other capitals the first spelling counts. Somebody who is listed by e-mail in one line and by object id in another is
 * not seen to be the same.
 */
export function readAudienceList(rows: Rows, known: KnownPeople): AudienceList {
  const columns = columnsOf(rows, units);
  const unitColumn = unitColumnOf(columns);
  const judge = judging(known);
  const spellings = new Map<string, string>();
  return columns.lines.map(({ line, cells }) => {
    const said = tidied(cells[unitColumn] ?? '');
    const unit = spellings.get(said.toLowerCase()) ?? said;
    spellings.set(said.toLowerCase(), unit);
    const listedAs = identityIn(cells, columns.who);
    return { ...judge(line, listedAs, isWellFormed(listedAs) && listedAs), unit };
  });
}

/** Judges one line after the other. `same` is equal in lines that say the same, and false where a line is malformed. */
export function judging(known: KnownPeople): (line: number, listedAs: string, same: string | false) => JudgedLines {
  const seen = new Map<string, number>();
  return (line, listedAs, same) => {
    if (same === false) return { line, listedAs, verdict: 'malformed' };
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
  const [byName] = named(units);
  if (byName !== undefined || hasHeader) return byName ?? -1;
  const width = sample.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const [mine = 0] = who;
  const others = Array.from({ length: width - 1 }, (_, n) => (mine + 1 + n) % width);
  const hasWords = (column: number) =>
    fullest(
      sample.map(({ cells }) => [/\p{L}/u.test(cells[column] ?? '') && !isWellFormed(identityIn(cells, [column]))]),
    );
  return others.find((column) => hasWords(column) !== undefined) ?? -1;
}
