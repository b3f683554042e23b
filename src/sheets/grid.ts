import { Unreadable } from '../files/unreadable';
import { type Sheet, type SheetFault } from './sheet';

/**
 * The limits of an upload: its bytes, its bytes when unpacked, its files; rows and columns of a sheet; characters in the cells of
 * all sheets.
 */
export const sheetLimits = { bytes: 2e6, unpacked: 30e6, files: 500, rows: 20_000, columns: 100, text: 10e6 } as const;

const refusal = (fault: SheetFault) => new Unreadable<SheetFault>(fault);

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** How many characters all sheets of one upload may hold together. Pass the same object to each `sheetGrid`. */
export const freeCharacters = () => ({ left: sheetLimits.text as number });

/**
 * Takes cells with the row and column that the file gives (from 1). A cell beyond the limits is refused before memory is reserved
 * for it, because a file may say that its one cell is in row 999,999,999. Cells with white space only are ignored.
 * @throws {Unreadable} beyond a limit
 */
export function sheetGrid(free = freeCharacters()) {
  const rows: string[][] = [];
  const hidden = new Set<number>();
  return {
    put(row: number, column: number, text: string): void {
      if (!text.trim()) return;
      if (row > sheetLimits.rows) throw refusal('tooManyRows');
      if (column > sheetLimits.columns) throw refusal('tooManyColumns');
      const cells = (rows[row - 1] ??= []);
      free.left -= text.length + Math.max(0, column - cells.length);
      if (free.left < 0) throw refusal('tooLarge');
      cells[column - 1] = text.replace(control, '');
    },
    hide: (row: number): void => void hidden.add(row),
    /** Copies a cell of the first of these rows into the others, where a row holds something and has no cell there. */
    merge(column: number, from: number, to: number): void {
      const text = rows[from - 1]?.[column - 1];
      if (text === undefined) return;
      for (let row = from + 1; row <= Math.min(to, rows.length); row++)
        if (rows[row - 1] && rows[row - 1]![column - 1] === undefined) this.put(row, column, text);
    },
    /** Every row up to the last that has a cell, each up to its last cell. */
    sheet(): Sheet {
      const isHidden = (row: number) => hidden.has(row + 1);
      return {
        rows: Array.from(rows, (row, n) => (isHidden(n) ? [] : Array.from(row ?? [], (cell) => cell ?? ''))),
        hiddenRows: rows.reduce((sum, _row, n) => sum + Number(isHidden(n)), 0),
      };
    },
  };
}
