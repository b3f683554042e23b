import { getDocumentProxy } from 'unpdf';
import { documentLimits, documentRefusal } from './documentFault';
import { pdfLines, type PdfLine, type TextRun } from './pdfLines';
import { piecesOfLines } from './pdfPieces';
import { withoutRunning } from './pdfRunning';
import { type Content } from './content';

/** Pages counted as PDF programs count them, from 1. Rejects with Unreadable. */
export async function readPdf(bytes: Buffer): Promise<Content> {
  const pdf = await open(bytes);
  if (pdf.numPages > documentLimits.pages) throw documentRefusal('tooManyPages', String(pdf.numPages));
  const pages: PdfLine[][] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const [, bottom = 0, , top = 0] = page.view;
      pages.push(pdfLines(items.filter((item) => 'str' in item).map(runOf), { number, bottom, top }));
      page.cleanup();
    }
  } catch {
    throw documentRefusal('broken');
  }
  return { pieces: piecesOfLines(withoutRunning(pages).flat()), pages: pdf.numPages, warnings: [] };
}

/** Words that were skipped without a sound would be lost: what the parser stumbles over, stops it. */
async function open(bytes: Buffer) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: true });
  } catch (error) {
    throw documentRefusal(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken');
  }
}

function runOf({
  str,
  transform,
  width,
  height,
}: {
  str: string;
  transform: number[];
  width: number;
  height: number;
}): TextRun {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  return { text: str, x, y, right: x + width, size: Math.hypot(c, d) || height || 1 };
}
