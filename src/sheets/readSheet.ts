import { Unreadable } from '../files/unreadable';
import { rowsOfCsv } from './csv';
import { sheetLimits, type SheetFault } from './grid';
import { rowsOfXlsx } from './xlsx';

export { sheetLimits, type SheetFault } from './grid';

/**
 * The cells of an uploaded sheet, as texts: of a workbook (.xlsx) its first sheet that is not hidden, else of a text file
 * (.csv) in UTF-8, UTF-16 or Windows-1252 whose cells are separated by semicolons, commas or tabs. Which one it is, is told
 * by its content. The row at index n is the one that Excel numbers n + 1; empty rows are []. Dates in a workbook are ISO dates.
 * Never rejects over what is in the file.
 */
export async function readSheet(bytes: Buffer): Promise<{ rows: string[][] } | { fault: SheetFault }> {
  try {
    if (bytes.length > sheetLimits.bytes) return { fault: 'tooLarge' };
    const rows = startsWith(bytes, zip) ? await rowsOfXlsx(bytes) : rowsOfCsv(withoutCompound(bytes));
    return rows.length ? { rows } : { fault: 'empty' };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.fault as SheetFault };
    throw error;
  }
}

const zip = Buffer.from('PK\x03\x04');
/** Begins Excel's old files, and new ones behind a password. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

function withoutCompound(bytes: Buffer): Buffer {
  if (startsWith(bytes, compound)) throw new Unreadable(bytes.includes(encrypted) ? 'locked' : 'oldExcel');
  return bytes;
}
