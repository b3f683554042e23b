import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { sheetLimits, readSheet, type SheetFault } from '../../src/sheets/readSheet';
import { csvOf, xlsxOf } from '../../src/sheets/writeSheet';
import { sheetOf, workbook } from './workbook';

const rowsOf = async (bytes: Buffer | string): Promise<string[][]> => {
  const read = await readSheet(Buffer.from(bytes));
  if ('fault' in read) throw new Error(read.fault);
  return read.rows;
};
const faultOf = async (bytes: Buffer | string): Promise<SheetFault | undefined> => {
  const read = await readSheet(Buffer.from(bytes));
  return 'fault' in read ? read.fault : undefined;
};
const managers = [
  ['E-post', 'Enhet'],
  ['åsa@region.example', 'Kirurgi'],
];

describe('a text file', () => {
  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the other way round', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ])('is read in %s', async (_, encoded) => {
    expect(await rowsOf(encoded('E-post;Enhet\r\nåsa@region.example;Kirurgi\r\n'))).toEqual(managers);
  });

  it('has the dashes and quotation marks of Windows-1252', async () => {
    expect(await rowsOf(Buffer.from('a;V\xe5rd \x96 \x94norr\x94 \x80', 'latin1'))).toEqual([['a', 'Vård – ”norr” €']]);
  });

  it.each([';', ',', '\t'])('is separated by %j', async (separator) => {
    const text = managers.map((row) => row.join(separator)).join('\n');
    expect(await rowsOf(text)).toEqual(managers);
  });

  it('is separated by what most lines have, not by what a unit is called', async () => {
    expect(await rowsOf('a@b.se;Hälsa, vård, norr\nb@b.se;Kök, städ')).toEqual([
      ['a@b.se', 'Hälsa, vård, norr'],
      ['b@b.se', 'Kök, städ'],
    ]);
    expect(await rowsOf('a@b.se,"Hälsa; vård; norr"\nb@b.se,Kök')).toEqual([
      ['a@b.se', 'Hälsa; vård; norr'],
      ['b@b.se', 'Kök'],
    ]);
  });

  it('may hold separators, line breaks and quotation marks in quotes', async () => {
    expect(await rowsOf('a;"b;c"\r\n"d\r\ne";"f ""g"""\r\nh "i" j;k')).toEqual([
      ['a', 'b;c'],
      ['d\r\ne', 'f "g"'],
      ['h "i" j', 'k'],
    ]);
  });

  it('keeps the numbers of its lines where some are empty or end otherwise', async () => {
    expect(await rowsOf('\r\na\n;;\r\n\rb;;\n\n;\n')).toEqual([[], ['a'], [], [], ['b']]);
  });
});

