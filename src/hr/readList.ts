import { countAddressed, type Rows } from '../campaigns/listColumns';
import { type SheetFault } from '../sheets/sheet';
import { Declined } from './declined';
import { type HrService } from './hrService';

/** What was done to read an upload that HR cannot see in its lines. */
export interface ListSource {
  /** The sheet that was read, where the workbook has several. */
  readonly sheet?: string;
  /** Other sheets with addresses, which are left out, and how many rows they have. */
  readonly otherSheets: readonly { readonly name: string; readonly rows: number }[];
  /** Sheets that could not be read. */
  readonly unreadSheets: readonly string[];
  /** Rows that are hidden, as by a filter, and left out. */
  readonly hiddenRows: number;
  /** What a text file was taken to be written in, where that is not UTF-8. */
  readonly encoding?: string;
}

/** The rows of an upload; of a workbook those of the sheet with most addresses. Throws Declined where there are none to read. */
export async function readList(hr: HrService, bytes: Buffer): Promise<{ rows: Rows; source: ListSource }> {
  const read = await hr.readSheets(bytes);
  if ('fault' in read) throw new Declined('invalid', refusalOf(read.fault, read.detail));
  const { sheets, unread, encoding } = read;
  const isOneOfSeveral = sheets.length + unread.length > 1;
  const counted = sheets.map((sheet) => ({ sheet, count: isOneOfSeveral ? countAddressed(sheet.rows) : 1 }));
  const [best, ...others] = counted.sort((one, other) => other.count - one.count);
  // The addresses may be where nothing could be read.
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

const again = 'Spara den som CSV eller som Excel-arbetsbok (.xlsx) och försök igen.';
const faults: Readonly<Record<SheetFault | 'allFiltered', string>> = {
  tooLarge: 'Filen är för stor. Den får vara högst 2 MB. Ta bort blad och kolumner som inte behövs och försök igen.',
  empty: 'Filen är tom. Kontrollera att det är rätt fil och att den är sparad.',
  allHidden: 'Alla blad som har innehåll är dolda. Ta fram bladet med listan i Excel, spara och försök igen.',
  allFiltered: 'Filen har bara rader som är dolda eller bortfiltrerade. Rensa filtret i Excel, spara och försök igen.',
  notASheet: `Filen går inte att läsa. ${again}`,
  unknownEncoding: 'Det går inte att se hur å, ä och ö är sparade i filen. Öppna den i Excel, spara den som ”CSV UTF-8” eller som Excel-arbetsbok (.xlsx) och försök igen.', // prettier-ignore
  oldExcel: 'Det är en äldre Excel-fil (.xls). Spara den som Excel-arbetsbok (.xlsx) och försök igen.',
  locked: 'Filen är låst med lösenord. Spara den utan lösenord och försök igen.',
  broken: 'Filen är skadad. Öppna den i Excel, spara den på nytt och försök igen.',
  openQuote:
    'Ett citattecken på rad N har inget slut. Ta bort det, eller spara listan som Excel-arbetsbok (.xlsx), och försök igen.',
  tooManyRows: 'Filen har för många rader. Den får ha högst 20 000. Dela upp den och försök igen.',
  tooManyColumns: 'Filen har för många kolumner. Den får ha högst 100. Ta bort dem som inte behövs och försök igen.',
};

/** What is wrong, where, and the remedy. The detail is a sheet's name, or the number of a line. */
function refusalOf(fault: keyof typeof faults, detail: string): string {
  const said = faults[fault];
  if (fault === 'openQuote') return said.replace('N', detail);
  return detail ? said.replace(/^Filen/, `Bladet ”${detail}”`) : said;
}
