import { joined } from './hyphen';
import { bullet, type PdfLine } from './pdfRow';
import { tableAt } from './pdfTable';
import { noteMark, notesIn } from './pdfNotes';
import { type Piece } from './pieces';
import { type ReadWarning } from './readWarning';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const pageName = (page: number): string => fill(editorTexts.documents.page, { page });

/** The usual look of a document's text. Headings and paragraphs differ from it. */
interface Setting {
  /** The size of its running text, in points. */
  readonly body: number;
  /** The distance between two lines of a paragraph, in multiples of the letter size. */
  readonly pitch: number;
  /** The sizes of its headings, the largest first. */
  readonly headings: readonly number[];
}

type Open = Exclude<Piece, { kind: 'table' | 'page' }>;

/**
 * Returns what the lines are, in order. Headings are known by their size, lists by their marks, paragraphs by the space between them.
 * A footnote comes after the paragraph in which it stood; `notes` says on which pages.
 */
export function piecesOfLines(all: readonly PdfLine[]): { pieces: Piece[]; notes: ReadWarning[] } {
  const setting = settingOf(all);
  const isNote = notesIn(all, setting.body);
  const lines = all.filter((line) => !isNote.has(line));
  const pending = notesOf(all.filter((line) => isNote.has(line)));
  const notes = pending.map(({ page }): ReadWarning => ({ kind: 'footnotes', page, count: 1 }));
  const pieces: Piece[] = [];
  const margins: number[] = [];
  let page = 0;
  let last: PdfLine | undefined;
  const begin = (next?: PdfLine) => {
    // Notes at the bottom of a page belong to that page, and not to the page on which its last paragraph ends.
    while (pending.length > 0 && (!next || pending[0]!.page < next.page)) {
      const note = pending.shift()!;
      if (note.page > page) pieces.push({ kind: 'page', name: pageName((page = note.page)) });
      pieces.push({ kind: 'paragraph', text: note.text });
    }
    if (next && next.page > page) pieces.push({ kind: 'page', name: pageName((page = next.page)) });
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const open = pieces.at(-1);
    const begun = beginning(line, setting, margins);
    if (
      last &&
      open &&
      open.kind !== 'table' &&
      open.kind !== 'page' &&
      !line.isEntry &&
      line.table === undefined &&
      goesOn(open, begun, last, line, rightAt(lines, at - 1), setting)
    )
      pieces[pieces.length - 1] = { ...open, text: joined(open.text, line.text) };
    else {
      begin(line);
      const rows = begun.kind === 'paragraph' ? tableAt(lines, at) : [];
      pieces.push(rows.length > 0 ? { kind: 'table', rows } : begun);
      at += Math.max(rows.length - 1, 0);
    }
    if (pieces.at(-1)?.kind !== 'item') margins.length = 0;
    last = lines[at];
  }
  begin();
  return { pieces, notes };
}

/** The footnotes, each with its lines. */
function notesOf(lines: readonly PdfLine[]): { page: number; text: string }[] {
  const notes: { page: number; text: string }[] = [];
  for (const { page, text } of lines) {
    const open = notes.at(-1);
    if (open?.page === page && !noteMark.test(text)) open.text = joined(open.text, text);
    else notes.push({ page, text });
  }
  return notes;
}

function settingOf(lines: readonly PdfLine[]): Setting {
  const body = mostly(lines.map(({ size, text }) => [half(size), text.length]));
  const steps = lines.flatMap((line, at) => {
    const last = lines[at - 1];
    const step = last && last.page === line.page && last.size === line.size ? (last.y - line.y) / line.size : 0;
    return step > 0.5 && step < 3 ? [Math.round(step * 10) / 10] : [];
  });
  const usual = [...new Set(steps)].filter(
    (step) => steps.filter((other) => other === step).length * 7 >= steps.length,
  );
  const larger = lines.map(({ size }) => half(size)).filter((size) => size >= body * 1.15);
  return { body, pitch: usual.length ? Math.min(...usual) : 1.2, headings: [...new Set(larger)].sort((a, b) => b - a) };
}

const half = (size: number): number => Math.round(size * 2) / 2;

/** The value with the most weight; 0 where there is none. */
export function mostly(weighed: readonly (readonly [value: number, weight: number])[]): number {
  const sums = new Map<number, number>();
  for (const [value, weight] of weighed) sums.set(value, (sums.get(value) ?? 0) + weight);
  return [...sums].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** The piece that begins with this line. `margins` holds the left edge of each open level of a list. */
function beginning(line: PdfLine, { headings }: Setting, margins: number[]): Open {
  if (line.isEntry) return { kind: 'item', depth: 0, text: line.text };
  if (line.table !== undefined) return { kind: 'paragraph', text: line.text };
  const level = headings.indexOf(half(line.size));
  if (level >= 0 && /\p{L}/u.test(line.text))
    return { kind: 'heading', depth: Math.min(level + 1, 4), text: line.text };
  const [mark] = bullet.exec(line.text) ?? [];
  if (mark === undefined || mark === line.text) return { kind: 'paragraph', text: line.text };
  while (margins.length > 0 && margins.at(-1)! > line.x + 2) margins.pop();
  if (margins.length === 0 || margins.at(-1)! < line.x - 2) margins.push(line.x);
  return { kind: 'item', depth: margins.length - 1, text: line.text.slice(mark.length) };
}

/** Whether the line continues the piece that is open. `right` is where the column ends. */
function goesOn(
  open: Open,
  begun: Open,
  last: PdfLine,
  line: PdfLine,
  right: number,
  { pitch, body }: Setting,
): boolean {
  if (begun.kind === 'heading' || open.kind === 'heading')
    return (
      open.kind === begun.kind &&
      last.page === line.page &&
      half(last.size) === half(line.size) &&
      isBelow(last, line, 1.6)
    );
  if (begun.kind === 'item' || line.cells.length > 1 || Math.abs(last.size - line.size) > body / 10) return false;
  const isEnded = /[.!?:]["”’»)]*$/.test(last.text);
  const isFull = last.right > last.x + 0.7 * (right - last.x);
  if (last.page !== line.page || line.y >= last.y) return !isEnded && (isFull || /^\p{Ll}/u.test(line.text));
  // Beside a large first letter, the lines have another left edge than below it.
  if (!isBelow(last, line, pitch * 1.25))
    return !isEnded && /^\p{Ll}/u.test(line.text) && isBelow(last, line, pitch * 1.6);
  return !(isEnded && (!isFull || line.x > last.x + 0.8 * line.size));
}

const isBelow = (last: PdfLine, line: PdfLine, sizes: number): boolean =>
  last.y > line.y && last.y - line.y <= sizes * Math.max(last.size, line.size);

/** How far the lines around it reach in its column. */
function rightAt(lines: readonly PdfLine[], at: number): number {
  const { x, size } = lines[at]!;
  const near = lines.slice(Math.max(0, at - 20), at + 20).filter((line) => Math.abs(line.x - x) < 3 * size);
  return Math.max(...near.map(({ right }) => right));
}
