import { headingsOf, identityHeadings } from './headings';
import { identitiesOf, isFilled, isWellFormed, mayName, tidied } from './identity';

/** A sheet that HR has uploaded: rows of cells. */
export type Rows = readonly (readonly string[])[];

/** `line` counts from 1, as in the file. */
interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The lines below the header that hold something, and the columns that say who is meant. */
export interface Columns {
  readonly lines: readonly Line[];
  /** The lines from which it is told what a column holds. */
  readonly sample: readonly Line[];
  /** The columns whose header is one of these words, in the order of the words. */
  readonly named: (words: readonly string[]) => readonly number[];
  /** The header of a column; undefined where there is no header. */
  readonly headingOf: (column: number) => string | undefined;
  readonly hasHeader: boolean;
  /** The columns that say who is meant, the most important first. */
  readonly who: readonly number[];
}

const identities = [...identityHeadings.mails, ...identityHeadings.ids];

/** The number of lines that are looked at to find the columns. */
const SAMPLE = 1000;
/** The most lines of a title above the header. */
const TITLES = 10;

/**
 * Finds the columns of a sheet by its first thousand rows. The header is one of the rows above the first e-mail or object id: the
 * one with most words that name columns, and among these `words` count more. Where no such word is found, the column with most
 * e-mails and object ids says who is meant. Rows above the header are a title. The header may come again further down.
 */
export function columnsOf(rows: Rows, words: readonly string[]): Columns {
  const filled = rows.map((cells, row) => ({ line: row + 1, cells })).filter(({ cells }) => cells.some(isFilled));
  const top = filled.slice(0, SAMPLE);
  const first = top.findIndex(({ cells }) => cells.some(isIdentity));
  const above = first < 0 ? top : top.slice(0, first);
  const header =
    headerIn(above, identities, words) ?? headerIn(above, words, []) ?? lowerHeader(top.slice(first), words);
  const same = (row: Line) => header !== undefined && isSame(header, row);
  const isTitle = ({ cells }: Line) => cells.filter(isFilled).length === 1;
  const isTable = first >= 0 && top[first]!.cells.filter(isFilled).length > 1;
  const begins = header ? Math.max(0, above.indexOf(header)) : isTable ? above.findIndex((row) => !isTitle(row)) : 0;
  const lines = filled.slice(begins < 0 ? above.length : begins).filter((row) => !same(row));
  const sample = lines.slice(0, SAMPLE);
  const headings = header?.cells.map(headingsOf) ?? [];
  const named = (some: readonly string[]) => [
    ...new Set(some.flatMap((word) => headings.flatMap((all, column) => (all.includes(word) ? [column] : [])))),
  ];
  const byName = named(identities);
  const marked = (column: number) => sample.map(({ cells }) => isIdentity(cells[column] ?? ''));
  const others = named(words);
  const marks = byName.some((column) => marked(column).includes(true))
    ? []
    : sample.map(({ cells }) => cells.map((cell, column) => !others.includes(column) && isIdentity(cell)));
  const mostly = fullest(marks);
  const who = mostly === undefined ? (byName.length ? byName : [0]) : [mostly];
  const headingOf = (column: number) => header && tidied(header.cells[column] ?? '');
  return { lines, sample, named, headingOf, hasHeader: header !== undefined, who };
}

/**
 * Whether a row below an address is the header, as where the title has a contact's address. It needs words for who is meant and
 * for something else.
 */
function lowerHeader(rows: readonly Line[], words: readonly string[]): Line | undefined {
  const others = rows.slice(0, TITLES).filter(({ cells }) => !cells.some(isIdentity));
  const has = ({ cells }: Line, some: readonly string[]) =>
    cells.some((cell) => headingsOf(cell).some((word) => some.includes(word)));
  return others.find((row) => has(row, identities) && has(row, words));
}

/**
 * The row with most of these words and of `others`, and at least one of these. Of several it is the fullest, and then the first.
 */
function headerIn(rows: readonly Line[], these: readonly string[], others: readonly string[]): Line | undefined {
  const count = ({ cells }: Line, words: readonly string[]) =>
    cells.filter((cell) => headingsOf(cell).some((word) => words.includes(word))).length;
  let best: { row: Line; sum: number } | undefined;
  for (const row of rows) {
    const sum = count(row, these) && count(row, [...these, ...others]) + row.cells.filter(isFilled).length / 1000;
    if (sum > (best?.sum ?? 0)) best = { row, sum };
  }
  return best?.row;
}

/** Whether two rows say the same, apart from capitals and punctuation. */
const isSame = (one: Line, other: Line): boolean =>
  one.cells.every((cell, n) => tidied(cell).toLowerCase() === tidied(other.cells[n] ?? '').toLowerCase());

/**
 * The people that a row names, each with all e-mails and object ids that these columns hold. A row that names nobody gives its
 * text instead.
 */
export function peopleIn(cells: readonly string[], columns: readonly number[]): readonly (readonly string[])[] {
  const said = columns.map((column) => identitiesOf(cells[column] ?? ''));
  const first = said.find((some) => some.some(isWellFormed));
  if (first && first.length > 1) return first.map((one) => [one]);
  const all = said.flat();
  return [first ? all.filter(isWellFormed) : [all.find(isFilled) ?? '']];
}

/** The column with most marks, the leftmost of several; undefined where there is no mark. */
export function fullest(marks: readonly (readonly boolean[])[]): number | undefined {
  const counts: number[] = [];
  for (const row of marks)
    row.forEach((isMarked, column) => (counts[column] = (counts[column] ?? 0) + Number(isMarked)));
  const highest = counts.reduce((one, other) => Math.max(one, other), 0);
  return highest ? counts.indexOf(highest) : undefined;
}

/** Whether a cell names somebody. */
const isIdentity = (cell: string): boolean => mayName(cell) && identitiesOf(cell).some(isWellFormed);

/** How many rows name somebody. It tells which of several sheets is the list. */
export const countAddressed = (rows: Rows): number => rows.filter((cells) => cells.some(isIdentity)).length;
