/** Text as a PDF places it, in points; `y` grows upwards. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  /** The size of the letters. */
  readonly size: number;
  /** An entry of a table of contents: a heading and its page number. */
  readonly isEntry?: boolean;
}

/** A line of a page, or of one of its columns. */
export interface PdfLine extends TextRun {
  /** The line's cells, which wide gaps separate. A line of running text has one. */
  readonly cells: readonly { readonly x: number; readonly text: string }[];
  readonly page: number;
  /** How far down the page it is: 0 at the top, 1 at the bottom. */
  readonly depth: number;
  /** The number of its table on the page, where it is a row of one. Its cells are those of the table's columns. */
  readonly table?: number;
}

export type PlacedLine = Omit<PdfLine, 'page' | 'depth'>;

/** A dot or dash that begins a list item. Symbol fonts have theirs in the private use area. */
const dots = '•◦▪■‣●○–—\\-o\\u00b7\\uf0a7\\uf0b7\\uf0fc';
export const bullet = new RegExp(`^[${dots}](?:\\s+|$)`, 'u');

/**
 * Whether two runs of text lie on the same line. Raised and lowered letters belong to their line, so smaller letters may lie
 * further away.
 */
export const isLevel = (one: TextRun, other: TextRun): boolean =>
  Math.abs(one.y - other.y) < Math.max(one.size, other.size) * (Math.abs(one.size - other.size) > 1 ? 0.5 : 0.35);

/** Whether a text is a list mark and nothing else: "•", "2.", "b)". */
export const isMark = (text: string): boolean =>
  (bullet.test(text) && text.trim().length === 1) || /^(?:\d{1,2}|[a-z])[.)]\s*$/.test(text);

/** Joins two runs of a line into one. `isSpace` says that the file has white space between them. */
export function extended(line: TextRun, run: TextRun, isSpace: boolean): TextRun {
  const isGap = isSpace || run.x - line.right > run.size / 6;
  const space = isGap ? (isSpread(line.text) && isSpread(run.text) ? '  ' : ' ') : '';
  const { y, size } = run.text.length <= line.text.length ? line : run;
  return { x: line.x, y, size, right: Math.max(line.right, run.right), text: line.text + space + run.text };
}

/** A word whose letters have spaces between them. */
const isSpread = (text: string): boolean => /^\s*\p{L}(?: \p{L})+\s*$/u.test(text);

/** A title that was set with spaces between its letters, as words: "L E D A R S K A P" is one word. Two spaces separate words. */
export const unspaced = (text: string): string =>
  /^\s*\p{L}(?:\s+\p{L}){4,}\s*$/u.test(text)
    ? text
        .trim()
        .split(/\s{2,}/)
        .map((word) => word.replaceAll(' ', ''))
        .join(' ')
    : text;

/** Joins a row of runs into one line. Wide gaps separate its cells. */
export function lineOf(row: readonly TextRun[]): PlacedLine {
  const [first, ...rest] = row;
  let line: PlacedLine = { ...first!, cells: [{ x: first!.x, text: first!.text }] };
  for (const segment of rest) {
    const isNewCell = segment.x - line.right > 2 * segment.size && !isMark(line.text);
    const [begun, open] = [line.cells.slice(0, -1), line.cells.at(-1)!];
    const both = extended(line, segment, isNewCell);
    const cells = isNewCell
      ? [...line.cells, { x: segment.x, text: segment.text }]
      : [...begun, { ...open, text: open.text + both.text.slice(line.text.length) }];
    line = { ...both, cells };
  }
  const cells = line.cells.map((cell) => ({ ...cell, text: unspaced(cell.text) }));
  const isEntry = row.some((segment) => segment.isEntry);
  return { ...line, cells, text: cells.length > 1 ? line.text : cells[0]!.text, ...(isEntry && { isEntry }) };
}
