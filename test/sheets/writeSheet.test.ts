import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { guarded, unguarded } from '../../src/sheets/formulaGuard';
import { readSheets } from '../../src/sheets/readSheets';
import { csvOf, xlsxOf } from '../../src/sheets/writeSheet';
import { expectAtOnce } from '../atOnce';
import { runs } from '../runs';

const formulas = [
  'hej,=cmd|x',
  'hej;=cmd|x',
  'hej\n=cmd|x',
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
  ' \tx',
  '"\rx',
  '"=1',
  ' "+1',
  "'=1",
  "''- b",
];
const files = async (bytes: Promise<Buffer>) =>
  Object.entries(unzipSync(await bytes)).map(([name, content]) => [name, strFromU8(content)] as const);

describe('a text file', () => {
  it('is what Swedish Excel opens: byte order mark, semicolons, CRLF, decimal commas', () => {
    expect(csvOf([['Grupp', 'Antal'], ['Vård; "norr"', 7], ['Åäö', 2.5]])).toBe(
      '\ufeff"Grupp";"Antal"\r\n"Vård; ""norr""";7\r\n"Åäö";2,5\r\n',
    ); // oxfmt-ignore
  });

  it.each(formulas)('makes no formula of %j', (text) => {
    expect(csvOf([[text]])).toMatch(/^\ufeff"(hej[,;\n])?'/);
  });

  it('leaves numbers and ordinary texts as they are', () => {
    expect(csvOf([[-5, 'a=b', 'e-post', NaN]])).toBe('\ufeff-5;"a=b";"e-post";\r\n');
  });

  it.each([
    ['hej,=cmd|x', "hej,'=cmd|x"],
    ['hej; ＝1', "hej; '＝1"],
    ['hej\t"@SUM(A1)', 'hej\t"\'@SUM(A1)'],
    ['att göra:\n- ring\r\n+ skriv', "att göra:\n'- ring\r\n'+ skriv"],
  ])('guards what comes after a separator within a text: %j', (text, guarded) => {
    expect(csvOf([['Fråga', text]])).toBe(`\ufeff"Fråga";"${guarded.replaceAll('"', '""')}"\r\n`);
  });

  it.each(['- b', "'- b", "''- b", 'a; =1', "a; '=1", "'a", "o'brien", "a\n''+b", "'\tx", '\u200b=1'])(
    'gives %j back as it was',
    async (text) => {
      expect(await readSheets(Buffer.from(csvOf([['Svar', text]])))).toMatchObject({
        sheets: [{ rows: [['Svar', text]] }],
      });
    },
  );

  it('is guarded at once, whatever stands in it', () => {
    for (const text of ["'", '\n', ' ', "\n'", '"', '=', ",'"])
      expectAtOnce(() => expect(unguarded(guarded(text.repeat(100_000)))).toBe(text.repeat(100_000)));
  });

  const text = fc.string({ unit: fc.constantFrom(...'aå\'",;|\t\r\n =+-@＝＋－＠−\u200b') });
  const sheet = fc.array(fc.array(fc.oneof(text, fc.nat()), { minLength: 1, maxLength: 5 }), { minLength: 1 });
  it.each([',', ';', '\t'])('has no formula in any cell of a reader that splits by %j', (separator) => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const csv = csvOf(rows);
        const withoutQuoting = csv.split(new RegExp(`[${separator}\r\n]`));
        for (const cell of [...cellsOf(csv, separator), ...withoutQuoting])
          expect(cell).not.toMatch(/^[\s"\ufeff\u200b]*[=+\-@＝＋－＠−]/);
      }),
      { numRuns: runs(200) },
    );
  });
});

/**
 * The cells as Excel and Python read them: a quote opens a quoted cell only where the cell begins, and what follows its end
 * belongs to the cell as it stands.
 */
function cellsOf(csv: string, separator: string): string[] {
  const cells = [''];
  let state: 'begins' | 'plain' | 'quoted' = 'begins';
  const signs = csv.replace(/^\ufeff/, '');
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at]!;
    const add = (part: string) => cells.push((cells.pop() ?? '') + part);
    if (state === 'begins' && sign === '"') state = 'quoted';
    else if (state === 'quoted' && sign === '"' && signs[at + 1] === '"') add(signs[++at]!);
    else if (state === 'quoted' && sign === '"') state = 'plain';
    else if (state === 'quoted') add(sign);
    else if (sign === separator || sign === '\r' || sign === '\n') {
      cells.push('');
      state = 'begins';
    } else {
      add(sign);
      state = 'plain';
    }
  }
  return cells;
}

describe('any text', () => {
  it('is what it was when its guards are taken away', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aå\'",;|\t\r\n\v =+-@＝−\u200b') });
    fc.assert(
      fc.property(text, (one) => expect(unguarded(guarded(one))).toBe(one)),
      { numRuns: runs(2000) },
    );
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
    const read = await readSheets(await xlsxOf("'Svar: [2026]/*?\\ och en hel del till, för långt'", [odd]));
    expect(read).toMatchObject({
      sheets: [{ rows: [['ab', '<&>"', 'toString ', '__proto__ ', 'constructor ', '', 'å'.repeat(40)]] }],
    });
    await expect(xlsxOf('', [['a']])).resolves.toBeInstanceOf(Buffer);
  });
});
