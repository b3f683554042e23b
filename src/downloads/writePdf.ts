import PDFDocument from 'pdfkit';
import { inStandardLetters } from '../sheets/standardLetters';
import { writable, type Block, type WrittenDocument } from './document';

const margin = 56;
const page = { width: 595.28, height: 841.89 };
const width = page.width - 2 * margin;
const ink = { text: '#1b1b1b', quiet: '#555555', line: '#c7c7c7', head: '#eef5f4' };
const font = { plain: 'Helvetica', bold: 'Helvetica-Bold', quiet: 'Helvetica-Oblique' };
const size = { title: 20, heading: 13, text: 11, small: 9.5 };

type Doc = PDFKit.PDFDocument;

/** Words that only a PDF needs. */
export interface PdfWords {
  /** With {page} and {pages}. */
  readonly pageOf: string;
  /** Said where the fonts lack a letter, which becomes a question mark. */
  readonly lettersMissing: string;
}

/** A document as a PDF of A4 pages, tagged for screen readers, in the standard fonts that every PDF reader has. */
export function writePdf(written: WrittenDocument, words: PdfWords): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'sv-SE',
    displayTitle: true,
    bufferPages: true,
    info: { Title: lettersOf(written.title), Author: 'Tillitscoachen' },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => void chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  draw(doc, written, words);
  doc.end();
  return done;
}

const lettersOf = (text: string): string => writable(text).split('\n').map(inStandardLetters).join('\n');

function draw(doc: Doc, written: WrittenDocument, words: PdfWords): void {
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  const say: Say = (as, text, style) => {
    doc
      .font(style.face)
      .fontSize(style.size)
      .fillColor(style.color ?? ink.text);
    const { indent = 0 } = style;
    doc.text(lettersOf(text), margin + indent, doc.y, { width: width - indent, lineGap: 2, structParent: whole, structType: as }); // oxfmt-ignore
    doc.y += style.gap;
  };
  const quiet = { face: font.plain, size: size.small, color: ink.quiet, gap: 2 };
  say('H1', written.title, { face: font.bold, size: size.title, gap: 4 });
  for (const fact of written.facts) say('P', fact, quiet);
  doc.y += 8;
  for (const block of written.blocks) drawBlock(doc, block, whole, say);
  if (hasOtherLetters(written)) say('P', words.lettersMissing, { ...quiet, gap: 0 });
  whole.end();
  drawFooters(doc, written.footer, words.pageOf);
}

type Say = (
  as: string,
  text: string,
  style: { face: string; size: number; color?: string; gap: number; indent?: number },
) => void;

function drawBlock(doc: Doc, block: Block, whole: PDFKit.PDFStructureElement, say: Say): void {
  switch (block.kind) {
    case 'heading':
      // A heading is never alone at the bottom of a page.
      if (doc.y > page.height - margin - 60) doc.addPage();
      doc.y += 8;
      return say('H2', block.text, { face: font.bold, size: size.heading, gap: 2 });
    case 'note':
      return say('P', block.text, { face: font.quiet, size: size.small, color: ink.quiet, gap: 3 });
    case 'text':
      return say('P', block.text, { face: font.plain, size: size.text, gap: 5 });
    case 'list':
      for (const item of block.items) {
        // Space for the first line, so that the dot is beside it.
        if (doc.y > page.height - margin - size.text * 1.5) doc.addPage();
        const top = doc.y;
        doc.markContent('Artifact').circle(margin + 4, top + 5.5, 1.6).fill(ink.text).endMarkedContent(); // oxfmt-ignore
        say('P', item, { face: font.plain, size: size.text, gap: 2, indent: 14 });
      }
      doc.y += 3;
      return;
    case 'table':
      doc.font(font.plain).fontSize(size.small).fillColor(ink.text);
      doc.x = margin;
      doc.table({
        maxWidth: width,
        structParent: whole,
        defaultStyle: { border: 0.5, borderColor: ink.line, padding: 5, textColor: ink.text },
        data: [
          block.head.map((text) => ({
            text: lettersOf(text),
            type: 'TH' as const,
            backgroundColor: ink.head,
            font: { src: font.bold, size: size.small },
          })),
          ...block.rows.map((row) => row.map((text) => ({ text: lettersOf(text), type: 'TD' as const }))),
        ],
      } as PDFKit.Mixins.TableOptionsWithData);
      doc.x = margin;
      doc.y += 8;
  }
}

/** The footer of every page, which a screen reader does not read out. */
function drawFooters(doc: Doc, footer: string, pageOf: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at);
    // Otherwise the library would begin a new page for text in the margin.
    doc.page.margins.bottom = 0;
    const place = pageOf.replace('{page}', String(at - start + 1)).replace('{pages}', String(count));
    doc.markContent('Artifact').font(font.plain).fontSize(8).fillColor(ink.quiet);
    doc.text(lettersOf(`${footer} · ${place}`), margin, page.height - margin + 18, { width, lineBreak: false });
    doc.endMarkedContent();
  }
}

function hasOtherLetters({ title, facts, blocks }: WrittenDocument): boolean {
  const all = JSON.stringify([title, facts, blocks]);
  const marks = (text: string) => text.split('?').length;
  return marks(inStandardLetters(all)) > marks(all);
}
