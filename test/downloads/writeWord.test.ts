import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { writeWord } from '../../src/downloads/writeWord';
import { aDocument, hostile } from './aDocument';

describe('a document for Word', () => {
  it('is read by another program with its headings, lists and tables, and every text to the letter', async () => {
    const { value: html } = await mammoth.convertToHtml({ buffer: await writeWord(aDocument()) });
    expect(html).toContain('<h1>Uppdrag</h1>');
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html.match(/<th>/g)).toHaveLength(2);
    const { value: text } = await mammoth.extractRawText({ buffer: await writeWord(aDocument()) });
    expect(text).toContain('Överenskommelse (utkast)');
    expect(text.split(hostile)).toHaveLength(4);
  });

  it('is in Swedish, and names nobody but the program as its author', async () => {
    const files = unzipSync(await writeWord(aDocument()));
    expect(strFromU8(files['word/styles.xml']!)).toContain('w:val="sv-SE"');
    expect(strFromU8(files['docProps/core.xml']!)).toContain('Tillitscoachen');
  });

  it('holds no letter that XML forbids, however it came there', async () => {
    const text = `a\u0000\u0008\u001b\ud800b\uffff`;
    const files = unzipSync(await writeWord(aDocument({ title: text, blocks: [{ kind: 'text', text }] })));
    expect(strFromU8(files['word/document.xml']!)).not.toMatch(/[\u0000\u0008\u001b\uffff\ufffd]/);
    expect(strFromU8(files['word/document.xml']!)).toContain('>ab<');
  });
});
