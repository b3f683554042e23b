import { mostly } from './pdfPieces';
import { type PdfLine } from './pdfRow';

/** The parts of a page, at the top and the bottom, in which headers and footers are. */
const margin = 0.09;

/** Joins the pages, without the headers, footers and page numbers that most of them have. */
export function withoutRunning(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const body = mostly(pages.flat().map(({ size, text }) => [Math.round(size), text.length]));
  const isOutside = ({ depth, size }: PdfLine) => (depth < margin || depth > 1 - margin) && size <= body + 1;
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(page.filter(isOutside).map(likeness))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isRunning = (line: PdfLine) => {
    const count = counts.get(likeness(line)) ?? 0;
    return isOutside(line) && count > 1 && count > pages.length / 2;
  };
  const left = pages.map((page) => page.filter((line) => !isRunning(line)));
  // Where every line of every page looks like a header, nothing is left out: it is the document's own text.
  return left.some((page) => page.length > 0) ? left : pages.map((page) => [...page]);
}

/** Digits are left out, so that page numbers and dates look alike. */
const likeness = ({ text }: PdfLine): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
