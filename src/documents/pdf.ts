import { getDocumentProxy } from 'unpdf';
import { type FormatContent } from './content';
import { documentLimits, documentRefusal } from './documentFault';
import { filledIn, type PageField } from './pdfForm';
import { pdfLines } from './pdfLines';
import { type PdfLine } from './pdfRow';
import { piecesOfLines } from './pdfPieces';
import { withoutRunning } from './pdfRunning';
import { directionsOf } from './pdfRuns';
import { type ReadWarning } from './readWarning';
import { once } from '../shared/once';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** Reads a PDF. Pages are numbered from 1, as PDF programs show them. @throws {Unreadable} */
export async function readPdf(bytes: Buffer): Promise<FormatContent> {
  const lost = { fonts: 0 };
  const pdf = await open(bytes, true, lost);
  if (pdf.numPages > documentLimits.pages) throw documentRefusal('tooManyPages', String(pdf.numPages));
  const pages: PdfLine[][] = [];
  const warnings: ReadWarning[] = [];
  const patient = once(() => open(bytes, false, lost));
  for (let number = 1; number <= pdf.numPages; number++) {
    const { page, isDamaged } = await wholePage(pdf, patient, number);
    const read = readPage(page, number);
    page.proxy.cleanup();
    pages.push(read.lines);
    warnings.push(...read.warnings, ...(isDamaged ? [{ kind: 'damaged', page: number } as const] : []));
  }
  const { pieces, notes } = piecesOfLines(withoutRunning(pages).flat());
  // A damaged file without any text is no picture of text.
  if (pieces.every(({ kind }) => kind === 'page') && warnings.some(({ kind }) => kind === 'damaged'))
    throw documentRefusal('broken');
  if (lost.fonts > 0) warnings.push({ kind: 'lostFont' });
  return { pieces, pages: pdf.numPages, warnings: [...warnings, ...notes], hasPictures: () => isDrawnOn(pdf, bytes) };
}

interface Page {
  readonly proxy: PdfPage;
  readonly items: Awaited<ReturnType<PdfPage['getTextContent']>>['items'];
  readonly fields: PageField[];
}

/** How many pages are read both ways. A damaged font is seldom on later pages only. */
const READ_TWICE = 100;

/**
 * Reads a page with the parser that stops at errors. Where that one stops or reads fewer letters, the one that reads past errors is
 * taken. The first one leaves out what is written in a damaged font, and does not say so. @throws {Unreadable} where neither can read it
 */
async function wholePage(pdf: Pdf, patient: () => Promise<Pdf>, number: number) {
  const strict = await tried(() => pageOf(pdf, number));
  if (strict && number > READ_TWICE && lettersOf(strict) > 0) return { page: strict, isDamaged: false };
  const other = await tried(async () => pageOf(await patient(), number));
  if (strict && (!other || lettersOf(strict) >= lettersOf(other))) return { page: strict, isDamaged: false };
  if (!other) throw documentRefusal('broken');
  return { page: other, isDamaged: true };
}

/** Undefined where the parser stops. */
const tried = (read: () => Promise<Page>): Promise<Page | undefined> => read().catch(() => undefined);

async function pageOf(pdf: Pdf, number: number): Promise<Page> {
  const proxy = await pdf.getPage(number);
  const { items } = await proxy.getTextContent();
  return { proxy, items, fields: (await proxy.getAnnotations()) as PageField[] };
}

const lettersOf = ({ items }: Page): number =>
  items.reduce((sum, item) => sum + ('str' in item ? item.str.trim().length : 0), 0);

/** How many pages are looked at. A person who scans a document scans every page. */
const LOOKED_AT = 5;
/** The name of a picture in a PDF, packed or not. */
const picture = /\/Subtype\s*\/Image\b/;

/** Whether there is a picture, or anything drawn on the first pages. Pictures are not unpacked: one page of a scan may take a hundred megabytes. */
async function isDrawnOn(pdf: Pdf, bytes: Buffer): Promise<boolean> {
  if (picture.test(bytes.toString('latin1'))) return true;
  for (let number = 1; number <= Math.min(pdf.numPages, LOOKED_AT); number++) {
    const { fnArray } = await (await pdf.getPage(number)).getOperatorList();
    if (fnArray.length > 0) return true;
  }
  return false;
}

function readPage({ proxy, items, fields }: Page, number: number): { lines: PdfLine[]; warnings: ReadWarning[] } {
  const values = filledIn(fields);
  const view = proxy.getViewport({ scale: 1 });
  const warnings: ReadWarning[] = values.length > 0 ? [{ kind: 'formValues', page: number, count: values.length }] : [];
  const directions = directionsOf([...items.filter((item) => 'str' in item), ...values.flat()], view);
  const read = directions.map(({ runs, isTurned }) => pdfLines(runs, { number, height: view.height, isTurned }));
  if (directions.length === 0) warnings.push({ kind: 'noText', page: number });
  if (directions.some(({ isTurned }) => isTurned)) warnings.push({ kind: 'turned', page: number });
  if (read.some(({ isUncertain }) => isUncertain)) warnings.push({ kind: 'columns', page: number });
  return { lines: read.flatMap(({ lines }) => lines), warnings };
}

/**
 * Opens a PDF. With `stopAtErrors` a fault of the parser ends the reading, because words that it skips without a message would be
 * lost. `lost` counts fonts that the parser has no letters for.
 */
async function open(bytes: Buffer, stopAtErrors: boolean, lost: { fonts: number }): Promise<Pdf> {
  /** The parser asks for tables that we do not have: those of Chinese, Japanese and Korean letters. It wants a class. */
  const BinaryDataFactory = function () {
    return {
      fetch: ({ kind }: { kind: string }) => {
        if (kind === 'cMapUrl') lost.fonts++;
        return Promise.reject(new Error(`no ${kind}`));
      },
    };
  };
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      stopAtErrors,
      useWorkerFetch: false,
      BinaryDataFactory,
    });
  } catch (error) {
    throw documentRefusal(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken');
  }
}
