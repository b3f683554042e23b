import { type PdfLine } from './pdfRow';

/** How a footnote begins: with its number or a sign. */
export const noteMark = /^(?:\d{1,3}\s*(?=[\p{L}"”(])|\*{1,3}\s*(?=\p{L})|[†‡])/u;

/** A text this short is a page number and no note. */
const SHORTEST = 10;

/**
 * The footnotes of a page: small text at the bottom of the page or a column, from the first line with a note's mark. `body` is
 * the size of ordinary text.
 */
export function notesIn(lines: readonly PdfLine[], body: number): ReadonlySet<PdfLine> {
  const notes = new Set<PdfLine>();
  const isSmall = ({ size }: PdfLine) => size <= body * 0.93;
  lines.forEach((line, at) => {
    const isMarked = noteMark.test(line.text) && line.text.length >= SHORTEST;
    if (notes.has(line) || !isSmall(line) || !isMarked || line.depth < 0.4 || line.table !== undefined) return;
    const below = belowIn(lines, at);
    if (below.every((each) => isSmall(each) && each.table === undefined)) for (const each of [line, ...below]) notes.add(each); // oxfmt-ignore
  });
  return notes;
}

/** The lines below it on its page, in its column. */
function belowIn(lines: readonly PdfLine[], at: number): PdfLine[] {
  const { page, x, y, right } = lines[at]!;
  const isBelow = (line: PdfLine) => line.page === page && line.y < y && line.x < right && line.right > x;
  const below: PdfLine[] = [];
  for (let next = at + 1; next < lines.length && lines[next]!.page === page; next++)
    if (isBelow(lines[next]!)) below.push(lines[next]!);
  return below;
}
