/** A document between its file and Markdown. Every format is read into these pieces, in reading order. */
export type Piece =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A list item. `depth` 0 is the outermost level; `number` is undefined for an item with a dot. */
  | { readonly kind: 'item'; readonly depth: number; readonly number?: number; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  /** A page begins here. Its name is as a citation shows it: "s. 4", "bild 3". */
  | { readonly kind: 'page'; readonly name: string };

type Item = Extract<Piece, { kind: 'item' }>;

const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2028\u2029\ufffe\uffff]/g;

/** A text on one line, without invisible characters. */
export const flat = (text: string): string =>
  // A line or paragraph separator (U+2028, U+2029) separates words, though it counts as a control character.
  text
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(control, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The same pieces with flat texts. Pieces without text, and page marks before nothing, are left out. */
export function tidy(pieces: readonly Piece[]): Piece[] {
  const tidied = pieces.map((piece): Piece => {
    if (piece.kind === 'page') return piece;
    if (piece.kind !== 'table') return { ...piece, text: flat(piece.text) };
    return { ...piece, rows: piece.rows.map((cells) => cells.map(flat)).filter((cells) => cells.some(Boolean)) };
  });
  return tidied
    .filter((piece) => piece.kind === 'page' || (piece.kind === 'table' ? piece.rows.length > 0 : piece.text !== ''))
    .filter((piece, at, all) => piece.kind !== 'page' || (all[at + 1] ?? piece).kind !== 'page');
}

/** The first heading's words; undefined where there is none. */
export const firstHeading = (pieces: readonly Piece[]): string | undefined =>
  pieces.find((piece) => piece.kind === 'heading')?.text;

/** The words only, one line for each paragraph, item and row. `npm run knowledge -- check` compares the document with this. */
export const plainOf = (pieces: readonly Piece[]): string =>
  pieces
    .flatMap((piece) => {
      if (piece.kind === 'page') return [];
      if (piece.kind === 'table') return piece.rows.map((cells) => unmistaken(cells.join('\t')));
      return [(piece.kind === 'item' && piece.number ? `${piece.number}. ` : '') + unmistaken(piece.text)];
    })
    .join('\n')
    .concat('\n');

/** Tidied pieces as Markdown, in which every character of a text stands for itself. */
export function markdownOf(pieces: readonly Piece[]): string {
  const indents: number[] = [];
  const lines = pieces.map((piece, at) => {
    if (piece.kind === 'page') return `<!-- ${piece.name} -->`;
    if (piece.kind === 'heading') return `${'#'.repeat(Math.min(Math.max(piece.depth, 1), 6))} ${escaped(piece.text)}`;
    if (piece.kind === 'table') return tableOf(piece.rows);
    if (piece.kind === 'paragraph') return escaped(piece.text);
    if (pieces[at - 1]?.kind !== 'item') indents.length = 0;
    return itemOf(piece, indents);
  });
  return `${lines.map((line, at) => between(pieces[at - 1], pieces[at]!) + line).join('')}\n`;
}

/** A list whose numbers do not continue is a new list, because Markdown would go on counting. */
function between(last: Piece | undefined, next: Piece): string {
  if (!last) return '';
  if (last.kind !== 'item' || next.kind !== 'item') return '\n\n';
  if (next.depth === 0 && next.number === 1 && last.number !== undefined) return '\n\n<!-- -->\n\n';
  return (last.number === undefined) === (next.number === undefined) ? '\n' : '\n\n';
}

/** `indents` holds the indentation below each open level. */
function itemOf({ depth, number, text }: Item, indents: number[]): string {
  indents.length = Math.min(depth, indents.length);
  const indent = indents.at(-1) ?? 0;
  const mark = number === undefined ? '- ' : `${number}. `;
  indents.push(indent + mark.length);
  return ' '.repeat(indent) + mark + escaped(text);
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((cells) => cells.length));
  const lines = rows.map(
    (cells) => `| ${Array.from({ length: width }, (_, at) => escaped(cells[at] ?? '')).join(' | ')} |`,
  );
  return [lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n');
}

/**
 * A text of one line in which every character stands for itself in Markdown. It is composed first, because a "≠" in two code
 * points would hold a "=".
 */
const escaped = (text: string): string =>
  begun(text.normalize('NFC').replace(/[\\`*_~|<[@]|&(?=#?\w+;)|:(?=\/\/)|\.(?<=\bwww\.)/gi, '\\$&')).replace(
    /#$/,
    '\\#',
  );

/** As above, but only where the comparison would take a character for Markdown. */
const unmistaken = (text: string): string => begun(text.normalize('NFC').replace(/[\\<[|]|^\*/g, '\\$&'));

/** What would begin a heading, a list, a rule or a quotation at the start of a line, or after the empty first cell of a row. */
const begun = (text: string): string =>
  text.replace(/^(\s*)([-+>=]|#(?=.))/, '$1\\$2').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
