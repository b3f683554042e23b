import { composed } from '../../src/documents/pdfRuns';
import { column, pdfOf, type Placed } from './pdfFile';
import { read } from './reading';

type Page = Parameters<typeof pdfOf>[0][number];
const readPages = (...pages: Page[]) => read('a.pdf', pdfOf(pages));
const full = 'Tillitsbaserad styrning är styrning, kultur och arbetssätt med fokus på verksamhetens syfte';

describe('a large first letter', () => {
  const page = (cap: string, first: string, x = 92): Placed[] => [
    { text: cap, y: 676, size: 36 },
    { text: first, x, y: 692 },
    { text: 'uppdraget varje månad, och hela gruppen är med i', x: 92, y: 678 },
    ...column(['samtalet om vad som behövs för att det ska gå bra.'], 664),
  ];
  it.each([
    ['C', 'hefen följer upp och berättar för sina kollegor om', 92, 'Chefen följer'],
    ['M', 'EDARBETARNA följer upp och berättar för alla om', 92, 'MEDARBETARNA följer'],
    ['I', 'dag följer chefen upp och berättar för sina kollegor', 96, 'I dag följer'],
  ])('begins the first word of its paragraph: %s', async (cap, first, x, begun) => {
    const { plain } = await readPages(page(cap, first, x));
    expect(plain).toMatch(new RegExp(`^${begun}.* uppdraget varje månad.* samtalet om vad .*bra\\.\n$`));
  });

  it('that is drawn after its lines does so too', async () => {
    const [cap, ...lines] = page('C', 'hefen följer upp och berättar för sina kollegor om');
    expect((await readPages([...lines, cap!])).plain).toMatch(/^Chefen följer upp/);
  });
});

describe('words that are printed for their looks', () => {
  it.each([0.3, 0.8, 1.5])('stand once where they are printed twice for bold: %f points beside', async (beside) => {
    const twice = (word: Placed): Placed[] => [word, { ...word, x: 72 + beside }];
    const words = [{ text: 'Ledarskap', y: 740, size: 20 }, ...column([`${full} och`, 'medborgarens behov.'], 700)];
    expect((await readPages(words.flatMap(twice))).plain).toBe(`Ledarskap\n${full} och medborgarens behov.\n`);
    expect((await readPages([...words, ...words.flatMap((word) => twice(word).slice(1))])).plain).toBe(`Ledarskap\n${full} och medborgarens behov.\n`); // oxfmt-ignore
  });

  it('stand as often as they are written', async () => {
    expect((await readPages(column(['Ja, ja, ja.', 'Ja, ja, ja.']))).plain.match(/ja/gi)).toHaveLength(6);
  });

  it.each([
    ['with spaces', [{ text: 'L E D A R S K A P', y: 740, size: 20 }], 'LEDARSKAP'],
    ['letter by letter', [...'TILLIT'].map((text, at) => ({ text, x: 72 + 30 * at, y: 740, size: 20 })), 'TILLIT'],
    ['in two words', [{ text: 'V Å R   T I L L I T', y: 740, size: 20 }], 'VÅR TILLIT'],
  ])('are words where a title has its letters apart: %s', async (_, title, word) => {
    expect((await readPages([...title, ...column([`${full}.`])])).title).toBe(word);
  });
});