describe('a workbook', () => {
  it('is read whatever it is called, its first sheet that is not hidden', async () => {
    const sheets = `<workbook xmlns:r="r"><sheets><sheet name="Dold" state="hidden" r:id="rId9"/>
      <sheet name="Blad1" r:id="rId1"/><sheet name="Blad2" r:id="rId8"/></sheets></workbook>`;
    const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>ja</t></is></c></row></sheetData></worksheet>'; // prettier-ignore
    expect(await rowsOf(workbook({ 'xl/workbook.xml': sheets, 'xl/worksheets/sheet1.xml': sheet }))).toEqual([['ja']]);
  });

  it('has texts that are shared, formatted, sounded out and escaped', async () => {
    const bytes = sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>', {
      'xl/sharedStrings.xml':
        '<sst><si><t>Barn &amp; _x0055_nga</t></si><si><r><t>Kir</t></r><r><t>urgi</t></r><rPh><t>x</t></rPh></si></sst>',
    });
    expect(await rowsOf(bytes)).toEqual([['Barn & Unga', 'Kirurgi']]);
  });

  it('has numbers, truth values, errors and what formulas came to', async () => {
    const cells = '<c><v>4711</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>åsa</v></c>';
    expect(await rowsOf(sheetOf(`<row>${cells}</row>`))).toEqual([['4711', 'SANT', '#N/A', 'åsa']]);
  });

  it('has dates where its styles say so', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/>
      <numFmt numFmtId="165" formatCode="[$-41D]0.0&quot; dagar&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
    const row = [0, 1, 2, 3].map((style) => `<c s="${style}"><v>46350.75</v></c>`).join('');
    const dated = await rowsOf(sheetOf(`<row>${row}</row>`, { 'xl/styles.xml': styles }));
    expect(dated).toEqual([['46350.75', '2026-11-24', '2026-11-24', '46350.75']]);
    const since1904 =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>';
    const files = { 'xl/styles.xml': styles, 'xl/workbook.xml': since1904 };
    expect(await rowsOf(sheetOf('<row><c s="1"><v>44888</v></c></row>', files))).toEqual([['2026-11-24']]);
  });

  it('keeps the numbers of its rows and columns, and forgets empty cells that are only coloured', async () => {
    const rows = '<row r="2"><c r="C2"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>';
    expect(await rowsOf(sheetOf(rows))).toEqual([[], ['', '', '1']]);
  });

  it('may name its elements with a prefix', async () => {
    const sheet = '<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await rowsOf(workbook({ 'xl/worksheets/sheet1.xml': sheet }))).toEqual([['1']]);
  });
});

describe('what is no sheet', () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  it.each<[string, Buffer | string, SheetFault]>([
    ['nothing', '', 'empty'],
    ['white space', ' \r\n;;\r\n', 'empty'],
    ['a workbook without a word', sheetOf(''), 'empty'],
    ['a PDF', '%PDF-1.7\n', 'notASheet'],
    ['an image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'notASheet'],
    ['a web page called .xls', '\n<html><table><tr><td>a@b.se', 'notASheet'],
    ['a Word file', Buffer.from(zipSync({ 'word/document.xml': strToU8('<document/>') })), 'notASheet'],
    ['a workbook without a sheet', workbook({ 'xl/workbook.xml': '<workbook/>' }), 'broken'],
    ['an old workbook', Buffer.concat([ole, Buffer.alloc(600)]), 'oldExcel'],
    ['a locked workbook', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'locked'],
    ['half a workbook', sheetOf('<row><c><v>1</v></c></row>').subarray(0, 300), 'broken'],
    ['a quotation without an end', 'a;"b\nc', 'broken'],
    ['a megabyte too much', Buffer.alloc(sheetLimits.bytes + 1, 'a'), 'tooLarge'],
  ])('is %s', async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });

  it('is never more than a fault, whatever is uploaded', async () => {
    const start = fc.constantFrom('', 'PK\x03\x04', '\ufeff', '"');
    const damaged = sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>a@b.se</t></is></c></row>');
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (first, rest) => {
        expect(await readSheet(Buffer.concat([Buffer.from(first), rest]))).toBeDefined();
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(damaged.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(damaged);
        bytes[at] = byte;
        expect(await readSheet(bytes)).toBeDefined();
      }),
    );
  });
});

