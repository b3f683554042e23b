import { type Passage } from '../knowledge/documents/passages';
import { fill } from '../shared/texts';
import { inert, unmarked } from './button';

/** A line of a quotation as the layouts show it. */
export interface QuoteLine {
  readonly text: string;
  readonly spacing: 'None' | 'Small';
}

/** An em space: what Teams does not fold away at the start of a line. */
const indent = '\u2003';

/**
 * A passage's lines for rich text runs, which do not read Markdown. List items get dots, nested ones are indented, table cells
 * are set apart. The words do not change, except where they look like a template; the headings of a table's columns are repeated.
 */
export const quoteLines = (text: string): QuoteLine[] => split(text).map(joined);

/** The same lines in Swedish quotation marks, unless the text begins with its own. */
export function quoted(text: string): QuoteLine[] {
  const lines = split(text);
  const last = lines.length - 1;
  if (/^["”“]/.test(lines[0]?.words ?? '')) return lines.map(joined);
  return lines.map((line, at) =>
    joined({ ...line, words: `${at === 0 ? '”' : ''}${line.words}${at === last ? '”' : ''}` }, at),
  );
}

const split = (text: string) =>
  rowByRow(text.split('\n').filter((line) => line.trim())).map((line) => {
    const [, space = '', bullet = '', words = ''] = /^( *)(- |\d+[.)] )?(.*)$/.exec(line) ?? [];
    return { depth: Math.floor(space.length / 2), bullet, words: words.replaceAll('\t', ' \u00b7 ') };
  });

/**
 * The lines of a text where a table with headings above and at the side has a line for each row's heading, and under it a list of
 * its cells, each with its column's heading. On a phone, three columns are too narrow for their words.
 */
function rowByRow(lines: readonly string[]): readonly string[] {
  const top = lines.findIndex((line) => emptyCorner.test(line));
  const headings = lines[top]?.split('\t').slice(1) ?? [];
  const isRow = (line: string) => line.split('\t').length === headings.length + 1;
  const after = lines.slice(top + 1);
  const count = after.findIndex((line) => !isRow(line));
  const rows = count < 0 ? after : after.slice(0, count);
  if (top < 0 || !rows.length) return lines;
  return [
    ...lines.slice(0, top),
    ...rows.flatMap((row) => {
      const [heading = '', ...cells] = row.split('\t');
      return [heading, ...cells.map((cell, at) => `- ${headings[at]}: ${cell}`)];
    }),
    ...rowByRow(after.slice(rows.length)),
  ];
}
const emptyCorner = /^\t\S/;

const joined = ({ depth, bullet, words }: ReturnType<typeof split>[number], at: number): QuoteLine => ({
  text: inert(indent.repeat(depth) + (bullet === '- ' ? '• ' : bullet) + words),
  spacing: at === 0 || bullet ? 'None' : 'Small',
});

/** How a source says its year. */
export interface YearWords {
  readonly undated: string;
  /** "från {year}", for what is old. */
  readonly old: string;
  /** A document dated before this year counts as old. */
  readonly oldBefore?: number;
}

/** "Region Skåne: Motionssvar, 2021, s. 4". An old document has "från 2021". Without pages there is no page. */
export const sourceLine = ({ document, page }: Passage, words: YearWords): string =>
  [
    `${unmarked(document.publisher)}: ${unmarked(document.title)}`,
    yearInWords(document.date, words),
    page && unmarked(page),
  ]
    .filter(Boolean)
    .join(', ');

/** A document's year for a source line: "2025", "från 2021" where it is old, or the word for an undated document. */
export function yearInWords(date: string | undefined, { undated, old, oldBefore = 0 }: YearWords): string {
  const year = yearOf(date);
  if (year === undefined) return undated;
  return Number(year) < oldBefore ? fill(old, { year }) : year;
}

/** The first four characters of a date: yearOf('2025-03') is '2025'. Undefined without a date. */
export const yearOf = (date: string | undefined): string | undefined => date?.slice(0, 4);

/** Shortens a text to at most `limit` characters, with an ellipsis, between two words and never inside an emoji. */
export function shortened(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= limit) return flat;
  return `${flat
    .slice(0, limit - 1)
    .replace(/\s+\S*$/, '')
    .replace(/[\s·,;:–\ud800-\udbff-]+$/, '')}…`;
}

/** The beginning of a quote, at most `limit` characters. A list becomes one line. */
export const teaser = (excerpt: string, limit: number): QuoteLine[] =>
  quoted(shortened(excerpt.replace(/^ *- /, '').replace(/\n *- /g, ' · '), limit));
