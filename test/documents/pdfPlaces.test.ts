import { blocksOf } from '../../src/knowledge/text/markdown';
import { column, lying, pdfOf, type Placed } from './pdfFile';
import { read } from './reading';

type Page = Parameters<typeof pdfOf>[0][number];
const readPages = (...pages: Page[]) => read('a.pdf', pdfOf(pages));
const partsOf = async (...pages: Page[]) =>
  blocksOf((await readPages(...pages)).markdown).flatMap(({ parts }) => parts);
const row = (y: number, cells: readonly string[], at: readonly number[]): Placed[] => cells.map((text, n) => ({ text, y, x: at[n] })); // oxfmt-ignore

const left = ['Medarbetarna får förtroende', 'att lösa uppgiften på det sätt', 'som de bedömer är bäst för', 'patienten och ber om stöd', 'när de behöver det.']; // oxfmt-ignore
const right = ['Ledningen tar bort det som', 'hindrar ett gott arbete och', 'frågar verksamheten innan', 'beslut fattas om något som', 'rör vardagen på enheten.']; // oxfmt-ignore

describe('a page of a PDF that lies or is turned', () => {
  const words = [
    { text: 'Ansvar', y: 540, size: 20 },
    ...column(['Var och en vet vad uppdraget innebär i vardagen.'], 500),
    ...row(450, ['Roll', 'Gör', 'När'], [72, 200, 450]),
    ...row(430, ['Chef', 'Leder', 'Alltid'], [72, 200, 450]),
    ...row(410, ['HR', 'Stöder', 'Ibland'], [72, 200, 450]),
  ];
  it.each([90, 180, 270] as const)('is read as it is seen: /Rotate %i', async (rotate) => {
    expect(await readPages(lying(words, rotate))).toMatchObject({
      title: 'Ansvar',
      markdown: expect.stringContaining(
        '| Roll | Gör | När |\n| --- | --- | --- |\n| Chef | Leder | Alltid |',
      ) as string,
      warnings: [],
    });
  });

  it.each([90, 270] as const)(
    'may have text on its side, which is read for itself, with a warning: %i degrees',
    async (turned) => {
      const side: Placed[] = [0, 1].map((at) => ({ text: ['Bilden visar hur', 'uppdraget följs upp.'][at]!, turned, x: turned === 90 ? 500 + 14 * at : 500 - 14 * at, y: 400 })); // oxfmt-ignore
      const { plain, warnings } = await readPages([...side, ...column(left)]);
      expect(plain).toBe(`${left.join(' ')}\nBilden visar hur uppdraget följs upp.\n`);
      expect(warnings).toEqual([{ kind: 'turned', page: 1 }]);
    },
  );
});

describe('blocks of a PDF that were drawn in another order than they are read', () => {
  it('are read from the top: a title that was drawn last', async () => {
    const title = { text: 'Uppföljning', y: 760, size: 22 };
    expect((await readPages([...column(left), title])).markdown).toMatch(/^<!-- s. 1 -->\n\n# Uppföljning\n\nMed/);
  });

  it('are read from the top: lines and headings in any order', async () => {
    const blocks = ['Ett', 'Två', 'Tre', 'Fyra'].map((text, at) => [{ text, y: 760 - 120 * at, size: 16 }, ...column([`${text} gäller.`], 735 - 120 * at)]); // oxfmt-ignore
    const drawn = [2, 0, 3, 1].flatMap((at) => blocks[at]!.toReversed());
    expect((await readPages(drawn)).plain.split('\n').filter(Boolean)).toEqual(['Ett', 'Ett gäller.', 'Två', 'Två gäller.', 'Tre', 'Tre gäller.', 'Fyra', 'Fyra gäller.']); // oxfmt-ignore
  });
});

describe('columns of a PDF', () => {
  const rows = (lines: readonly string[][], at: readonly number[], top = 700) => lines[0]!.flatMap((_, n) => row(top - 14 * n, lines.map((each) => each[n]!), at)); // oxfmt-ignore

  it.each([
    ['two', [left, right], [72, 300]],
    ['three', [left, right, left.map((line) => line.replace('Medarbetarna', 'Enheterna'))], [40, 215, 390]],
  ])('that are drawn row by row are prose, one after the other: %s', async (_, lines, at) => {
    const title = { text: 'Tillit i spalter', y: 760, size: 20 };
    const read = await readPages([title, ...rows(lines, at)]);
    expect(read).toMatchObject({ plain: `Tillit i spalter\n${lines.map((each) => each.join(' ')).join('\n')}\n`, warnings: [] }); // oxfmt-ignore
  });

  it('end where the text goes on across the page', async () => {
    const below = 'Det som står här går över hela sidans bredd och hör inte till någon av spalterna ovanför.';
    expect(await partsOf([...rows([left, right], [72, 300]), ...column([below], 580)])).toEqual([left.join(' '), right.join(' '), below]); // oxfmt-ignore
  });

  it('may be a box beside the text, which is read after it, with a warning', async () => {
    const box = ['Kontakt', 'HR-enheten', 'Plan 4'].map((text, at) => ({ text, x: 420, y: 672 - 14 * at }));
    const { plain, warnings } = await readPages([...column(left), ...box]);
    expect(plain.indexOf('Kontakt')).toBeGreaterThan(plain.indexOf('när de behöver det.'));
    expect(plain).toContain(left.join(' '));
    expect(warnings).toEqual([{ kind: 'columns', page: 1 }]);
  });

  it('are a table where their cells begin at the same height; a cell may go on in the next line', async () => {
    const table = [
      ...row(700, ['Roll', 'Ansvar'], [72, 200]),
      ...row(680, ['Chef', 'Följer upp uppdraget i dialog med'], [72, 200]),
      ...row(667, ['hela gruppen varje månad'], [200]),
      ...row(647, ['Ledning', 'Tar bort hinder'], [72, 200]),
    ];
    expect((await readPages(table)).markdown).toContain(
      '| Roll | Ansvar |\n| --- | --- |\n| Chef | Följer upp uppdraget i dialog med hela gruppen varje månad |\n| Ledning | Tar bort hinder |',
    );
  });
});

describe('a table of contents', () => {
  const entries: [string, string][] = [
    ['Inledning', '2'],
    ['Ansvar och roller', '4'],
    ['Uppföljning', '11'],
  ];
  it.each([
    ['with dots', (at: number) => [{ text: `${entries[at]![0]} ${'.'.repeat(60 - 2 * at)} ${entries[at]![1]}`, y: 700 - 16 * at }]], // oxfmt-ignore
    ['with dots of their own', (at: number) => row(700 - 16 * at, [entries[at]![0], '. . . . . . . . . .', entries[at]![1]], [72, 250, 500])], // oxfmt-ignore
    ['with white space', (at: number) => row(700 - 16 * at, entries[at]!, [72, 500])],
  ])('has an entry for each heading: %s', async (_, entryOf) => {
    const { markdown } = await readPages([{ text: 'Innehåll', y: 740, size: 18 }, ...[0, 1, 2].flatMap(entryOf)]); // oxfmt-ignore
    expect(markdown).toContain('# Innehåll\n\n- Inledning 2\n- Ansvar och roller 4\n- Uppföljning 11\n');
  });
});
