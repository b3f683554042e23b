import { parse } from 'csv-parse/sync';
import { decode, decodedTwice } from '../files/decode';
import { Unreadable } from '../files/unreadable';
import { recipientsIn } from '../shared/recipients';
import { unguarded } from './formulaGuard';
import { sheetGrid, sheetLimits } from './grid';
import { type OtherEncoding, type Sheet, type SheetFault } from './sheet';

/** The most lines that are read, empty ones too, because programs add some at the end. */
const MOST_LINES = 5 * sheetLimits.rows;

/** The rows of a text file. Row 1 is the first, as in Excel. @throws {Unreadable} */
export function readCsv(bytes: Buffer): { sheet: Sheet; encoding?: OtherEncoding } {
  const decoded = decode(bytes);
  if (!decoded) throw new Unreadable('unknownEncoding');
  if (isNoTable.test(decoded.text)) throw new Unreadable('notASheet');
  const repaired = decoded.encoding === 'UTF-8' ? decodedTwice(decoded.text) : undefined;
  const encoding = decoded.encoding === 'UTF-8' ? repaired && 'UTF-8 twice' : decoded.encoding;
  return { sheet: sheetOf((repaired ?? decoded.text).replace(/^\ufeff/, '')), ...(encoding && { encoding }) };
}

function sheetOf(all: string): Sheet {
  const cells = sheetGrid();
  const lines = recipientLines(all);
  lines?.forEach((line, n) => cells.put(n + 1, 1, line));
  if (lines) return cells.sheet();
  const [, said] = separatorSaid.exec(all) ?? [];
  const text = all.replace(separatorSaid, '');
  let row = 0;
  let next = 1;
  try {
    parse(text, {
      delimiter: said ?? separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record: (record: string[], { lines }) => {
        next = lines + 1;
        if (++row > MOST_LINES) throw new Unreadable('tooManyRows');
        record.forEach((cell, column) => cells.put(row, column + 1, unguarded(cell)));
        return null;
      },
    });
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const isOpen = (error as { code?: string }).code === 'CSV_QUOTE_NOT_CLOSED';
    throw isOpen ? new Unreadable<SheetFault>('openQuote', String(next)) : new Unreadable('broken');
  }
  return cells.sheet();
}

/** Bytes that no text has, or the beginning of a web page, a PDF or a Word file. */
const isNoTable = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]|^\s*<(?![^<>\s]+@)|^%PDF|^\{\\rtf/;

/** Excel's own first line, which names the separator. */
const separatorSaid = /^"?sep=(.)"?(?=[\r\n]|$)/i;

/** How many lines are looked at to find the separator. */
const SAMPLE = 20;

/** The separator in most of the first lines, outside quotes. Swedish Excel writes semicolons. */
function separatorOf(text: string): string {
  const lines = text.slice(0, 100_000).replace(/"[^"]*"/g, '').split(/[\r\n]+/, SAMPLE); // oxfmt-ignore
  const inLines = (separator: string) => lines.filter((line) => line.includes(separator)).length;
  return [';', '\t', ',', '|'].reduce((best, other) => (inLines(other) > inLines(best) ? other : best));
}

/** Whether a text names a person: an address alone, or after a name. */
const addressed = /^[^\s@]+@[^\s@]+$|[<([][^<>()[\]@]+@[^<>()[\]@]+[>)\]]+$/;

/**
 * The lines where they are no table but the recipients of a message, pasted from a mail program. Then every part from the first
 * address on, or most of the only line, is an address. Two or more plain addresses in each line are columns.
 */
function recipientLines(text: string): string[] | undefined {
  if (!text.includes('@')) return undefined;
  const lines = text.split(/\r\n|[\n\r]/);
  const filled = lines.filter((line) => line.trim());
  const first = filled.findIndex((line) => line.includes('@'));
  if (filled.slice(0, first).some((line) => /[;,\t|]/.test(line))) return undefined;
  const recipients = filled.slice(first).map(recipientsIn);
  const all = recipients.flat();
  const missing = all.filter((one) => !addressed.test(one)).length;
  if (missing && (recipients.length > 1 || all.length - missing < Math.max(2, missing))) return undefined;
  const isTable =
    recipients.length > 1 &&
    recipients.every(({ length }) => length > 1 && length === recipients[0]!.length) &&
    all.every((one) => !/[<([]/.test(one));
  return isTable ? undefined : lines;
}
