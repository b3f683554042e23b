/** A sheet that HR has uploaded: rows of cells. */
export type Rows = readonly (readonly string[])[];

/** `line` counts from 1, as in the file. */
interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A sheet's lines that hold something, but for its header, and where in them who is meant stands. */
export interface Columns {
  readonly lines: readonly Line[];
  /** Those lines that what a column holds is told from. */
  readonly sample: readonly Line[];
  /** The columns whose header is one of these words, in the order of the words. */
  readonly named: (words: readonly string[]) => readonly number[];
  readonly hasHeader: boolean;
  /** The columns that say who is meant, the first of which counts. */
  readonly who: readonly number[];
}

const mails = ['e-post', 'epost', 'e-postadress', 'epostadress', 'e-mail', 'email', 'mejl', 'mejladress', 'mail', 'mailadress', 'upn']; // prettier-ignore
const ids = ['objekt-id', 'objektid', 'object id', 'object-id', 'objectid', 'id'];
const identities = [...mails, ...ids];

/** Lines that are looked at to find the columns. */
const SAMPLE = 1000;

/**
 * Finds the columns of a sheet by its first thousand lines. Its header is the first row above all e-mails and object ids that
 * has a word for these, else one with another of `words`; without such words in it, who is meant stands where most e-mails
 * and object ids do.
 */
export function columnsOf(rows: Rows, words: readonly string[]): Columns {
  const filled = rows.map((cells, row) => ({ line: row + 1, cells })).filter(({ cells }) => cells.some(isFilled));
  const top = filled.slice(0, SAMPLE);
  const first = top.findIndex(({ cells }) => cells.some(isIdentity));
  const above = first < 0 ? top : top.slice(0, first);
  const has = (some: readonly string[]) =>
    above.find(({ cells }) => cells.some((cell) => some.includes(heading(cell))));
  const header = has(identities) ?? has(words);
  const lines = filled.filter((row) => row !== header);
  const sample = lines.slice(0, SAMPLE);
  const headings = header?.cells.map(heading) ?? [];
  const named = (some: readonly string[]) =>
    some.flatMap((word) => headings.flatMap((text, column) => (text === word ? [column] : [])));
  const byName = named(identities);
  const who = byName.length ? byName : [fullest(sample.map(({ cells }) => cells.map(isIdentity))) ?? 0];
  return { lines, sample, named, hasHeader: header !== undefined, who };
}

/** Who is meant in a line: the first e-mail or object id in these columns, else what stands there instead. */
export function identityIn(cells: readonly string[], columns: readonly number[]): string {
  const said = columns.map((column) => identityOf(cells[column] ?? ''));
  return said.find(isWellFormed) ?? said.find(isFilled) ?? '';
}

/** The column with most marks; of several the leftmost. */
export function fullest(marks: readonly (readonly boolean[])[]): number | undefined {
  const counts: number[] = [];
  for (const row of marks)
    row.forEach((isMarked, column) => (counts[column] = (counts[column] ?? 0) + Number(isMarked)));
  const highest = counts.reduce((one, other) => Math.max(one, other), 0);
  return highest ? counts.indexOf(highest) : undefined;
}

const invisible = /\p{Cf}/gu;
/** A cell's text without white space around it and without what cannot be seen. */
export const tidied = (cell: string): string =>
  cell.normalize('NFC').replace(invisible, '').trim().replace(/\s+/g, ' ');
export const isFilled = (cell: string): boolean => tidied(cell) !== '';

/** An e-mail or an object id as the store has it: NFC, lower case. */
const identityOf = (cell: string): string => tidied(cell).toLowerCase();
const heading = (cell: string): string => identityOf(cell).replace(/\s*[:*]$/, '');

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const word = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_%+'&-]*";
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const mail = new RegExp(`^(?=.{1,64}@)${word}(?:\\.${word})*@(?:${label}\\.)+${label}$`, 'u');

/** Whether it is an e-mail (local@domain with a dot, 254 characters at most) or an object id. */
export const isWellFormed = (identity: string): boolean =>
  identity.length <= 254 && (objectId.test(identity) || mail.test(identity));
const isIdentity = (cell: string): boolean => isWellFormed(identityOf(cell));
