import { Unreadable } from '../files/unreadable';
import { readCsv } from './csv';
import { sheetLimits } from './grid';
import { type ReadSheets, type SheetFault, type SheetRefusal } from './sheet';
import { readXlsx } from './xlsx';

/**
 * The cells of an uploaded file, as texts. A workbook (.xlsx) gives all sheets that are not hidden; dates become ISO dates. A
 * text file (.csv) has cells between semicolons, commas, tabs or bars, and pasted addresses on one line stand in one cell. The
 * content tells which kind it is, not the name. What is wrong with the file is part of the result, not an error.
 */
export async function readSheets(bytes: Buffer): Promise<ReadSheets | SheetRefusal> {
  try {
    if (bytes.length > sheetLimits.bytes) throw new Unreadable('tooLarge');
    if (startsWith(bytes, zip)) return await readXlsx(bytes);
    const { sheet, encoding } = readCsv(withoutCompound(bytes));
    if (!sheet.rows.length) throw new Unreadable<SheetFault>('empty');
    return { sheets: [sheet], unread: [], ...(encoding && { encoding }) };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.fault as SheetFault, detail: error.detail };
    throw error;
  }
}

const zip = Buffer.from('PK\x03\x04');
/** The first bytes of Excel's old files, and of new ones with a password. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

function withoutCompound(bytes: Buffer): Buffer {
  if (startsWith(bytes, compound)) throw new Unreadable(bytes.includes(encrypted) ? 'locked' : 'oldExcel');
  return bytes;
}
