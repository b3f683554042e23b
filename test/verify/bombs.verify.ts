import { deflated, inflatable, zipOf } from '../documents/bomb';
import { docxOf, packed } from '../documents/officeFile';
import { column, pdfOf } from '../documents/pdfFile';
import { expectWithinLimits, measured } from '../documents/measured';

describe('a bomb', () => {
  const word = (document: Buffer, others: Record<string, Buffer> = {}) =>
    zipOf({ ...others, 'word/document.xml': document });
  const deep = '<w:p>'.repeat(3_000_000);

  it.each<[string, string, () => Buffer]>([
    ['a Word file of 4 GB of spaces', 'a.docx', () => word(deflated(4000, ' ', '<w:document>', '</w:document>'))],
    ['a presentation of 4 GB of shapes', 'a.pptx', () => zipOf({ 'ppt/presentation.xml': deflated(4000, '<p:sp></p:sp>', '<p>', '</p>') })], // oxfmt-ignore
    ['a Word file of 50 MB of paragraphs', 'a.docx', () => word(deflated(50, '<w:p></w:p>', '<w:document>', '</w:document>'))], // oxfmt-ignore
    ['a Word file of elements within each other', 'a.docx', () => docxOf(deep)],
    ['a Word file of 30,000 parts', 'a.docx', () => packed(Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`word/${at}.xml`, 'a'])))], // oxfmt-ignore
    ['a PDF whose page is 4 GB of spaces', 'a.pdf', () => pdfOf([inflatable(deflated(4000, ' '))])],
    ['a PDF whose page is 2 GB of words', 'a.pdf', () => pdfOf([inflatable(deflated(2000, '(tillit) Tj\n', 'BT /F1 11 Tf\n', 'ET'))])], // oxfmt-ignore
  ])('ends within the limits: %s', (_, name, made) => expectWithinLimits(name, made()), 60_000);
});

describe('a PDF of 80 pages', () => {
  const lines = (number: number) =>
    Array.from({ length: 45 }, (_, at) => `Rad ${at} på sida ${number} handlar om tillit.`);

  it('is read within the limits', async () => {
    const book = pdfOf(Array.from({ length: 80 }, (_, at) => column(lines(at + 1))));
    expect(await measured('a.pdf', book)).toMatchObject({ fault: undefined });
  }, 60_000);
});
