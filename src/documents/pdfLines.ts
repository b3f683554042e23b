import { withoutDropCaps } from './pdfDropCaps';
import { laidOut } from './pdfLayout';

/** Text as a PDF places it, in points; `y` grows upwards. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  /** Of the letters. */
  readonly size: number;
}

/** A line of a page, or of one of its columns. */
export interface PdfLine extends TextRun {
  /** Where wide gaps part the line: its cells. A line of running text has one. */
  readonly cells: readonly { readonly x: number; readonly text: string }[];
  readonly page: number;
  /** How far down the page it stands: 0 at the top, 1 at the bottom. */
  readonly depth: number;
  /** The table that it is a row of, by a number of its own on the page; its cells are those of the table's columns. */
  readonly table?: number;
  /** An entry of a table of contents: a heading, and the page where it stands. */
  readonly isEntry?: boolean;
}

interface Page {
  readonly number: number;
  readonly height: number;
  /** The text is turned: how far down it stands on the page says nothing. */
  readonly isTurned: boolean;
}

/** A dot or dash that begins an entry of a list. Symbol fonts put theirs in the private use area. */
const dots = '•◦▪■‣●○–—\\-o\\u00b7\\uf0a7\\uf0b7\\uf0fc';
export const bullet = new RegExp(`^[${dots}](?:\\s+|$)`, 'u');

/** The lines of a page in the order in which they are read; `isUncertain` where its columns or boxes might be read otherwise. */
export function pdfLines(runs: readonly TextRun[], page: Page): { lines: PdfLine[]; isUncertain: boolean } {
  const { lines, isUncertain } = laidOut(segmentsOf(withoutDropCaps(runs)));
  return {
    lines: lines.map((line) => ({
      ...line,
      page: page.number,
      depth: page.isTurned ? 0.5 : -line.y / (page.height || 1),
    })),
    isUncertain,
  };
}

/** Dots that lead the eye to a page's number. */
const leader = /\s*(?:[.·…]\s?){4,}\s*/;

/** Runs that follow each other on a line, joined where no wide gap parts them. */
function segmentsOf(runs: readonly TextRun[]): TextRun[] {
  const segments: TextRun[] = [];
  let isSpace = false;
  for (const run of runs.flatMap(withoutLeaders)) {
    const last = segments.at(-1);
    if (!run.text.trim()) isSpace = true;
    else {
      if (last && isLevel(last, run) && run.x >= last.right - run.size / 2 && isNear(last, run))
        segments[segments.length - 1] = extended(last, run, isSpace);
      else segments.push(run);
      isSpace = false;
    }
  }
  return segments.map((segment) => ({ ...segment, text: unspaced(segment.text) }));
}

/** An entry of a table of contents comes apart where its dots are. */
function withoutLeaders(run: TextRun): TextRun[] {
  const parts = run.text.split(leader);
  if (parts.length !== 2 || !/^\d*\s*$/.test(parts[1]!)) return [run];
  const share = (run.right - run.x) / run.text.length;
  const [text = '', number = ''] = parts;
  return [
    { ...run, text, right: run.x + share * text.length },
    { ...run, text: number, x: run.right - share * number.length },
  ].filter((part) => part.text.trim());
}

/** Raised and lowered letters belong to their line. */
export const isLevel = (one: TextRun, other: TextRun): boolean =>
  Math.abs(one.y - other.y) < Math.max(one.size, other.size) * (Math.abs(one.size - other.size) > 1 ? 0.5 : 0.35);

const isNear = (last: TextRun, run: TextRun): boolean =>
  run.x - last.right < 0.9 * Math.max(run.size, last.size) || isMark(last.text);

/** What stands before an entry of a list, alone: "•", "2.", "b)". */
export const isMark = (text: string): boolean =>
  (bullet.test(text) && text.trim().length === 1) || /^(?:\d{1,2}|[a-z])[.)]\s*$/.test(text);

/** Two runs of a line as one. */
export function extended(line: TextRun, run: TextRun, isSpace: boolean): TextRun {
  const space = isSpace || run.x - line.right > run.size / 6 ? ' ' : '';
  const { y, size } = run.text.length <= line.text.length ? line : run;
  return { x: line.x, y, size, right: Math.max(line.right, run.right), text: line.text + space + run.text };
}

/** A title that is set with a space after each letter: "L E D A R S K A P" is a word, and two spaces part two of them. */
const unspaced = (text: string): string =>
  /^\s*\p{L}(?:\s+\p{L}){4,}\s*$/u.test(text)
    ? text.trim().split(/\s{2,}/).map((word) => word.replaceAll(' ', '')).join(' ') // prettier-ignore
    : text;
