import { documentRefusal } from './documentFault';
import { type Piece } from './pieces';
import { type ReadResult } from './content';

/** Lines of about this many characters were broken by a program and not by the writer: the next line continues them. */
const broken = { from: 45, to: 110 };
const bullet = /^(\s*)[-•*◦▪–]\s+(?=\S)/;

/** Reads plain text: empty lines separate paragraphs, dots and dashes begin list items. */
export function piecesOfText(text: string): Piece[] {
  const pieces: Piece[] = [];
  let last = '';
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\f]/)) {
    const [mark, space = ''] = bullet.exec(line) ?? [];
    const open = pieces.at(-1);
    if (mark !== undefined) {
      const depth =
        open?.kind === 'item' ? Math.min(Math.floor(space.replaceAll('\t', '  ').length / 2), open.depth + 1) : 0;
      pieces.push({ kind: 'item', depth, text: line.slice(mark.length) });
    } else if (line.trim() && goesOn(last) && (open?.kind === 'paragraph' || open?.kind === 'item'))
      pieces[pieces.length - 1] = { ...open, text: `${open.text} ${line}` };
    else pieces.push({ kind: 'paragraph', text: line });
    last = line;
  }
  return pieces;
}

const goesOn = (line: string): boolean => line.trim().length >= broken.from && line.length <= broken.to;

/** A Markdown file as it is, with its front matter apart. @throws {Unreadable} where there is nothing below the front matter */
export function readMarkdown(text: string): ReadResult {
  const plainLines = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const [all = '', frontMatter] = /^---\n(.*?\n|)---\n/s.exec(plainLines) ?? [];
  const markdown = plainLines.slice(all.length).trim();
  if (!markdown) throw documentRefusal('empty');
  const title = /^#{1,6}\s+(.+?)[\s#]*$/m.exec(markdown)?.[1]?.replace(/[*_`\\]/g, '');
  return {
    ...(title && { title }),
    ...(frontMatter !== undefined && { frontMatter }),
    markdown,
    plain: markdown,
    warnings: [],
  };
}
