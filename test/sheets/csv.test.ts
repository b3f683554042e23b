import { readSheets } from '../../src/sheets/readSheets';
import { faultOf, rowsOf } from './reading';

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

  it('says in its first line what separates its cells', async () => {
    expect(await rowsOf('\ufeffsep=,\r\na;b,c\r\n')).toEqual([[], ['a;b', 'c']]);
    expect(await rowsOf('"sep=|"\na|b')).toEqual([[], ['a', 'b']]);
  });

  it('is separated by bars', async () => expect(await rowsOf('a|b\nc|d')).toEqual([['a', 'b'], ['c', 'd']])); // oxfmt-ignore

  it.each([
    ['Mac Roman', Buffer.from('\x81sa;p\x8c', 'latin1')],
    ['code page 850', Buffer.from('\x8fsa;p\x86', 'latin1')],
    ['Windows-1252', Buffer.from('\xc5sa;p\xe5', 'latin1')],
    ['UTF-16', Buffer.from('Åsa;på', 'utf16le')],
    ['UTF-8 twice', Buffer.from('Ã…sa;pÃ¥')],
  ])('says that it was %s', async (encoding, bytes) => {
    expect(await readSheets(bytes)).toEqual({
      sheets: [{ rows: [['Åsa', 'på']], hiddenRows: 0 }],
      unread: [],
      encoding,
    });
  });

  it('says nothing of UTF-8, and is refused where its letters cannot be told', async () => {
    expect(await readSheets(Buffer.from('\ufeffÅsa'))).not.toHaveProperty('encoding');
    expect(await faultOf(Buffer.from([...Buffer.from('Åsa på Öland'), 0xe5]))).toBe('unknownEncoding');
  });

  it('says where a quotation begins that has no end', async () => {
    expect(await readSheets(Buffer.from('a;b\nc;"d\ne'))).toEqual({ fault: 'openQuote', detail: '2' });
  });

  it.each([
    'Åsa Öberg <asa@b.se>; Bo Ek <bo@b.se>; eva@b.se',
    'Öberg, Åsa <asa@b.se>, "Ek, Bo" <bo@b.se>',
    'Till: asa@b.se, bo@b.se,',
    'Kirurgichefer; Åsa <asa@b.se>; Bo <bo@b.se>',
    '<asa@b.se>; <bo@b.se>;',
  ])('is one cell for a line that says whom a message goes to: %j', async (line) => {
    expect(await rowsOf(`${line}\n`)).toEqual([[line]]);
  });

  it('is a cell for each line of such', async () => {
    const lines = ['Mottagare', 'Öberg, Åsa <asa@b.se>', '', 'Ek, Bo <bo@b.se>; eva@b.se;'];
    expect(await rowsOf(lines.join('\r\n'))).toEqual(lines.map((line) => (line ? [line] : [])));
  });

  it.each([
    ['Öberg, Åsa <asa@b.se>;Kirurgi', ['Öberg, Åsa <asa@b.se>', 'Kirurgi']],
    ['asa@b.se;Kirurgi', ['asa@b.se', 'Kirurgi']],
    ['asa@b.se;asa.oberg@b.se\nbo@b.se;bo.ek@b.se', ['asa@b.se', 'asa.oberg@b.se']],
    ['Namn;E-post\nÅsa <asa@b.se>;bo@b.se', ['Namn', 'E-post']],
  ])('is a table all the same where something else stands there: %j', async (text, first) => {
    expect((await rowsOf(text))[0]).toEqual(first);
  });
});
