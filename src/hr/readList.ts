import { countAddressed, type Rows } from '../campaigns/listColumns';
import { type SheetFault } from '../sheets/sheet';
import { Declined } from './declined';
import { type HrService } from './hrService';
import { hrTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** How an upload was read, where HR cannot see it in the lines. */
export interface ListSource {
  /** The sheet that was read, where the workbook has several. */
  readonly sheet?: string;
  /** Other sheets with addresses, which are left out, and how many rows they have. */
  readonly otherSheets: readonly { readonly name: string; readonly rows: number }[];
  /** Sheets that could not be read. */
  readonly unreadSheets: readonly string[];
  /** Rows that are hidden, as by a filter, and left out. */
  readonly hiddenRows: number;
  /** The encoding of a text file, where it is not UTF-8. */
  readonly encoding?: string;
}

/**
 * The rows of an upload. Of a workbook it takes the sheet with most addresses.
 * @throws {Declined} `invalid` where the file cannot be read or has no rows
 */
export async function readList(hr: HrService, bytes: Buffer): Promise<{ rows: Rows; source: ListSource }> {
  const read = await hr.readSheets(bytes);
  if ('fault' in read) throw new Declined('invalid', refusalOf(read.fault, read.detail));
  const { sheets, unread, encoding } = read;
  const isOneOfSeveral = sheets.length + unread.length > 1;
  const counted = sheets.map((sheet) => ({ sheet, count: isOneOfSeveral ? countAddressed(sheet.rows) : 1 }));
  const [best, ...others] = counted.sort((one, other) => other.count - one.count);
  // The addresses may be in a sheet that could not be read.
  if (!best!.count && unread.length) throw new Declined('invalid', refusalOf(unread[0]!.fault, unread[0]!.name));
  const { name, rows, hiddenRows } = best!.sheet;
  if (hiddenRows && !rows.some(({ length }) => length))
    throw new Declined('invalid', refusalOf('allFiltered', name ?? ''));
  const source: ListSource = {
    ...(isOneOfSeveral && name !== undefined && { sheet: name }),
    otherSheets: others.filter(({ count }) => count).map((one) => ({ name: one.sheet.name ?? '', rows: one.count })),
    unreadSheets: unread.map((one) => one.name),
    hiddenRows,
    ...(encoding && { encoding }),
  };
  return { rows, source };
}

const faults: Readonly<Record<SheetFault | 'allFiltered', string>> = hrTexts.lists.faults;

/** What is wrong, where, and the remedy. The detail is a sheet's name, or the number of a line. */
function refusalOf(fault: keyof typeof faults, detail: string): string {
  const { file, sheet } = hrTexts.lists;
  const isSheet = detail !== '' && fault !== 'openQuote';
  return fill(faults[fault], { what: isSheet ? fill(sheet, { name: detail }) : file, line: detail });
}
