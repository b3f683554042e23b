import { columnsIn, type TextRow } from './pdfColumns';
import { isLevel, lineOf, type PlacedLine, type TextRun } from './pdfRow';
import { entriesOf, isTable, rowsOfTable } from './pdfTable';

interface Laid {
  readonly lines: PlacedLine[];
  readonly isUncertain: boolean;
}

/** How deep columns may be inside columns. */
const DEEPEST = 4;

/** The lines in reading order: from the top, and column by column where there are columns. */
export function laidOut(segments: readonly TextRun[]): Laid {
  let tables = 0;
  const read = (some: readonly TextRun[], depth: number): Laid => {
    const lines: PlacedLine[] = [];
    let isUncertain = false;
    for (const { rows, columns } of columnsIn(rowsOf(some), depth < DEEPEST)) {
      const entries = entriesOf(rows, columns);
      // Where the text of every column continues from line to line, each is one cell: these are columns, and no table.
      const table = isTable(rows, columns) ? rowsOfTable(rows, columns, ++tables) : [];
      if (columns.length < 2) lines.push(...rows.map(lineOf));
      else if (entries) lines.push(...entries);
      else if (table.length > 1) lines.push(...table);
      else {
        const parts = columns.map((column) => read(rows.flatMap((row) => row.filter(column.holds)), depth + 1)); // oxfmt-ignore
        lines.push(...parts.flatMap((part) => part.lines));
        isUncertain ||= columns.some(({ isProse }) => !isProse) || parts.some((part) => part.isUncertain);
      }
    }
    return { lines, isUncertain };
  };
  return read(segments, 0);
}

/** Segments at the same height: rows from the top, each from the left. */
function rowsOf(segments: readonly TextRun[]): TextRow[] {
  const rows: TextRun[][] = [];
  for (const segment of [...segments].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const widest = row?.reduce((most, each) => (each.text.length > most.text.length ? each : most));
    if (row && widest && isLevel(widest, segment)) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}
