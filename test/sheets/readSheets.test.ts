import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { sheetLimits } from '../../src/sheets/grid';
import { readSheets } from '../../src/sheets/readSheets';
import { type SheetFault } from '../../src/sheets/sheet';
import { csvOf, xlsxOf } from '../../src/sheets/writeSheet';
import { faultOf, rowsOf } from './reading';
import { sheetOf, workbook, workbookOf } from './workbook';
import { runs } from '../runs';

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
    ['a quotation without an end', 'a;"b\nc', 'openQuote'],
    ['a megabyte too much', Buffer.alloc(sheetLimits.bytes + 1, 'a'), 'tooLarge'],
  ])('is %s', async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });

  it('is never more than a fault, whatever is uploaded', async () => {
    const start = fc.constantFrom('', 'PK\x03\x04', '\ufeff', '"');
    const damaged = sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>a@b.se</t></is></c></row>');
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (first, rest) => {
        expect(await readSheets(Buffer.concat([Buffer.from(first), rest]))).toBeDefined();
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(damaged.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(damaged);
        bytes[at] = byte;
        expect(await readSheets(bytes)).toBeDefined();
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
    expect(await rowsOf('x'.repeat(100_000))).toHaveLength(1);
  });

  it('are the same in a workbook, before room is made for what is far away', async () => {
    const at = (row: number, cell: string) => sheetOf(`<row r="${row}"><c r="${cell}"><v>1</v></c></row>`);
    expect(await rowsOf(at(sheetLimits.rows, `CV${sheetLimits.rows}`))).toHaveLength(sheetLimits.rows);
    expect(await faultOf(at(sheetLimits.rows + 1, `A${sheetLimits.rows + 1}`))).toBe('tooManyRows');
    expect(await faultOf(at(999_999_999_999, 'A999999999999'))).toBe('tooManyRows');
    expect(await faultOf(at(1, 'CW1'))).toBe('tooManyColumns');
    expect(await faultOf(at(1, 'ZZZZZZZZZ1'))).toBe('tooManyColumns');
  });

  it('are what all cells of all sheets take together', async () => {
    const shared = { 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(100_000)}</t></si></sst>` };
    const cells = (count: number) => '<row><c t="s"><v>0</v></c></row>'.repeat(count);
    expect(await rowsOf(sheetOf(cells(90), shared))).toHaveLength(90);
    expect(await faultOf(sheetOf(cells(110), shared))).toBe('tooLarge');
    const far = (row: number) => `<row r="${row}"><c r="CV${row}"><v>1</v></c></row>`;
    const wide = Array.from({ length: sheetLimits.rows }, (_, n) => far(n + 1)).join('');
    expect(await rowsOf(sheetOf(wide))).toHaveLength(sheetLimits.rows);
    // Empty cells count too, and those of the sheet before.
    const long = `<row><c t="str"><v>${'x'.repeat(100_000)}</v></c></row>`.repeat(90);
    expect(await faultOf(workbookOf({ long, wide }))).toBe('tooLarge');
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
    for (let at = lying.indexOf('PK\x03\x04'); at >= 0; at = lying.indexOf('PK\x03\x04', at + 1)) lying.writeUInt32LE(9, at + 22); // oxfmt-ignore
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
    .string({ unit: fc.constantFrom(...'aåö"; ,\n\'=-'), minLength: 1 })
    .filter((text) => text.trim() === text);
  it('is read again as it was, from both', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1 }), async (rows) => {
        expect(await rowsOf(await xlsxOf('Svar', rows))).toEqual(rows);
        expect(await rowsOf(csvOf([['a', 'b'], ...rows]))).toEqual([['a', 'b'], ...rows]);
      }),
      { numRuns: runs(100) },
    );
  });
});
