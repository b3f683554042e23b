/** The characters with which a formula begins, also in their full-width and small forms. */
const sign = '[=+\\-@＝＋－＠﹦﹢﹣﹫−]';
/** What a program may remove before it looks for such a character: invisible characters and quotes. */
const dropped = '[\\s\\p{Cc}\\p{Cf}"]*';
/** Characters by which a program may split a text, if it reads the file with another separator. */
const separator = '[,;|\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029]';

const begins = `'*${dropped}(?:[\\t\\r\\n]|${sign})`;
/** The rare part is tested first. Otherwise endless white space would be read again at each of its characters. */
const guard = {
  needed: new RegExp(`^${begins}`, 'u'),
  written: new RegExp(`^'(?=${begins})`, 'u'),
  neededWithin: new RegExp(`(?<!')(?='*${sign})(?<=${separator}${dropped})`, 'gu'),
  writtenWithin: new RegExp(`(?=')(?<!')(?<=${separator}${dropped})'(?='*${sign})`, 'gu'),
} as const;

/** A text that no spreadsheet takes for a formula: an apostrophe is added before every part that could begin one. */
export function guarded(text: string): string {
  const within = text.replace(guard.neededWithin, "'");
  return guard.needed.test(text) ? `'${within}` : within;
}

/** The original of a text that `guarded` made. A text that had apostrophes of its own gets exactly those back. */
export const unguarded = (text: string): string =>
  text.includes("'") ? text.replace(guard.writtenWithin, '').replace(guard.written, '') : text;
