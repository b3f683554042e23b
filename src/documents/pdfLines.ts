/** Text as a PDF places it, in points from the page's lower left corner. */
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
}

interface Page {
  readonly number: number;
  readonly bottom: number;
  readonly top: number;
}

/** A dot or dash that begins an entry of a list. Symbol fonts put theirs in the private use area. */
const dots = '•◦▪■‣●○–—\\-o\\u00b7\\uf0a7\\uf0b7\\uf0fc';
export const bullet = new RegExp(`^[${dots}](?:\\s+|$)`, 'u');

/** The lines in the order in which the page was written, column by column; from the top, where that order jumps about. */
export function pdfLines(runs: readonly TextRun[], page: Page): PdfLine[] {
  const lines = linesInOrder(runs, page);
  const jumps = lines.filter((line, at) => {
    const last = lines[at - 1];
    return last && line.y > last.y + line.size && line.x < last.right;
  });
  if (jumps.length < 3 || jumps.length < lines.length / 5) return lines;
  return linesInOrder(
    runs.filter(({ text }) => text.trim()).sort((a, b) => (isLevel(a, b) ? a.x - b.x : b.y - a.y)),
    page,
  );
}

function linesInOrder(runs: readonly TextRun[], { number, bottom, top }: Page): PdfLine[] {
  const lines: PdfLine[] = [];
  let isSpace = false;
  for (const run of runs) {
    if (!run.text.trim()) {
      isSpace = true;
      continue;
    }
    const last = lines.at(-1);
    if (last && isLevel(last, run) && run.x >= last.right - run.size / 2)
      lines[lines.length - 1] = extended(last, run, isSpace);
    else {
      const depth = (top - run.y) / (top - bottom || 1);
      lines.push({ ...run, cells: [{ x: run.x, text: run.text }], page: number, depth });
    }
    isSpace = false;
  }
  return lines;
}

/** Raised and lowered letters belong to their line. */
const isLevel = (one: TextRun, other: TextRun): boolean =>
  Math.abs(one.y - other.y) < Math.max(one.size, other.size) / 2;

function extended(line: PdfLine, run: TextRun, isSpace: boolean): PdfLine {
  const gap = run.x - line.right;
  const isNewCell = gap > 2 * run.size && !bullet.test(line.text);
  const space = isSpace || gap > run.size / 6 ? ' ' : '';
  const [begun, open] = [line.cells.slice(0, -1), line.cells.at(-1)!];
  const cells = isNewCell
    ? [...line.cells, { x: run.x, text: run.text }]
    : [...begun, { ...open, text: open.text + space + run.text }];
  const isSmaller = run.text.length <= line.text.length;
  const { y, size } = isSmaller ? line : run;
  return {
    ...line,
    y,
    size,
    cells,
    right: Math.max(line.right, run.right),
    text: line.text + (isNewCell ? ' ' : space) + run.text,
  };
}
