import { Unreadable } from '../files/unreadable';

/** Why an upload is no sheet that can be read. */
export type SheetFault =
  /** The file itself, or what is packed in it. */
  | 'tooLarge'
  | 'empty'
  /** PDF, image, Word, web page: neither a workbook nor text in rows. */
  | 'notASheet'
  /** Excel's format from before 2007, .xls. */
  | 'oldExcel'
  /** A workbook that only opens with a password. */
  | 'locked'
  /** A workbook or a text that is damaged. */
  | 'broken'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'cellTooLong';

/** What an upload may have at most: bytes as it comes, bytes as unpacked, files in it; rows, columns, characters of a cell. */
export const sheetLimits = { bytes: 2e6, unpacked: 30e6, files: 500, rows: 20_000, columns: 50, cell: 500 } as const;

const refusal = (fault: SheetFault) => new Unreadable(fault);

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * Takes cells where the file says that they stand (from 1), and refuses what is beyond the limits before there is room made
 * for it: a cell in row 999,999,999 costs nothing. Cells of white space only are as if they were not there.
 */
export function sheetGrid() {
  const rows: string[][] = [];
  return {
    put(row: number, column: number, text: string): void {
      if (!text.trim()) return;
      if (row > sheetLimits.rows) throw refusal('tooManyRows');
      if (column > sheetLimits.columns) throw refusal('tooManyColumns');
      if (text.length > sheetLimits.cell) throw refusal('cellTooLong');
      (rows[row - 1] ??= [])[column - 1] = text.replace(control, '');
    },
    /** Every row up to the last that has a cell, each up to its last cell. */
    rows: (): string[][] => Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? '')),
  };
}
