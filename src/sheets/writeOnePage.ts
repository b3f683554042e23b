import PDFDocument from 'pdfkit';
import { fill } from '../shared/texts';
import { inStandardLetters } from './standardLetters';

/** The content of one page: a heading, some lines, tables of shares, and notes. */
export interface OnePage {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tables: readonly ShareTable[];
  readonly notes: readonly { readonly heading: string; readonly text: string }[];
  /** Said where rows or tables do not fit. */
  readonly left: WhatIsLeft;
}

/** Words for what does not fit; `{count}` is how many. They are plain data, so that a page can be handed to a thread. */
export interface WhatIsLeft {
  readonly row: string;
  readonly rows: string;
  readonly table: string;
  readonly tables: string;
  readonly and: string;
  readonly end: string;
}

/** How groups answered one question. */
export interface ShareTable {
  readonly heading: string;
  /** The headings of the columns: the names, how many answered, and each option. */
  readonly columns: readonly [names: string, counts: string, ...options: string[]];
  /** The first row is everybody together. */
  readonly rows: readonly { readonly name: string; readonly count: number; readonly percents: readonly number[] }[];
}

const margin = 48;
const width = 595.28 - 2 * margin;
const bottom = 841.89 - margin;
const column = { names: 156, counts: 36 };
/** The largest part of the page that a note may take, so that a table has space too. */
const noteHeight = 80;
const row = { least: 17, most: 26 };
const ink = { text: '#1b1b1b', quiet: '#555555', bar: '#0f6cbd', track: '#e3e3e3', line: '#c7c7c7' };
const font = { plain: 'Helvetica', bold: 'Helvetica-Bold' };

type Doc = PDFKit.PDFDocument;

/** A page as a PDF (A4), tagged for screen readers, in the standard fonts that every PDF reader has. Nothing is embedded. */
export function writeOnePage(page: OnePage): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    autoFirstPage: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'sv-SE',
    displayTitle: true,
    info: { Title: inStandardLetters(page.title) },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => void chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  draw(doc, page);
  doc.end();
  return written;
}

function draw(doc: Doc, { title, lines, tables, notes, left }: OnePage): void {
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  const say = (as: string, text: string, size: number, { bold = false, most = 200, quiet = false, gap = 4 } = {}) =>
    whole.add(
      doc.struct(as, {}, () => {
        doc.font(bold ? font.bold : font.plain).fontSize(size).fillColor(quiet ? ink.quiet : ink.text); // oxfmt-ignore
        doc.text(inStandardLetters(text), margin, doc.y, { width, height: most, ellipsis: true });
        doc.y += gap;
      }),
    );
  say('H1', title, 18, { bold: true, most: 44, gap: 6 });
  for (const line of lines) say('P', line, 10, { quiet: true, most: 36, gap: 2 });
  doc.y += 8;

  const heightOf = (text: string, size: number) => doc.font(font.plain).fontSize(size).heightOfString(inStandardLetters(text), { width }); // oxfmt-ignore
  const below = notes.reduce((sum, { text }) => sum + 24 + Math.min(noteHeight, heightOf(text, 9)), 0);
  const { shown, rows, height } = fitted(tables, bottom - below - doc.y - 28, headHeights(doc, tables));
  let missing = 0;
  for (const table of shown) {
    say('H2', table.heading, 11.5, { bold: true, most: 30 });
    drawTable(doc, whole, { ...table, rows: table.rows.slice(0, rows) }, height);
    missing = Math.max(missing, table.rows.length - rows);
  }
  const tablesLeft = tables.length - shown.length;
  if (missing > 0 || tablesLeft > 0)
    say('P', leftInWords(left, Math.max(0, missing), tablesLeft), 9, { quiet: true, most: 24 });
  doc.y += 4;
  for (const { heading, text } of notes) {
    say('H2', heading, 10.5, { bold: true, most: 14, gap: 1 });
    say('P', text, 9, { most: noteHeight, gap: 6 });
  }
}

const optionWidth = ({ columns }: ShareTable): number => (width - column.names - column.counts) / (columns.length - 2);
const headSize = (table: ShareTable): number => (optionWidth(table) < 50 ? 7 : 8);

/** The height of a table's heading and head, with the longest option in it. */
const headHeights = (doc: Doc, tables: readonly ShareTable[]): number[] =>
  tables.map((table) => 34 + headOf(doc, table));
function headOf(doc: Doc, table: ShareTable): number {
  doc.font(font.bold).fontSize(headSize(table));
  const heights = table.columns.slice(2).map((label) => doc.heightOfString(inStandardLetters(label), { width: optionWidth(table) - 6 })); // oxfmt-ignore
  return Math.min(40, Math.max(12, ...heights)) + 4;
}

