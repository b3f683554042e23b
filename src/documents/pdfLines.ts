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
  /** An entry of a table of contents: a heading, and the page where it stands. */
  readonly isEntry?: boolean;
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
const leader = /\s*((?:[.·…]\s?){4,})\s*/;
const isLeader = /^\s*(?:[.·…]\s?){3,}$/;
const isNumber = /^\s*(?:\d{1,3}|[ivxl]{1,6})\s*$/;

/** Runs that follow each other on a line, joined where no wide gap parts them. */
function segmentsOf(runs: readonly TextRun[]): TextRun[] {
  const segments: TextRun[] = [];
  let isSpace = false;
  let led: TextRun | undefined;
  for (const run of runs.flatMap(withoutLeaders)) {
    const last = segments.at(-1);
    if (isLeader.test(run.text)) led = run;
    else if (!run.text.trim()) isSpace = true;
    else {
      const isEntry = led !== undefined && isLevel(led, run) && isNumber.test(run.text);
      if (last && isLevel(last, run) && run.x >= last.right - run.size / 2 && isNear(last, run))
        segments[segments.length - 1] = { ...extended(last, run, isSpace), ...(isEntry && { isEntry }) };
      else segments.push(isEntry ? { ...run, isEntry } : run);
      [isSpace, led] = [false, undefined];
    }
  }
  return segments;
}

/** An entry of a table of contents comes apart where its dots are. */
function withoutLeaders(run: TextRun): TextRun[] {
  const [text = '', dots = '', number] = run.text.split(leader);
  if (number === undefined || (number.trim() && !isNumber.test(number))) return [run];
  const share = (run.right - run.x) / run.text.length;
  const page = { ...run, text: number, x: run.right - share * number.length };
  return [{ ...run, text, right: run.x + share * text.length }, { ...run, text: dots }, page].filter((part) => part.text.trim()); // prettier-ignore
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
  const isGap = isSpace || run.x - line.right > run.size / 6;
  const space = isGap ? (isSpread(line.text) && isSpread(run.text) ? '  ' : ' ') : '';
  const { y, size } = run.text.length <= line.text.length ? line : run;
  return { x: line.x, y, size, right: Math.max(line.right, run.right), text: line.text + space + run.text };
}

/** A word whose letters stand apart. */
const isSpread = (text: string): boolean => /^\s*\p{L}(?: \p{L})+\s*$/u.test(text);

/** A title that is set with a space after each letter: "L E D A R S K A P" is a word, and two spaces part two of them. */
export const unspaced = (text: string): string =>
  /^\s*\p{L}(?:\s+\p{L}){4,}\s*$/u.test(text)
    ? text
        .trim()
        .split(/\s{2,}/)
        .map((word) => word.replaceAll(' ', ''))
        .join(' ')
    : text;
