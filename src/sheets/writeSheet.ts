import { stringify } from 'csv-stringify/sync';
import writeExcel from 'write-excel-file/node';
import { guarded } from './formulaGuard';
import { hrTexts } from '../shared/catalogues';

/** The cells of a sheet, row by row: texts and numbers. */
export type Cells = readonly (readonly (string | number)[])[];

/**
 * A text file as Swedish Excel opens it: UTF-8 with a byte order mark, semicolons, CRLF, decimal commas, and every text in
 * quotation marks. An apostrophe is added before what a spreadsheet would take for a formula, also inside a text, because a
 * program that splits lines by another separator begins a cell there. Our own reader removes the apostrophes.
 */
export const csvOf = (rows: Cells): string =>
  stringify(rows as (string | number)[][], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    quoted_string: true,
    cast: { number: numeral, string: guarded },
  });

/** A workbook (.xlsx) of one sheet. Texts are typed as texts, so that none is a formula. */
export const xlsxOf = (sheetName: string, rows: Cells): Promise<Buffer> =>
  writeExcel(
    rows.map((row) => row.map((cell) => (typeof cell === 'number' ? number(cell) : text(cell)))),
    { sheet: nameOf(sheetName) },
  ).toBuffer();

const numeral = (value: number): string => (Number.isFinite(value) ? String(value).replace('.', ',') : '');

const number = (value: number) => (Number.isFinite(value) ? { value, type: Number } : null);

/** The most characters of an Excel cell. */
const longest = 32_767;
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const text = (value: string) => {
  const written = value.replace(unwritable, '').slice(0, longest);
  // write-excel-file looks texts up in an object, and so finds names that every object has.
  return written ? { value: written in {} ? `${written} ` : written, type: String } : null;
};

/** A sheet name that Excel accepts: without its reserved characters, at most 31 characters. */
const nameOf = (title: string): string =>
  title
    .replace(/[[\]/\\:*?]/g, ' ')
    .replace(unwritable, '')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
    .trim() || hrTexts.unnamedSheet;
