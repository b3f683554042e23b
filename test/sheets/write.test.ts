import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from '../../src/sheets/read';
import { csvOf, xlsxOf } from '../../src/sheets/write';

const formulas = [
  '=1+1',
  '+46',
  '-2+3',
  '@SUM(A1)',
  '\tx',
  '\rx',
  ' \u00a0=1',
  '\u200b=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '−1',
];
const files = async (bytes: Promise<Buffer>) =>
  Object.entries(unzipSync(await bytes)).map(([name, content]) => [name, strFromU8(content)] as const);

describe('a text file', () => {
  it('is what Swedish Excel opens: byte order mark, semicolons, CRLF, decimal commas', () => {
    expect(csvOf([['Grupp', 'Antal'], ['Vård; "norr"', 7], ['Åäö', 2.5]])).toBe(
      '\ufeffGrupp;Antal\r\n"Vård; ""norr""";7\r\nÅäö;2,5\r\n',
    ); // prettier-ignore
  });

  it.each(formulas)('makes no formula of %j', (text) => {
    expect(csvOf([[text]]).replace(/^\ufeff"?/, '')).toMatch(/^'/);
  });

  it('leaves numbers and ordinary texts as they are', () => {
    expect(csvOf([[-5, 'a=b', 'e-post', NaN]])).toBe('\ufeff-5;a=b;e-post;\r\n');
  });
});

describe('a workbook', () => {
  it.each(formulas)('has %j as a text', async (text) => {
    const xml = (await files(xlsxOf('Svar', [[text]]))).map(([, content]) => content).join('');
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('t="s"');
  });

  it('has numbers as numbers', async () => {
    const [, sheet] = (await files(xlsxOf('Svar', [[-2.5, NaN, 7]]))).find(([name]) => name.endsWith('sheet1.xml'))!;
    expect(sheet).toMatch(/<c r="A1"[^>]*><v>-2.5<\/v><\/c><c r="C1"[^>]*><v>7<\/v>/);
  });

  it('takes every text and every title', async () => {
    const odd = ['a\u0000b', '<&>"', 'toString', '__proto__', 'constructor', '', 'å'.repeat(40)];
    const read = await readSheet(await xlsxOf("'Svar: [2026]/*?\\ och en hel del till, för långt'", [odd]));
    expect(read).toEqual({
      rows: [['ab', '<&>"', 'toString ', '__proto__ ', 'constructor ', '', 'å'.repeat(40)]],
    });
    await expect(xlsxOf('', [['a']])).resolves.toBeInstanceOf(Buffer);
  });
});
