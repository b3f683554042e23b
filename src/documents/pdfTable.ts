import { type PdfLine } from './pdfLines';

/** The rows of a table that begins here: two lines or more whose cells stand below each other; else none. */
export function tableAt(lines: readonly PdfLine[], at: number): string[][] {
  const first = lines[at]!;
  if (first.cells.length < 2) return [];
  let end = at + 1;
  while (end < lines.length && isRowOf(first, lines[end]!)) end++;
  return end - at < 2 ? [] : lines.slice(at, end).map(({ cells }) => cells.map(({ text }) => text));
}

const isRowOf = (first: PdfLine, { page, cells, size }: PdfLine): boolean =>
  page === first.page &&
  cells.length === first.cells.length &&
  cells.every(({ x }, column) => Math.abs(x - first.cells[column]!.x) < size);