describe('letters with accents as TeX draws them', () => {
  it('are one letter: in a heading, in a line and in the cells of a table', async () => {
    const row = (y: number, ...cells: string[]): Placed[] => cells.map((text, at) => ({ text, y, x: 72 + 150 * at }));
    const { markdown } = await readPages([
      { text: 'F¨orslag', y: 740, size: 20 },
      ...column(['Vi tar upp ¨arendet.'], 700),
      ...row(650, '¨Amne', 'Antal'),
      ...row(630, 'M¨oten', 'Tolv'),
    ]);
    expect(markdown).toContain('# Förslag\n\nVi tar upp ärendet.\n\n| Ämne | Antal |\n| --- | --- |\n| Möten | Tolv |');
  });

  it('join the rest of the word, which begins below the accent', async () => {
    // The accent of this font is 3.7 points wide.
    const before = 72 + 11 * 0.333 + 11 * 0.278;
    const words = [{ text: 'f¨', y: 700 }, { text: 'orslag till beslut', x: before - 3.7, y: 700 }, { text: 'Mer text.', y: 660 }]; // oxfmt-ignore
    expect((await readPages(words)).plain).toBe('förslag till beslut\nMer text.\n');
  });

  it.each([
    ['˚a ˚A', 'å Å'],
    ['Inneh˚allsf¨ort', 'Innehållsfört'],
    ['¨U ¨u', 'Ü ü'],
    ['20 ˚C', '20 ˚C'],
    ['a ¨ b', 'a ¨ b'],
  ])('are made of %s', (drawn, read) => {
    expect(composed(drawn)).toBe(read);
  });
});

describe('a footnote', () => {
  const small = (text: string, y: number, x = 72): Placed => ({ text, y, x, size: 8 });
  const body = column([full, `${full} och`, full], 700);
  it('comes after the paragraph that goes on on the next page', async () => {
    const { plain, warnings } = await readPages(
      [...body, small('1 Se riktlinjen för uppdrag som', 80), small('gäller från och med i år.', 70), small('2 Se policyn.', 60)],
      column(['och medborgarens behov.', '', 'Nytt stycke.']),
    ); // oxfmt-ignore
    expect(plain).toBe(`${full} ${full} och ${full} och medborgarens behov.\n1 Se riktlinjen för uppdrag som gäller från och med i år.\n2 Se policyn.\nNytt stycke.\n`); // oxfmt-ignore
    expect(warnings).toEqual([
      { kind: 'footnotes', page: 1, count: 1 },
      { kind: 'footnotes', page: 1, count: 1 },
    ]);
  });

  it('may stand on the last page, and have a star', async () => {
    expect((await readPages([...body, small('* Enligt beslut i nämnden.', 60)])).plain).toMatch(/\n\\?\* Enligt beslut i nämnden\.\n$/); // oxfmt-ignore
  });

  it('is no small number in a table, and no page number', async () => {
    const { warnings } = await readPages([...body, small('1 (4)', 40)]);
    expect(warnings).toEqual([]);
  });
});

describe('a form', () => {
  const label = (text: string, y: number): Placed => ({ text, y });
  const text = (value: string, flags = '') => `/FT/Tx/T(f)/V(${value})${flags}`;
  const place = (y: number, height = 16): [number, number, number, number] => [200, y, 400, y + height];
  it('keeps what was filled in, where it stands, and says so', async () => {
    const { plain, warnings } = await readPages({
      words: [label('Mål:', 700), label('Enhet:', 660), label('Övrigt:', 600)],
      fields: [
        { own: text('Kortare tider'), place: place(696) },
        { own: '/FT/Ch/T(g)/Opt[[(k) (Kirurgen)][(m) (Medicin)]]/V(m)', place: place(656) },
        { own: text('Rad ett\\nRad tv\xe5'.normalize('NFC').replace('\xe5', 'a')), place: [200, 570, 400, 612] },
        { own: text('gömt', '/F 2'), place: place(500) },
        { own: text(''), place: place(480) },
      ],
    });
    expect(plain.split(/\s+/).join(' ').trim()).toBe('Mål: Kortare tider Enhet: Medicin Övrigt: Rad ett Rad tva');
    expect(warnings).toEqual([{ kind: 'formValues', page: 1, count: 3 }]);
  });
});

describe('a page without text', () => {
  it('is told of, where others have some', async () => {
    expect((await readPages(column(['Ord.']), [], [])).warnings).toEqual([
      { kind: 'noText', page: 2 },
      { kind: 'noText', page: 3 },
    ]);
  });
});
