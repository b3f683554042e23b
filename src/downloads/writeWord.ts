import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { writable, type Block, type WrittenDocument } from './document';

/** Twentieths of a point: the width of an A4 page between margins of 2.5 cm. */
const pageWidth = 9070;

/** A document for Word (.docx), with headings, tables and language marked for screen readers. */
export function writeWord({ title, facts, blocks, footer }: WrittenDocument): Promise<Buffer> {
  const document = new Document({
    title: writable(title),
    creator: 'Tillitscoachen',
    lastModifiedBy: 'Tillitscoachen',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: 'sv-SE' } },
          paragraph: { spacing: { after: 100 } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 60 } } },
        heading1: { run: { size: 26, bold: true }, paragraph: { spacing: { before: 260, after: 60 }, keepNext: true } },
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1418, bottom: 1418, left: 1418, right: 1418 } },
        },
        footers: { default: new Footer({ children: [footerOf(footer)] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
          ...facts.map((fact) => new Paragraph({ children: runs(fact, quiet), spacing: { after: 0 } })),
          ...blocks.flatMap(inWord),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const quiet = { color: '555555', size: 20 };

function inWord(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(block.text) })];
    case 'note':
      return [new Paragraph({ children: runs(block.text, { ...quiet, italics: true }) })];
    case 'text':
      return [new Paragraph({ children: runs(block.text) })];
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }));
    case 'table': {
      const width = Math.floor(pageWidth / block.head.length);
      const row = (cells: readonly string[], isHead: boolean) =>
        new TableRow({
          ...(isHead && { tableHeader: true }),
          cantSplit: true,
          children: cells.map(
            (text) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                margins: { top: 60, bottom: 60, left: 100, right: 100 },
                ...(isHead && { shading: { fill: 'EEF5F4' } }),
                children: [new Paragraph({ children: runs(text, { bold: isHead }), spacing: { after: 0 } })],
              }),
          ),
        });
      return [
        new Table({
          columnWidths: block.head.map(() => width),
          width: { size: width * block.head.length, type: WidthType.DXA },
          rows: [row(block.head, true), ...block.rows.map((cells) => row(cells, false))],
        }),
        // Two tables in a row would become one.
        new Paragraph({ children: [], spacing: { after: 0 } }),
      ];
    }
  }
}

/** One run for each line. */
const runs = (text: string, style: object = {}): ParagraphChild[] =>
  writable(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...style, text: line, ...(at > 0 && { break: 1 }) }));

const footerOf = (footer: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.LEFT,
    children: [
      new TextRun({
        ...quiet,
        size: 16,
        children: [`${writable(footer)} · `, PageNumber.CURRENT, ' (', PageNumber.TOTAL_PAGES, ')'],
      }),
    ],
  });
