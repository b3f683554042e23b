import { documentLimits, remedyOf } from '../../src/documents/documentFault';
import { deflated, inflatable } from './bomb';
import { docxOf, packed, paragraph, pptxOf } from './officeFile';
import { column, foreignPdf, hugeScanPdf, lockedPdf, pdfOf, scannedPdf } from './pdfFile';
import { faultOf, read } from './reading';

const compound = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(name, 'utf16le')]);
const soundPdf = pdfOf([column(['Vi har tillit.'])]);
const soundDocx = docxOf(paragraph('Vi har tillit.'));

describe('a file that is no document', () => {
  it.each<[string, string, Buffer, string]>([
    ['is empty', 'a.pdf', Buffer.alloc(0), 'empty'],
    ['has white space only', 'a.txt', Buffer.from(' \n\n'), 'empty'],
    ['has front matter only', 'a.md', Buffer.from('---\ntitle: T\n---\n'), 'empty'],
    ['says the same fact twice', 'a.md', Buffer.from('---\ntitle: T\ntitle: U\n---\nVi har tillit.\n'), 'unfit'],
    ['is scanned', 'a.pdf', scannedPdf(), 'scanned'],
    ['has a scanned page that is too large to unpack', 'a.pdf', hugeScanPdf(), 'scanned'],
    ['has no letters for its font', 'a.pdf', foreignPdf(), 'lostFont'],
    ['is a PDF with empty pages', 'a.pdf', pdfOf([[], []]), 'blank'],
    ['is a Word file in which nothing is written', 'a.docx', docxOf(paragraph(' ')), 'blank'],
    [
      'is a Word file of pictures',
      'a.docx',
      docxOf(paragraph(''), {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="r1" Type="http://x/relationships/image" Target="media/a.png"/></Relationships>',
      }),
      'scanned',
    ],
    [
      'is a Word file of hidden text',
      'a.docx',
      docxOf('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ord.</w:t></w:r></w:p>'),
      'allHidden',
    ],
    ['is a presentation without words', 'a.pptx', pptxOf(['']), 'blank'],
    ['is a PDF behind a password', 'a.pdf', lockedPdf(), 'locked'],
    ['is a Word file behind a password', 'a.docx', compound('EncryptedPackage'), 'locked'],
    ['is a Word file from before 2007', 'a.docx', compound('WordDocument'), 'oldOffice'],
    ['is half a PDF', 'a.pdf', soundPdf.subarray(0, soundPdf.length / 2), 'broken'],
    ['is half a Word file', 'a.docx', soundDocx.subarray(0, soundDocx.length / 2), 'broken'],
    ['has a page that does not unpack', 'a.pdf', pdfOf([Buffer.from('x\xda\xff\xff\xff\xff', 'latin1')]), 'broken'],
    ['has XML that does not close', 'a.docx', docxOf('<w:p>'), 'broken'],
    ['declares entities', 'a.docx', docxOf('', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }), 'broken'], // oxfmt-ignore
    ['misses its slides', 'a.pptx', packed({ 'ppt/presentation.xml': '<p><sldId r:id="rId1"/></p>' }), 'broken'],
    ['is a picture by the name of PDF', 'a.pdf', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'otherKind'],
    ['is a web page by the name of text', 'a.txt', Buffer.from('<!DOCTYPE html><p>Hej'), 'otherName'],
    ['is some zip', 'a.docx', packed({ 'xl/workbook.xml': '<workbook/>' }), 'otherKind'],
    ['is text by the name of PDF', 'a.pdf', Buffer.from('Bara text.'), 'otherName'],
    ['is a PDF by the name of Word', 'a.docx', soundPdf, 'otherName'],
    ['is a presentation by the name of Word', 'a.docx', pptxOf(['']), 'otherName'],
    ['is too large', 'a.txt', Buffer.alloc(documentLimits.bytes + 1, 'a '), 'tooLarge'],
  ])('is told from a document where it %s', async (_, name, bytes, fault) => {
    expect(await faultOf(name, bytes)).toBe(fault);
  });
});

// More of them in `npm run verify`.
describe('a bomb', () => {
  it('ends where a limit of time is reached', async () => {
    const words = pdfOf([inflatable(deflated(50, '(tillit) Tj\n', 'BT /F1 11 Tf\n', 'ET'))]);
    expect(await faultOf('a.pdf', words, { megabytes: 2000, milliseconds: 300 })).toBe('tooSlow');
  });
});

describe('a file that needs too much memory', () => {
  it('is told so, with the remedy', () => {
    expect(remedyOf('tooHeavy')).toBe('filen kräver mer än 600 MB minne. Spara om den, eller dela upp den.');
  });
});

describe('a PDF of many pages', () => {
  const lines = (number: number) => Array.from({ length: 45 }, (_, at) => `Rad ${at} på sida ${number} handlar om tillit, styrning och ledning i regionen.`); // oxfmt-ignore
  const pages = (count: number) => Array.from({ length: count }, (_, at) => column(lines(at + 1)));

  it('is read where they are 80', async () => {
    const book = pdfOf(pages(80));
    expect(await read('a.pdf', book)).toMatchObject({
      pages: 80,
      markdown: expect.stringContaining('<!-- s. 80 -->') as string,
    });
  }, 60_000);

  it(`is refused where they are more than ${documentLimits.pages}`, async () => {
    expect(await faultOf('a.pdf', pdfOf(Array.from({ length: documentLimits.pages + 1 }, () => [])))).toBe(
      'tooManyPages',
    );
  });
});
