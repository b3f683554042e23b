import { joined } from './hyphen';
import { type Column, type TextRow, startsSmall } from './pdfColumns';
import { type PdfLine, type PlacedLine, lineOf } from './pdfRow';

/**
 * The rows of a table that begins at this line: at least two lines whose cells are below each other. Empty where no table begins.
 */
export function tableAt(lines: readonly PdfLine[], at: number): string[][] {
  const first = lines[at]!;
  if (first.cells.length < 2) return [];
  let end = at + 1;
  while (end < lines.length && isRowOf(first, lines[end]!)) end++;
  return end - at < 2 ? [] : lines.slice(at, end).map(({ cells }) => cells.map(({ text }) => text));
}

const isRowOf = (first: PdfLine, { page, cells, size, table }: PdfLine): boolean =>
  page === first.page &&
  table === first.table &&
  (table !== undefined ||
    (cells.length === first.cells.length &&
      cells.every(({ x }, column) => Math.abs(x - first.cells[column]!.x) < size)));

/** Whether columns form a table: their cells begin at the same heights and are not continued like prose. */
export function isTable(rows: readonly TextRow[], columns: readonly Column[]): boolean {
  const proses = columns.filter(({ isProse }) => isProse);
  if (proses.length === columns.length) return false;
  const shared = rows.filter((row) => columns.filter((column) => row.some(column.holds)).length > 1);
  const fewest = Math.min(...columns.map((column) => rows.filter((row) => row.some(column.holds)).length));
  if (shared.length < 2 || shared.length < 0.75 * fewest) return false;
  // Beside prose, the cells of a table begin at the heights of its sentences. A box that is there by chance does not.
  const begins = shared.filter((row) => !row.filter((segment) => proses.some(({ holds }) => holds(segment))).some(({ text }) => startsSmall(text))); // oxfmt-ignore
  return proses.length === 0 || begins.length >= 0.7 * shared.length;
}

/** The rows of a table as lines. A cell that continues on the next line is one cell. `table` is its number on the page. */
export function rowsOfTable(rows: readonly TextRow[], columns: readonly Column[], table: number): PlacedLine[] {
  return rows.reduce<PlacedLine[]>((lines, row) => {
    const whole = lineOf(row);
    const cells = columns.map(({ left, holds }) => {
      const own = row.filter(holds);
      return { x: left, text: own.length > 0 ? lineOf(own).text : '' };
    });
    const last = lines.at(-1);
    const isTight = last !== undefined && last.y - whole.y < 1.45 * whole.size;
    const isMore = isTight && cells.every(({ text }, at) => !text || startsSmall(text) || /[,-]$/.test(last.cells[at]!.text)); // oxfmt-ignore
    if (!isMore) return [...lines, { ...whole, cells, table }];
    const both = cells.map(({ x, text }, at) => {
      const begun = last.cells[at]!.text;
      return { x, text: begun && text ? joined(begun, text) : begun || text };
    });
    return [...lines.slice(0, -1), { ...last, y: whole.y, cells: both }];
  }, []);
}

const isPageNumber = /^(?:\d{1,3}|[ivxl]{1,6})$/;

/**
 * The entries of a table of contents: headings with page numbers that never decrease. Undefined where it is no table of contents.
 */
export function entriesOf(rows: readonly TextRow[], columns: readonly Column[]): PlacedLine[] | undefined {
  const pages = rows.map((row) => row.at(-1)!.text.trim());
  if (columns.length < 2 || rows.length < 3) return undefined;
  const isAll = rows.every((row, at) => row.length > 1 && isPageNumber.test(pages[at]!) && /\p{L}/u.test(row[0]!.text + row[1]!.text)); // oxfmt-ignore
  const numbers = pages.map(Number).filter((number) => !Number.isNaN(number));
  if (!isAll || numbers.some((number, at) => number < (numbers[at - 1] ?? 0))) return undefined;
  return rows.map((row) => {
    const line = lineOf(row);
    return { ...line, cells: [{ x: line.x, text: line.text }], isEntry: true };
  });
}
