import { deflateSync } from 'node:zlib';
import { blocksOf } from '../../src/knowledge/text/markdown';
import { column, pdfOf, type Placed } from './pdfFile';
import { read } from './reading';

const markdownOf = async (...pages: Placed[][]) => (await read('a.pdf', pdfOf(pages))).markdown;
/** A line that reaches the right margin. */
const full = 'Tillitsbaserad styrning är styrning, kultur och arbetssätt med fokus på verksamhetens syfte,';

describe('a PDF', () => {
  it('has headings by their size, and paragraphs by the space between them', async () => {
    expect(
      await markdownOf([
        { text: 'Årsredovisning', y: 740, size: 20 },
        { text: 'Bakgrund', y: 710, size: 14 },
        ...column([full, 'och medborgarens behov.'], 690),
        ...column(['Nästa stycke.'], 650),
      ]),
    ).toBe(`<!-- s. 1 -->\n\n# Årsredovisning\n\n## Bakgrund\n\n${full} och medborgarens behov.\n\nNästa stycke.\n`);
  });

  it('has lists by their dots, with levels by how far they are set in', async () => {
    const at = (x: number, y: number, text: string): Placed => ({ x, y, text });
    const list = [at(90, 700, '•'), at(108, 700, 'Ett mål som går'), at(108, 686, 'över två rader'), at(126, 672, 'o'), at(144, 672, 'Inuti'), at(90, 658, '– Två')]; // oxfmt-ignore
    expect(await markdownOf([...column([full, full], 728), ...list])).toContain(
      '- Ett mål som går över två rader\n  - Inuti\n- Två',
    );
  });

  it.each([
    ['tillits-', 'baserad styrning', 'tillitsbaserad styrning'],
    ['vård-', 'och omsorg', 'vård- och omsorg'],
    ['HR-', 'avdelningen', 'HR-avdelningen'],
    ['2020-', 'talet', '2020-talet'],
    ['e-', 'post', 'e-post'],
  ])('joins %s and %s', async (end, next, whole) => {
    expect(await markdownOf(column([`${full} ${end}`, `${next} i dag.`]))).toContain(`${full} ${whole} i dag.`);
  });

  it('has tables where cells stand below each other', async () => {
    const row = (y: number, ...cells: string[]): Placed[] => cells.map((text, at) => ({ text, y, x: 72 + 150 * at }));
    expect(await markdownOf([...column([full]), ...row(650, 'År', 'Antal'), ...row(630, '2022', 'Tolv')])).toContain(
      '| År | Antal |\n| --- | --- |\n| 2022 | Tolv |',
    );
  });

  it('has a table where a column has addresses, which begin small', async () => {
    const row = (y: number, ...cells: string[]): Placed[] => cells.map((text, at) => ({ text, y, x: 72 + 150 * at }));
    const rows = [['Namn', 'E-post'], ['Anna Ek', 'anna.ek@region.example'], ['Bo Alm', 'bo.alm@region.example'], ['Eva Asp', 'eva.asp@region.example']]; // oxfmt-ignore
    expect(
      await markdownOf([...column([full]), ...rows.flatMap((cells, at) => row(650 - 24 * at, ...cells))]),
    ).toContain('| Bo Alm | bo.alm\\@region.example |\n| Eva Asp | eva.asp\\@region.example |');
  });

  it('reads two columns one after the other', async () => {
    const left = column(['Vänster spalt har ord', 'som går vidare.'], 700, 72);
    const right = column(['Höger spalt har andra', 'ord för sig.'], 700, 320);
    expect(await markdownOf([...left, ...right])).toContain(
      'Vänster spalt har ord som går vidare.\n\nHöger spalt har andra ord för sig.',
    );
  });

  it('is read from the top where it was written in another order', async () => {
    const lines = ['Ett.', 'Två.', 'Tre.', 'Fyra.', 'Fem.', 'Sex.'].map((text, at) => ({ text, y: 700 - 30 * at }));
    const { plain } = await read('a.pdf', pdfOf([[5, 3, 4, 1, 2, 0].map((at) => lines[at]!).reverse().toReversed()])); // oxfmt-ignore
    expect(plain.split(/\s+/).filter(Boolean)).toEqual(['Ett.', 'Två.', 'Tre.', 'Fyra.', 'Fem.', 'Sex.']);
  });

  it('leaves out headers, footers and page numbers that run on its pages', async () => {
    const page = (number: number): Placed[] => [
      { text: 'Region Exempel', y: 806, size: 9 },
      ...column([`Innehåll nummer ${number}.`]),
      { text: `${number} (3)`, y: 30, size: 9 },
    ];
    expect((await read('a.pdf', pdfOf([1, 2, 3].map(page)))).plain).toBe(
      'Innehåll nummer 1.\nInnehåll nummer 2.\nInnehåll nummer 3.\n',
    );
  });

  it('leaves out page numbers that stand near the text', async () => {
    const page = (number: number): Placed[] => [
      ...column([`Innehåll ${number}.`]),
      { text: String(number), y: 109, x: 300 },
    ];
    expect((await read('a.pdf', pdfOf([1, 2, 3].map(page)))).plain).toBe('Innehåll 1.\nInnehåll 2.\nInnehåll 3.\n');
  });

  it('leaves out what runs in one of the parts that it was bound of, with Roman page numbers or others', async () => {
    const page = (name: string, number: string): Placed[] => [
      ...column([`Innehåll på sidan ${number} i delen ${name}.`]),
      { text: name, y: 30, size: 9 },
      { text: number, y: 30, x: 300, size: 9 },
    ];
    const parts = [...['i', 'ii', 'iii', 'iv', 'v'].map((number) => page('Plan', number)), ...['1', '2', '3', '4', '5', '6'].map((number) => page('Skiss', number))]; // oxfmt-ignore
    const { plain } = await read('a.pdf', pdfOf(parts));
    expect(plain.match(/^(?!Innehåll).+$/gm)).toBeNull();
  });

  it('keeps a paragraph that runs over a page break whole, on the page where it begins', async () => {
    const markdown = await markdownOf(column([full]), column(['och medborgarens behov.', '', 'Nytt stycke.']));
    expect(blocksOf(markdown)).toMatchObject([
      { page: 's. 1', parts: [`${full} och medborgarens behov.`] },
      { page: 's. 2', parts: ['Nytt stycke.'] },
    ]);
  });
});

describe('a PDF that is damaged', () => {
  it('is read past its errors, with a warning for the page where words may be missing', async () => {
    const halfCurves = deflateSync(
      Buffer.from(`BT /F1 11 Tf 1 0 0 1 72 700 Tm (Andra sidan.) Tj ET ${'1 2 c '.repeat(11)}`),
    );
    expect(await read('a.pdf', pdfOf([column(['Ett.']), halfCurves, column(['Tre.'])]))).toMatchObject({
      plain: 'Ett.\nAndra sidan.\nTre.\n',
      warnings: [{ kind: 'damaged', page: 2 }],
    });
  });

  it('loses no words of a font that does not say how its letters are numbered', async () => {
    const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding[/A]>>';
    expect(await read('a.pdf', pdfOf([column(['Vi har tillit.'])], '', { font }))).toMatchObject({
      plain: 'Vi har tillit.\n',
      warnings: [{ kind: 'damaged', page: 1 }],
    });
  });
});
