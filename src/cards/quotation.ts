import { type Quote } from '../knowledge/answer';
import { type Passage } from '../knowledge/passages';

/** A line of a quotation as the layouts show it. */
export interface Line {
  readonly text: string;
  readonly spacing: 'None' | 'Small';
}

const indent = '\u2003';

/**
 * A passage's lines for rich text runs, which never read Markdown: bullets become dots, nested ones are set in, cells are set apart.
 * The words stay as they are.
 */
export function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line, at) => {
      const [, space = '', bullet = '', words = ''] = /^( *)(- |\d+[.)] )?(.*)$/.exec(line) ?? [];
      const mark = bullet === '- ' ? '• ' : bullet;
      return {
        text: indent.repeat(space.length / 2) + mark + words.replaceAll('\t', ' \u00b7 '),
        spacing: at === 0 || bullet ? 'None' : 'Small',
      };
    });
}

/** The same lines in Swedish quotation marks, unless the text brings its own. */
export function quoted(text: string): Line[] {
  const lines = linesOf(text);
  if (/^["”“]/.test(text) && /["”“]\.?$/.test(text)) return lines;
  return lines.map((line, at) => ({
    ...line,
    text: `${at === 0 ? '”' : ''}${line.text}${at === lines.length - 1 ? '”' : ''}`,
  }));
}

/** "Region Gävleborg: Om tillitsbaserad styrning – Goda exempel, 2022" */
export const sourceLine = ({ document }: Passage, undated: string): string =>
  `${document.publisher}: ${document.title}, ${yearOf(document.date) ?? undated}`;

export const yearOf = (date: string | undefined): string | undefined => date?.slice(0, 4);

/** Cut at a word, with an ellipsis, to at most `limit` characters. */
export function shortened(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= limit) return flat;
  return `${flat.slice(0, limit - 1).replace(/\s+\S*$/, '')}…`;
}

/** What the layouts need to show one quote with its source. */
export const quoteView = ({ passage, excerpt }: Quote, undated: string) => ({
  // The innermost two: the outermost is most often the document's own title over again.
  heading: passage.heading.slice(-2).join(' › '),
  excerpt: quoted(excerpt),
  source: sourceLine(passage, undated),
  weight: passage.weight,
});
