import { getDocumentProxy } from 'unpdf';
import { type Content } from './content';
import { documentLimits, documentRefusal } from './documentFault';
import { filledIn, type PageField } from './pdfForm';
import { pdfLines } from './pdfLines';
import { type PdfLine } from './pdfRow';
import { piecesOfLines } from './pdfPieces';
import { withoutRunning } from './pdfRunning';
import { directionsOf } from './pdfRuns';
import { type ReadWarning } from './readWarning';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** Reads a PDF. Pages are numbered from 1, as PDF programs show them. @throws {Unreadable} */
export async function readPdf(bytes: Buffer): Promise<Content> {
  const pdf = await open(bytes);
  if (pdf.numPages > documentLimits.pages) throw documentRefusal('tooManyPages', String(pdf.numPages));
  const pages: PdfLine[][] = [];
  const warnings: ReadWarning[] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const read = await readPage(page, number);
      pages.push(read.lines);
      warnings.push(...read.warnings);
      page.cleanup();
    }
  } catch {
    throw documentRefusal('broken');
  }
  const { pieces, notes } = piecesOfLines(withoutRunning(pages).flat());
  return { pieces, pages: pdf.numPages, warnings: [...warnings, ...notes], hasPictures: () => isDrawnOn(pdf) };
}

/** How many pages are looked at. A person who scans a document scans every page. */
const LOOKED_AT = 5;

/** Whether anything is drawn on the first pages, such as the picture of a page, or letters as curves. */
async function isDrawnOn(pdf: Pdf): Promise<boolean> {
  for (let number = 1; number <= Math.min(pdf.numPages, LOOKED_AT); number++) {
    const { fnArray } = await (await pdf.getPage(number)).getOperatorList();
    if (fnArray.length > 0) return true;
  }
  return false;
}

async function readPage(page: PdfPage, number: number): Promise<{ lines: PdfLine[]; warnings: ReadWarning[] }> {
  const { items } = await page.getTextContent();
  const values = filledIn((await page.getAnnotations()) as PageField[]);
  const view = page.getViewport({ scale: 1 });
  const warnings: ReadWarning[] = values.length > 0 ? [{ kind: 'formValues', page: number, count: values.length }] : [];
  const directions = directionsOf([...items.filter((item) => 'str' in item), ...values.flat()], view);
  const read = directions.map(({ runs, isTurned }) => pdfLines(runs, { number, height: view.height, isTurned }));
  if (directions.length === 0) warnings.push({ kind: 'noText', page: number });
  if (directions.some(({ isTurned }) => isTurned)) warnings.push({ kind: 'turned', page: number });
  if (read.some(({ isUncertain }) => isUncertain)) warnings.push({ kind: 'columns', page: number });
  return { lines: read.flatMap(({ lines }) => lines), warnings };
}

/** Words that the parser skips without a message would be lost, so a fault of the parser ends the reading. */
async function open(bytes: Buffer): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: true });
  } catch (error) {
    throw documentRefusal(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken');
  }
}
