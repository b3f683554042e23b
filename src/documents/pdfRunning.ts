import { mostly } from './pdfPieces';
import { type PdfLine } from './pdfRow';

/** The parts of a page, at the top and the bottom, in which headers and footers are. */
const margin = 0.09;
/** A page number alone may stand higher: TeX puts it near the text. */
const marginOfNumber = 0.16;
const isNumber = /^\s*(?:\d{1,4}|[ivxl]{1,6})\s*$/;

/** A line on so many pages near each other runs in a part of the document: several documents were bound together. */
const PART = 5;

/** Joins the pages, without the headers, footers and page numbers that most of them, or most of a part, have. */
export function withoutRunning(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const body = mostly(pages.flat().map(({ size, text }) => [Math.round(size), text.length]));
  const isOutside = ({ depth, size, text }: PdfLine) =>
    (depth < margin || depth > 1 - (isNumber.test(text) ? marginOfNumber : margin)) && size <= body + 1;
  const places = new Map<string, number[]>();
  for (const [at, page] of pages.entries())
    for (const key of new Set(page.filter(isOutside).map(likeness))) places.set(key, [...(places.get(key) ?? []), at]);
  const isRunning = (line: PdfLine) => {
    const at = (isOutside(line) && places.get(likeness(line))) || [];
    const part = at.length < PART ? pages.length : at.at(-1)! - at[0]! + 1;
    return at.length > 1 && at.length > part / 2;
  };
  const left = pages.map((page) => page.filter((line) => !isRunning(line)));
  // Where every line of every page looks like a header, nothing is left out: it is the document's own text.
  return left.some((page) => page.length > 0) ? left : pages.map((page) => [...page]);
}

/** Digits and Roman numbers are left out, so that page numbers and dates look alike. */
const likeness = ({ text }: PdfLine): string =>
  text
    .replace(/\d+|(?<!\p{L})[ivxl]{1,6}(?!\p{L})/gu, '#')
    .replace(/\s+/g, ' ')
    .trim();
