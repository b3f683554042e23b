import { type Piece } from './pieces';

/** The rows of a table: their cells, and the content of each. */
type Cells = readonly (readonly (readonly Piece[])[])[];

/** A table's rows. A table that is only there for the look of a page gives its contents, cell by cell. */
export function piecesOfTable(rows: Cells): Piece[] {
  const written = rows.filter((cells) => cells.some((cell) => cell.length > 0));
  if (isLayout(written)) return written.flat(2);
  return [{ kind: 'table', rows: written.map((cells) => cells.map(textOf)) }];
}

/**
 * Whether a table is only there for the look: it has one row or one column, a table within, or headings that are not above its
 * columns.
 */
function isLayout(rows: Cells): boolean {
  const width = Math.max(0, ...rows.map((cells) => cells.filter((cell) => cell.length > 0).length));
  if (rows.length < 2 || width < 2) return true;
  return rows.some((cells, at) =>
    cells.some(
      (cell) =>
        cell.some(({ kind }) => kind === 'table') ||
        (cell.some(({ kind }) => kind === 'heading') && (at > 0 || cell.length > 1)),
    ),
  );
}

const textOf = (cell: readonly Piece[]): string => cell.map((piece) => ('text' in piece ? piece.text : '')).join(' ');
