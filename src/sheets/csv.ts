import { parse } from 'csv-parse/sync';
import { grid, limits, Unreadable } from './grid';

/** Lines that are read, empty ones too: programs write some after the last. */
const MOST_LINES = 5 * limits.rows;

/** The rows of a text file; line 1 is the first, as in Excel. Throws Unreadable. */
export function rowsOfCsv(bytes: Buffer): string[][] {
  const text = textOf(bytes);
  if (isNoTable.test(text)) throw new Unreadable('notASheet');
  const cells = grid();
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

function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

function decoded(encoding: string, bytes: Buffer): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('broken');
  }
}

/** What Windows-1252 has where Latin 1 has control characters. Node 20's own decoder takes the one for the other. */
const between = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const windows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (letter) => between[letter.charCodeAt(0) - 0x80] ?? letter);

/** Lines that are looked at for what separates their cells. */
const SAMPLE = 20;

/** What stands in most of the first lines, outside quotes; Swedish Excel writes semicolons. */
function separatorOf(text: string): string {
  const lines = text.slice(0, 100_000).replace(/"[^"]*"/g, '').split(/[\r\n]+/, SAMPLE); // prettier-ignore
  const inLines = (separator: string) => lines.filter((line) => line.includes(separator)).length;
  return [';', '\t', ','].reduce((best, other) => (inLines(other) > inLines(best) ? other : best));
}
