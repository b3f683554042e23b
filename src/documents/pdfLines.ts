import { extended, isLevel, isMark, type PdfLine, type TextRun } from './pdfRow';
import { withoutDropCaps } from './pdfDropCaps';
import { laidOut } from './pdfLayout';
import { composed } from './pdfRuns';

interface Page {
  readonly number: number;
  readonly height: number;
  /** For turned text, the height on the page says nothing. */
  readonly isTurned: boolean;
}

/** The lines of a page in reading order. `isUncertain` says that columns or boxes could be read in another order too. */
export function pdfLines(runs: readonly TextRun[], page: Page): { lines: PdfLine[]; isUncertain: boolean } {
  const { lines, isUncertain } = laidOut(segmentsOf(withoutDropCaps(runs)));
  return {
    lines: lines.map((line) => ({
      ...line,
      text: composed(line.text),
      cells: line.cells.map((cell) => ({ ...cell, text: composed(cell.text) })),
      page: page.number,
      depth: page.isTurned ? 0.5 : -line.y / (page.height || 1),
    })),
    isUncertain,
  };
}

/** The dots before the page number in a table of contents. */
const leader = /\s*((?:[.·…]\s?){4,})\s*/;
const isLeader = /^\s*(?:[.·…]\s?){3,}$/;
const isNumber = /^\s*(?:\d{1,3}|[ivxl]{1,6})\s*$/;

/** Joins runs that follow each other on a line without a wide gap. */
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

/** An entry of a table of contents is split where its dots are. */
function withoutLeaders(run: TextRun): TextRun[] {
  const [text = '', dots = '', number] = run.text.split(leader);
  if (number === undefined || (number.trim() && !isNumber.test(number))) return [run];
  const share = (run.right - run.x) / run.text.length;
  const page = { ...run, text: number, x: run.right - share * number.length };
  return [{ ...run, text, right: run.x + share * text.length }, { ...run, text: dots }, page].filter((part) => part.text.trim()); // oxfmt-ignore
}

const isNear = (last: TextRun, run: TextRun): boolean =>
  run.x - last.right < 0.9 * Math.max(run.size, last.size) || isMark(last.text);
