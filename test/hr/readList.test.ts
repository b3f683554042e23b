import { type HrService } from '../../src/hr/hrService';
import { previewList } from '../../src/hr/groups';
import { listWords } from '../../src/page/listWords';
import { readSheets } from '../../src/sheets/readSheets';
import { workbookOf } from '../sheets/workbook';

const hr = { readSheets, knownAmong: () => Promise.resolve(new Map()) } as unknown as HrService;
const preview = (bytes: Buffer | string) => previewList(hr, Buffer.from(bytes));
/** Rows of a workbook, in Excel's XML; an empty cell is none. */
const rows = (...cells: string[][]) =>
  cells.map((row) => `<row>${row.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`).join('');
const list = (...mails: string[]) => rows(['E-post', 'Enhet'], ...mails.map((mail) => [mail, 'Kirurgi']));
const wide = '<row><c r="ZZ1"><v>1</v></c></row>';

describe('an upload of HR’s', () => {
  it.each([
    ['first', { Lista: list('a@b.se'), Om: rows(['Gäller 2026']) }],
    ['last', { Om: rows(['Gäller 2026'], ['Frågor: hr']), Pivot: rows(['4', '7']), Lista: list('a@b.se') }],
    ['after an empty one', { Blad1: '', Lista: list('a@b.se'), Blad3: rows(['x']) }],
  ])('is read from the sheet with the addresses, which is named, where that stands %s', async (_, sheets) => {
    const { lines, source } = await preview(workbookOf(sheets));
    expect(lines).toMatchObject([{ line: 2, listedAs: 'a@b.se', unit: 'Kirurgi' }]);
    expect(source).toEqual({ sheet: 'Lista', otherSheets: [], unreadSheets: [], hiddenRows: 0 });
  });

  it('is read from the sheet with most addresses, and the others with some are named', async () => {
    const { lines, source } = await preview(workbookOf({ Norr: list('a@b.se'), Syd: list('b@b.se', 'c@b.se') }));
    expect(lines.map(({ listedAs }) => listedAs)).toEqual(['b@b.se', 'c@b.se']);
    expect(source).toMatchObject({ sheet: 'Syd', otherSheets: [{ name: 'Norr', rows: 1 }] });
  });

  it('is read beside a sheet that cannot be, which is named', async () => {
    expect((await preview(workbookOf({ Pivot: wide, Lista: list('a@b.se') }))).source).toMatchObject({
      sheet: 'Lista',
      unreadSheets: ['Pivot'],
    });
  });

  it('says what column its units were read from, and how many rows are hidden', async () => {
    const hidden = list('a@b.se', 'b@b.se').replace(/<row>(?=<c t="str"><v>b@)/, '<row hidden="1">');
    const view = await preview(workbookOf({ Lista: hidden }));
    expect(view).toMatchObject({ unitHeading: 'Enhet', source: { hiddenRows: 1 }, counts: { unknown: 1 } });
    expect(view.source).not.toHaveProperty('sheet');
    expect(await preview('E-post;Namn\na@b.se;Åsa')).not.toHaveProperty('unitHeading');
  });

  it.each<[string, Buffer | string, RegExp]>([
    ['nothing', '', /^Filen är tom\. Kontrollera/],
    ['hidden sheets', workbookOf({ Blad1: '', Dold: list('a@b.se') }, ['Dold']), /dolda\. Ta fram bladet/],
    ['hidden rows', workbookOf({ Lista: list('a@b.se').replaceAll('<row>', '<row hidden="1">') }), /Rensa filtret/],
    ['a sheet too wide, and no addresses', workbookOf({ Lista: wide, Om: rows(['x']) }), /^Bladet ”Lista” har för många kolumner\. Högst 100 går att läsa\. Ta bort/],
    ['letters that cannot be told', Buffer.from([...Buffer.from('Åsa på Öland'), 0xe5]), /å, ä och ö.*CSV UTF-8/],
    ['an open quotation', 'a;b\n"a@b.se;c', /citattecken på rad 2 har inget slut\. Ta bort det/],
  ])('is refused with what, where and the remedy: %s', async (_, bytes, words) => {
    await expect(preview(bytes)).rejects.toThrow(words);
  }); // oxfmt-ignore
});

describe('what HR is told of a list', () => {
  const said = async (bytes: Buffer | string) => listWords(await preview(bytes)).join(' ');
  it.each<[string, Buffer | string, RegExp]>([
    ['no unit', 'E-post;Namn\na@b.se;Åsa', /^Ingen kolumn med enhet hittades, så resultatet delas inte upp\. Kalla/],
    ['where its units stood', 'Mejl;Arbetsplats\na@b.se;K\nb@b.se;', /^Enheten är läst ur kolumnen ”Arbetsplats”\. 1 rad har ingen enhet\.$/],
    ['units without a header', 'a@b.se;Kirurgi', /ur en kolumn utan rubrik/],
    ['a unit that was cut', `E-post;Enhet\na@b.se;${'x'.repeat(200)}`, /1 rad har en enhet med så långt namn att bara de första 100/],
    ['nobody', 'Namn\nÅsa\nBo', /^Ingen rad har en e-postadress/],
    ['its encoding', Buffer.from('a@b.se;V\x8crd', 'latin1'), /läst som Mac Roman/],
    ['letters that were repaired', 'a@b.se;VÃ¥rd', /De är rättade/],
    ['its sheet', workbookOf({ Om: rows(['x']), Lista: list('a@b.se') }), /^Listan är läst från bladet ”Lista”\. Enheten/],
    ['other sheets', workbookOf({ Ett: list('a@b.se'), Två: list('b@b.se', 'c@b.se') }), /adresser också på ”Ett” \(1 rad\)\. De är inte med/],
  ])('is %s', async (_, bytes, words) => expect(await said(bytes)).toMatch(words)); // oxfmt-ignore
});
