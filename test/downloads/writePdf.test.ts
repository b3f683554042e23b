import { writePdf } from '../../src/downloads/writePdf';
import { pagesOf } from '../sheets/pageText';
import { aDocument } from './aDocument';

const words = { pageOf: 'sida {page} av {pages}', lettersMissing: 'Tecken saknas.' };
const textOf = async (over = {}) => (await pagesOf(await writePdf(aDocument(over), words))).join(' ');

describe('a document as PDF', () => {
  it('holds every text of the document, in Swedish letters', async () => {
    const text = await textOf();
    for (const part of [
      'Överenskommelse (utkast)',
      'Schemat',
      'nästa rad',
      'Bara för dig.',
      'Längre kö',
      'åäö ÅÄÖ',
      'sida 1 av 1',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain(words.lettersMissing);
  });

  it('goes over as many pages as there is text for, each with its number and none of them empty', async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ kind: 'text', text: `Stycke ${at} ${'ord '.repeat(60)}` }));
    const text = await textOf({ blocks: many });
    expect(text).toContain('Stycke 59');
    const [, last] = /sida 1 av (\d+)/.exec(text)!;
    expect(Number(last)).toBeGreaterThan(3);
    expect(Number(last)).toBeLessThan(10);
    expect(text).toContain(`sida ${last} av ${last}`);
  });

  it('says where a letter is not in its fonts', async () => {
    expect(await textOf({ title: 'Bra 👍 jobbat' })).toContain(words.lettersMissing);
  });

  it('is tagged, and tells its language and title', async () => {
    const raw = (await writePdf(aDocument(), words)).toString('latin1');
    expect(raw).toMatch(/\/Lang \(sv-SE\)/);
    expect(raw).toMatch(/\/MarkInfo/);
  });
});
