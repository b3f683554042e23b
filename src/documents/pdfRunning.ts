import { mostly } from './pdfPieces';
import { type PdfLine } from './pdfRow';

/** The share of a page, at its top and at its bottom, where headers and footers run. */
const margin = 0.09;
/** A page number alone may stand higher: TeX puts it near the text. */
const marginOfNumber = 0.16;
const isNumber = /^\s*(?:\d{1,4}|[ivxl]{1,6})\s*$/;

/** On so many pages, with few between them, a line runs in a part of a document: several were bound together. */
const PART = 5;

/** The pages without the headers, footers and page numbers that run on most of them, or on most of a part. */
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
  // Where nothing else is said, it is what the document says.
  return left.some((page) => page.length > 0) ? left : pages.map((page) => [...page]);
}

/** Page numbers and dates are alike, Roman numbers too. */
const likeness = ({ text }: PdfLine): string =>
  text
    .replace(/\d+|(?<!\p{L})[ivxl]{1,6}(?!\p{L})/gu, '#')
    .replace(/\s+/g, ' ')
    .trim();
