import { isMark, type TextRun } from './pdfRow';

/** Segments of text at the same height, from the left. */
export type TextRow = readonly TextRun[];

export interface Column {
  readonly left: number;
  readonly right: number;
  readonly holds: (segment: TextRun) => boolean;
  /** Running text, whose lines continue each other. */
  readonly isProse: boolean;
}

/** Rows that belong together: in columns beside each other, or (with fewer than two columns) across the page. */
export interface Band {
  readonly rows: readonly TextRow[];
  readonly columns: readonly Column[];
}

/** More rows than any page has. Looking for columns in so many would take too long. */
const MOST = 400;

/**
 * Splits rows, from the top, into bands where columns begin and end. A band of rows across the page has no columns. A page that
 * may have no columns, or has more than 400 rows, is one such band.
 */
export function columnsIn(rows: readonly TextRow[], mayHaveColumns: boolean): Band[] {
  const bands: Band[] = [];
  let across: TextRow[] = [];
  const flush = () => {
    if (across.length > 0) bands.push({ rows: across, columns: [] });
    across = [];
  };
  for (let at = 0; at < rows.length;) {
    const band = mayHaveColumns && rows.length <= MOST ? bandAt(rows, at) : undefined;
    if (band) {
      flush();
      bands.push(band);
    } else across.push(rows[at]!);
    at += band?.rows.length ?? 1;
  }
  flush();
  return bands;
}

/** The longest band of columns that begins with this row; undefined where none begins. */
function bandAt(rows: readonly TextRow[], from: number): Band | undefined {
  let spans: [left: number, right: number][] = [];
  let best: Band | undefined;
  for (let to = from; to < rows.length; to++) {
    spans = merged([...spans, ...rows[to]!.map(({ x, right }): [number, number] => [x, right])]);
    if (to > from && spans.length < 2 && rows.slice(from, to + 1).some((row) => row.length > 1)) break;
    if (spans.length === 1 && spans[0]![1] - spans[0]![0] > widthOf(rows) * 0.6) break;
    const band = to > from && spans.length > 1 ? bandOf(rows.slice(from, to + 1), spans) : undefined;
    if (band) best = band;
  }
  const lead = best && leadOf(best);
  return lead ? { rows: best!.rows.slice(0, lead), columns: [] } : best && trimmed(best);
}

/** How many rows are above the columns, in the first column only or far above the others. They are read first. */
function leadOf({ rows, columns }: Band): number {
  const [first] = columns;
  const isFirst = (row: TextRow) => row.every((segment) => first!.holds(segment));
  const lead = rows.findIndex((row) => !isFirst(row));
  if (lead > 0) return lead;
  const others = rows.findIndex((row) => row.some((segment) => first!.holds(segment)));
  const [last, next] = [rows[others - 1]?.[0], rows[others]?.[0]];
  return last && next && last.y - next.y > 1.9 * next.size ? others : 0;
}

const widthOf = (rows: readonly TextRow[]): number =>
  Math.max(...rows.flat().map(({ right }) => right)) - Math.min(...rows.flat().map(({ x }) => x));

/** Joins spans that no white space separates. */
function merged(spans: readonly [number, number][]): [number, number][] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  return sorted.reduce<[number, number][]>((all, [left, right]) => {
    const last = all.at(-1);
    if (last && left <= last[1] + GUTTER) last[1] = Math.max(last[1], right);
    else all.push([left, right]);
    return all;
  }, []);
}

/** The least white space between two columns, in points. */
const GUTTER = 6;

function bandOf(rows: readonly TextRow[], spans: readonly (readonly [number, number])[]): Band | undefined {
  const within = (left: number, right: number) => rows.flatMap((row) => row.filter(({ x }) => x >= left - 1 && x <= right)); // oxfmt-ignore
  const joined: [number, number][] = [];
  let isOpen = false;
  for (const [left, right] of spans) {
    if (isOpen) joined.at(-1)![1] = right;
    else joined.push([left, right]);
    // The dots and numbers of a list are no column.
    isOpen = within(left, right).every(({ text }) => isMark(text.trim()));
  }
  const columns = joined.map(([left, right]): Column => {
    const segments = within(left, right);
    return { left, right, holds: ({ x }) => x >= left - 1 && x <= right, isProse: isProse(segments, right) };
  });
  const isSound = columns.length > 1 && columns.every(({ left, right }) => within(left, right).length > 1);
  return isSound ? { rows, columns } : undefined;
}

/** Below the last row of the right columns, text apart from the first column is no longer beside them. */
function trimmed({ rows, columns }: Band): Band | undefined {
  const [first] = columns;
  const last = rows.findLastIndex((row) => row.some((segment) => !first!.holds(segment)));
  const end = rows.findIndex((row, at) => at > last && rows[at - 1]![0]!.y - row[0]!.y > 1.9 * row[0]!.size);
  const kept = end < 0 ? rows : rows.slice(0, end);
  return kept.length > 1 ? { rows: kept, columns } : undefined;
}

/** Whether segments are prose: long lines, most of which begin with a small letter or end with a hyphen. Table cells do not. */
function isProse(segments: readonly TextRun[], right: number): boolean {
  if (segments.length < 3) return false;
  const length = segments.reduce((sum, { text }) => sum + text.length, 0) / segments.length;
  // An address is one word, and begins small wherever it stands.
  const going = segments.filter(
    ({ text }, at) => at > 0 && /\s/.test(text.trim()) && (startsSmall(text) || /[,-]$/.test(segments[at - 1]!.text)),
  );
  const full = segments.filter((segment) => segment.right > right - 6 * segment.size);
  return length > 14 && going.length >= 0.4 * (segments.length - 1) && full.length >= segments.length / 3;
}

/**
 * Whether a text begins with a small letter, after one opening bracket or quotation mark at most. Then it continues a sentence.
 */
export const startsSmall = (text: string): boolean => /^[("”]?\p{Ll}/u.test(text);