/** As many tables as have space for their first row, with the same number of rows each, and the height of a row. */
function fitted(tables: readonly ShareTable[], space: number, heads: readonly number[]) {
  let [shown, used] = [0, 0];
  while (shown < tables.length && used + heads[shown]! + row.least <= space) used += heads[shown++]! + row.least;
  const free = space - heads.slice(0, shown).reduce((sum, head) => sum + head, 0);
  const longest = Math.max(1, ...tables.slice(0, shown).map(({ rows }) => rows.length));
  const rows = Math.min(longest, Math.floor(free / (Math.max(1, shown) * row.least)));
  const height = Math.min(row.most, free / (Math.max(1, shown) * Math.max(1, rows)));
  return { shown: tables.slice(0, shown), rows, height };
}

function drawTable(doc: Doc, whole: PDFKit.PDFStructureElement, table: ShareTable, height: number): void {
  const wide = optionWidth(table);
  const leftOf = (option: number) => margin + column.names + column.counts + option * wide;
  const tagged = doc.struct('Table');
  whole.add(tagged);
  const top = doc.y;
  const cell = (as: 'TH' | 'TD', text: string, x: number, y: number, space: number) =>
    doc.struct(as, {}, () => void doc.text(clipped(doc, text, space), x, y, { lineBreak: false }));

  const headHeight = headOf(doc, table);
  const [names, counts, ...options] = table.columns;
  doc.font(font.bold).fontSize(headSize(table)).fillColor(ink.quiet);
  const head = doc.struct('TR');
  tagged.add(head);
  head.add(cell('TH', names, margin, top, column.names - 6));
  head.add(cell('TH', counts, margin + column.names, top, column.counts - 6));
  options.forEach((label, option) => {
    const box = { width: wide - 6, height: headHeight - 2, ellipsis: true };
    head.add(doc.struct('TH', {}, () => void doc.text(inStandardLetters(label), leftOf(option), top, box)));
  });
  rule(doc, top + headHeight);

  table.rows.forEach(({ name, count, percents }, n) => {
    const y = top + headHeight + n * height + (height - row.least) / 2 + 2;
    const line = doc.struct('TR');
    tagged.add(line);
    doc
      .font(n === 0 ? font.bold : font.plain)
      .fontSize(9)
      .fillColor(ink.text);
    line.add(cell('TH', name, margin, y, column.names - 6));
    line.add(cell('TD', String(count), margin + column.names, y, column.counts - 6));
    percents.forEach((percent, option) => {
      line.add(cell('TD', `${percent} %`, leftOf(option), y, wide - 6));
      bar(doc, leftOf(option), y + 10, wide - 8, percent);
    });
    rule(doc, top + headHeight + (n + 1) * height);
  });
  doc.x = margin;
  doc.y = top + headHeight + table.rows.length * height + 10;
  tagged.end();
}

/** A text on one line, with an ellipsis where it does not fit. The library takes much longer to find the place. */
function clipped(doc: Doc, text: string, space: number): string {
  const letters = inStandardLetters(text);
  if (doc.widthOfString(letters) <= space) return letters;
  let end = letters.length - 1;
  while (end > 0 && doc.widthOfString(`${letters.slice(0, end)}…`) > space) end -= 1;
  return `${letters.slice(0, end).trimEnd()}…`;
}

/** Lines that only the eye needs. A screen reader has the figures. */
function bar(doc: Doc, x: number, y: number, wide: number, percent: number): void {
  const colour = doc.markContent('Artifact');
  colour.rect(x, y, wide, 3).fill(ink.track);
  if (percent > 0) doc.rect(x, y, (wide * percent) / 100, 3).fill(ink.bar);
  doc.endMarkedContent();
  doc.fillColor(ink.text);
}

function rule(doc: Doc, y: number): void {
  doc.markContent('Artifact').lineWidth(0.5).strokeColor(ink.line).moveTo(margin, y).lineTo(margin + width, y).stroke(); // oxfmt-ignore
  doc.endMarkedContent();
}

/** "3 grupper till och 1 fråga till får inte plats här." */
function leftInWords({ row, rows, table, tables, and, end }: WhatIsLeft, rowsLeft: number, tablesLeft: number): string {
  const counted = (count: number, one: string, several: string) =>
    count > 0 ? [fill(count === 1 ? one : several, { count: String(count) })] : [];
  const left = [...counted(rowsLeft, row, rows), ...counted(tablesLeft, table, tables)].join(` ${and} `);
  return fill(end, { left });
}
