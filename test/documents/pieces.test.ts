import fc from 'fast-check';
import { markdownOf, type Piece, plainOf, tidy } from '../../src/documents/pieces';
import { parseDocument } from '../../src/knowledge/documents/document';
import { differences, words } from '../../src/knowledge/documents/fidelity';
import { blocksOf } from '../../src/knowledge/text/markdown';
import { passagesOf } from '../../src/knowledge/documents/passages';

const frontMatter = '---\ntitle: T\npublisher: P\nkind: K\nweight: W\nsource: t.txt\n---\n\n';
const documentOf = (pieces: readonly Piece[]) => parseDocument('t.md', frontMatter + markdownOf(pieces));
const wordsOf = (text: string) => text.normalize('NFC').split(/\s+/).filter(Boolean);

/** Lines that look like Markdown, HTML, links and lists, and whatever else there is. */
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '#',
        '##',
        '-',
        '+',
        '*',
        '1.',
        '2)',
        '>',
        '---',
        '===',
        '|',
        '| a |',
        '```',
        '~~~',
        '    ',
        '[x]',
      ),
      fc.constantFrom('**a**', '_b_', '<b>', '</p>', '<!--', '-->', '&amp;', '&#60;', '[a](b)', '![c](d)', '`e`', '\\'),
      fc.constantFrom(
        'https://a.se/x_y',
        'www.a.se',
        'a@b.se',
        '~~f~~',
        '<https://a.se>',
        '<!-- e -->',
        '[^1]:',
        'g*',
        '*h',
        '•',
        'C#',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '));

describe('markdownOf', () => {
  it('escapes no sign that is part of another: "≠" in two code points', () => {
    const pieces: Piece[] = [{ kind: 'paragraph', text: '\u003d\u0338 a' }];
    expect(markdownOf(pieces)).toContain('\u2260 a');
    expect(differences(plainOf(pieces), markdownOf(pieces))).toEqual([]);
  });

  it.each<[string, (text: string) => Piece]>([
    ['paragraphs', (text) => ({ kind: 'paragraph', text })],
    ['entries', (text) => ({ kind: 'item', depth: 0, text })],
    [
      'rows',
      (text) => ({
        kind: 'table',
        rows: [
          [text, 'x'],
          ['y', text],
        ],
      }),
    ],
  ])('keeps every word of any lines, in order: as %s', (_, pieceOf) => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const pieces = tidy(lines.map(pieceOf));
        const written = pieces.flatMap((piece) =>
          piece.kind === 'table' ? piece.rows.flat() : piece.kind === 'page' ? [] : [piece.text],
        );
        fc.pre(written.length > 0);
        const read = passagesOf(documentOf(pieces)).map(({ text }) => text);
        const bare = pieces[0]?.kind === 'item' ? read.map((text) => text.replace(/^- /gm, '')) : read;
        expect(wordsOf(bare.join('\n'))).toEqual(wordsOf(written.join('\n')));
        expect(differences(plainOf(pieces), markdownOf(pieces))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['-', '- tre', '+', '> fyra', '# fem', '---'])('keeps %j after the empty first cell of a row', (cell) => {
    const pieces: Piece[] = [{ kind: 'table', rows: [['a', 'b'], ['', cell]] }]; // oxfmt-ignore
    expect(differences(plainOf(pieces), markdownOf(pieces))).toEqual([]);
  });

  it('takes no remark in the text for a remark in Markdown', () => {
    const pieces: Piece[] = [{ kind: 'paragraph', text: 'Skriv <!-- s. 3 --> i filen.' }];
    expect(passagesOf(documentOf(pieces))[0]!.text).toBe('Skriv <!-- s. 3 --> i filen.');
    expect(differences(plainOf(pieces), markdownOf(pieces))).toEqual([]);
    expect(wordsOf(words(plainOf(pieces)).map(({ text }) => text).join(' '))).toEqual(wordsOf('Skriv <!-- s. 3 --> i filen.')); // oxfmt-ignore
  });

  it('keeps words apart that a line separator parts', () => {
    expect(markdownOf(tidy([{ kind: 'heading', depth: 2, text: 'Mod\u2028och\u2029tillit' }]))).toContain(
      'Mod och tillit',
    );
  });

  it('keeps every word of a heading', () => {
    fc.assert(
      fc.property(line, (text) => {
        const pieces = tidy([{ kind: 'heading', depth: 2, text }, { kind: 'paragraph', text: 'x' }]); // oxfmt-ignore
        fc.pre(pieces.length === 2);
        expect(wordsOf(blocksOf(markdownOf(pieces))[0]!.heading.join(' '))).toEqual(wordsOf(text));
        expect(differences(plainOf(pieces), markdownOf(pieces))).toEqual([]);
      }),
    );
  });

  it('keeps levels and numbers of lists, and begins anew where the numbers do', () => {
    const item = (depth: number, text: string, number?: number): Piece => ({ kind: 'item', depth, text, ...(number && { number }) }); // oxfmt-ignore
    const pieces = [item(0, 'a', 1), item(1, 'b'), item(2, 'c'), item(0, 'd', 2), item(0, 'e', 1), item(0, 'f')];
    expect(blocksOf(markdownOf(pieces)).map(({ parts }) => parts)).toEqual([
      ['1. a\n  - b\n    - c', '2. d'],
      ['1. e'],
      ['- f'],
    ]);
  });

  it('marks where pages begin, and no page on which nothing does', () => {
    const page = (name: string): Piece => ({ kind: 'page', name });
    const text: Piece = { kind: 'paragraph', text: 'Ord.' };
    expect(markdownOf(tidy([page('s. 1'), page('s. 2'), text, page('s. 3')]))).toBe('<!-- s. 2 -->\n\nOrd.\n');
  });
});