describe('limits', () => {
  const row = (columns: number) => Array.from({ length: columns }, () => 'x').join(';');
  it('are rows, columns and characters, in a text', async () => {
    expect(await rowsOf(`${'x\n'.repeat(sheetLimits.rows)}`)).toHaveLength(sheetLimits.rows);
    expect(await faultOf('x\n'.repeat(sheetLimits.rows + 1))).toBe('tooManyRows');
    expect(await rowsOf(`x\n${'\n'.repeat(sheetLimits.rows)}`)).toEqual([['x']]);
    expect(await faultOf('\n'.repeat(1e6))).toBe('tooManyRows');
    expect((await rowsOf(row(sheetLimits.columns)))[0]).toHaveLength(sheetLimits.columns);
    expect(await faultOf(row(sheetLimits.columns + 1))).toBe('tooManyColumns');
    expect(await rowsOf('x'.repeat(sheetLimits.cell))).toHaveLength(1);
    expect(await faultOf('x'.repeat(sheetLimits.cell + 1))).toBe('cellTooLong');
  });

  it('are the same in a workbook, before room is made for what is far away', async () => {
    const at = (row: number, cell: string) => sheetOf(`<row r="${row}"><c r="${cell}"><v>1</v></c></row>`);
    expect(await rowsOf(at(sheetLimits.rows, `AX${sheetLimits.rows}`))).toHaveLength(sheetLimits.rows);
    expect(await faultOf(at(sheetLimits.rows + 1, `A${sheetLimits.rows + 1}`))).toBe('tooManyRows');
    expect(await faultOf(at(999_999_999_999, 'A999999999999'))).toBe('tooManyRows');
    expect(await faultOf(at(1, 'AY1'))).toBe('tooManyColumns');
    expect(await faultOf(at(1, 'ZZZZZZZZZ1'))).toBe('tooManyColumns');
    expect(await faultOf(sheetOf(`<row><c t="str"><v>${'x'.repeat(501)}</v></c></row>`))).toBe('cellTooLong');
  });
});

describe('a bomb', () => {
  const zeros = (bytes: number) => new Uint8Array(bytes).fill(32);
  it('is not unpacked further than the limit, wherever it lies and whatever its header says', async () => {
    const bytes = sheetOf('');
    const bomb = workbook({ 'xl/media/a.xml': zeros(60e6), 'xl/worksheets/sheet1.xml': '<worksheet/>' });
    expect(bomb.length).toBeLessThan(sheetLimits.bytes);
    const before = process.memoryUsage().arrayBuffers;
    expect(await faultOf(bomb)).toBe('tooLarge');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(45e6);
    const lying = Buffer.from(bomb);
    // The size that a local header states: at 22, four bytes.
    for (let at = lying.indexOf('PK\x03\x04'); at >= 0; at = lying.indexOf('PK\x03\x04', at + 1)) lying.writeUInt32LE(9, at + 22); // prettier-ignore
    expect(await faultOf(lying)).toBe('tooLarge');
    expect(await faultOf(bytes)).toBe('empty');
  });

  it('is not one that is many: together they count', async () => {
    const many = Object.fromEntries(Array.from({ length: 4 }, (_, n) => [`xl/${n}.xml`, zeros(8e6)]));
    expect(await faultOf(workbook(many))).toBe('tooLarge');
    const countless = Object.fromEntries(Array.from({ length: sheetLimits.files }, (_, n) => [`${n}`, strToU8('x')]));
    expect(await faultOf(workbook(countless))).toBe('tooLarge');
  });

  it('is not built of entities, nor of elements within elements', async () => {
    const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>
      <row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    expect(await faultOf(workbook({ 'xl/worksheets/sheet1.xml': entities }))).toBe('broken');
    expect(await faultOf(sheetOf('<a>'.repeat(1000)))).toBe('broken');
    for (const [begin, end] of [
      ['<!--', '-->'],
      ['<a b="', '"/>'],
      ['<a ', '/>'],
      ['<a>', '</a>'],
    ] as const) {
      const sheet = `<worksheet>${begin}${' '.repeat(1e6)}${end}</worksheet>`;
      expect(await faultOf(workbook({ 'xl/worksheets/sheet1.xml': sheet }))).toBe('broken');
    }
    expect(await rowsOf(sheetOf('<row><c t="str"><v>&unknown;</v></c></row>'))).toEqual([['&unknown;']]);
  });
});

describe('what is written', () => {
  const word = fc
    .string({ unit: fc.constantFrom(...'aåö"; ,\n'), minLength: 1 })
    .filter((text) => text.trim() === text);
  it('is read again as it was, from both', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1 }), async (rows) => {
        expect(await rowsOf(await xlsxOf('Svar', rows))).toEqual(rows);
        expect(await rowsOf(csvOf([['a', 'b'], ...rows]))).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });
});
