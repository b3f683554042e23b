/** Text for a terminal: blocks are lists of lines, none wider than asked for but for an address, which a terminal opens only whole. */
export type Lines = readonly string[];

const widthOf = (line: string): number => [...line].length;
const widest = (lines: Lines): number => Math.max(0, ...lines.map(widthOf));
const padded = (line: string, width: number): string => line + ' '.repeat(Math.max(0, width - widthOf(line)));

/** Breaks lines between words. What follows a bullet or an indentation is aligned with its first word. */
export function wrap(text: string, width: number): Lines {
  return text.split('\n').flatMap((paragraph) => {
    const indent = /^\s*(?:[-•]\s+|\d+[.)]\s+)?/.exec(paragraph)?.[0] ?? '';
    const hanging = ' '.repeat(widthOf(indent) < width / 2 ? widthOf(indent) : 0);
    const lines: string[] = [];
    let line = indent;
    let empty = true;
    for (const word of paragraph
      .slice(indent.length)
      .split(/\s+/)
      .filter(Boolean)
      .flatMap(pieces(width - widthOf(hanging)))) {
      const longer = empty ? line + word : `${line} ${word}`;
      if (empty || widthOf(longer) <= width) line = longer;
      else {
        lines.push(line);
        line = hanging + word;
      }
      empty = false;
    }
    return [...lines, line.trimEnd()];
  });
}

/** A word too long for a line is cut where the line ends; an address is not. */
const pieces =
  (width: number) =>
  (word: string): readonly string[] =>
    isAddress.test(word) ? [word] : (word.match(new RegExp(`.{1,${Math.max(1, width)}}`, 'gu')) ?? []);

const isAddress = /^\(?https?:\/\//;

export const indented = (lines: Lines, mark: string): Lines => lines.map((line) => (mark + line).trimEnd());

/** Blocks beside each other when they fit, else under each other. */
export function beside(blocks: readonly Lines[], width: number): Lines {
  const shown = blocks.filter((block) => block.length);
  const widths = shown.map(widest);
  if (widths.reduce((sum, each) => sum + each + 2, -2) > width) return shown.flat();
  return zipped(shown, widths, '  ');
}

/** Rows of cells below each other. The widest columns are made narrower until the table fits. `cell` sets a cell at a width. */
export function grid<Cell>(
  rows: readonly (readonly Cell[])[],
  width: number,
  cell: (cell: Cell, width: number) => Lines,
): readonly Lines[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const room = Math.max(count, width - 3 * (count - 1));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(1, ...rows.map((row) => (row[at] === undefined ? 0 : widest(cell(row[at], room))))),
  );
  while (widths.reduce((sum, each) => sum + each, 0) > room) widths[widths.indexOf(Math.max(...widths))]! -= 1;
  return rows.map((row) =>
    zipped(
      widths.map((each, at) => (row[at] === undefined ? [] : cell(row[at], each))),
      widths,
      ' │ ',
    ),
  );
}

function zipped(blocks: readonly Lines[], widths: readonly number[], gap: string): Lines {
  const height = Math.max(0, ...blocks.map((block) => block.length));
  return Array.from({ length: height }, (_, row) =>
    blocks
      .map((block, at) => padded(block[row] ?? '', widths[at] ?? 0))
      .join(gap)
      .trimEnd(),
  );
}

/** Message text without its marks: emphasis, links and mentions as one reads them aloud. */
export const plain = (markdown: string): string =>
  markdown
    .replace(/<at>(.*?)<\/at>/g, '@$1')
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/!?\[([^\]]*)\]\(([^)\s]+)\)/g, '$1 ($2)')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(^|[\s(”"])([*_])(?=[^\s*_])([^*_\n]+?)\2(?=$|[\s).,:;!?”"])/gm, '$1$3')
    .replace(/^(\s*)[-*] /gm, '$1• ')
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1');
