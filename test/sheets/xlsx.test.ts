import { sheetLimits } from '../../src/sheets/grid';
import { readSheets } from '../../src/sheets/readSheets';
import { faultOf, rowsOf } from './reading';
import { sheetOf, workbook, workbookOf } from './workbook';

describe('a workbook', () => {
  const row = (text: string) => `<row><c t="str"><v>${text}</v></c></row>`;

  it('is read whatever it is called, with all its sheets that hold something and are not hidden', async () => {
    const bytes = workbookOf({ Tomt: '', Dold: row('nej'), Lista: row('ja'), 'Noter & annat': row('så') }, ['Dold']);
    expect(await readSheets(bytes)).toEqual({
      sheets: [
        { name: 'Lista', rows: [['ja']], hiddenRows: 0 },
        { name: 'Noter & annat', rows: [['så']], hiddenRows: 0 },
      ],
      unread: [],
    });
    expect(await faultOf(workbookOf({ Tomt: '', Dold: row('nej') }, ['Dold']))).toBe('allHidden');
  });

  it('is read but for the sheets that cannot be, which are named', async () => {
    const wide = '<row><c r="ZZ1"><v>1</v></c></row>';
    expect(await readSheets(workbookOf({ Pivot: wide, Lista: row('ja') }))).toMatchObject({
      sheets: [{ name: 'Lista' }],
      unread: [{ name: 'Pivot', fault: 'tooManyColumns' }],
    });
    expect(await readSheets(workbookOf({ Pivot: wide }))).toEqual({ fault: 'tooManyColumns', detail: 'Pivot' });
  });

  it('leaves out rows that are hidden, as by a filter, and counts those that hold something', async () => {
    const cell = '<c t="str"><v>x</v></c>';
    const rows = `<row r="1">${cell}</row><row r="2" hidden="1">${cell}</row><row r="3" hidden="true"/><row r="4" hidden="0">${cell}</row>`;
    expect(await readSheets(sheetOf(rows))).toMatchObject({
      sheets: [{ rows: [['x'], [], [], ['x']], hiddenRows: 1 }],
    });
  });

  it('has what stands in merged rows in each of them, also where the first is hidden', async () => {
    const rows = `<row r="1" hidden="1"><c r="A1"><v>1</v></c><c r="B1"><v>7</v></c></row>
      <row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>8</v></c></row><row r="5"><c r="A5"><v>5</v></c></row>`;
    const merged = '</sheetData><mergeCells><mergeCell ref="B1:C5"/><mergeCell ref="A5:D5"/></mergeCells><sheetData>';
    expect(await rowsOf(sheetOf(rows + merged))).toEqual([[], ['2', '7'], ['3', '8'], [], ['5', '7']]);
  });

  it('is read at once, however its merged cells lie over each other', async () => {
    const rows = Array.from({ length: sheetLimits.rows }, (_, n) => `<row><c r="A${n + 1}"><v>1</v></c></row>`);
    const merged = '<mergeCell ref="B1:B20000"/><mergeCell ref="A1:A99999999999"/>'.repeat(50_000);
    const bytes = sheetOf(`${rows.join('')}</sheetData><mergeCells>${merged}</mergeCells><sheetData>`);
    const before = process.cpuUsage();
    await rowsOf(bytes);
    expect(process.cpuUsage(before).user).toBeLessThan(20e6);
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
