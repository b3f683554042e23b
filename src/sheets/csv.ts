import { parse } from 'csv-parse/sync';
import { textOf } from '../files/decode';
import { Unreadable } from '../files/unreadable';
import { sheetGrid, sheetLimits } from './grid';

/** Lines that are read, empty ones too: programs write some after the last. */
const MOST_LINES = 5 * sheetLimits.rows;

/** The rows of a text file; line 1 is the first, as in Excel. Throws Unreadable. */
export function rowsOfCsv(bytes: Buffer): string[][] {
  const text = textOf(bytes);
  if (isNoTable.test(text)) throw new Unreadable('notASheet');
  const cells = sheetGrid();
  let row = 0;
  try {
    parse(text, {
      delimiter: separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record: (record: string[]) => {
        if (++row > MOST_LINES) throw new Unreadable('tooManyRows');
        record.forEach((cell, column) => cells.put(row, column + 1, cell));
        return null;
      },
    });
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken');
  }
  return cells.rows();
}

/** Bytes that text has not, or the beginning of a web page, a PDF or a Word file. */
const isNoTable = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]|^\s*<|^%PDF|^\{\\rtf/;

/** Lines that are looked at for what separates their cells. */
const SAMPLE = 20;

/** What stands in most of the first lines, outside quotes; Swedish Excel writes semicolons. */
function separatorOf(text: string): string {
  const lines = text.slice(0, 100_000).replace(/"[^"]*"/g, '').split(/[\r\n]+/, SAMPLE); // prettier-ignore
  const inLines = (separator: string) => lines.filter((line) => line.includes(separator)).length;
  return [';', '\t', ','].reduce((best, other) => (inLines(other) > inLines(best) ? other : best));
}
