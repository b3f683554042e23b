import fc from 'fast-check';
import { composeMarkdown } from '../../src/documents/composeMarkdown';
import { markdownOf, type Piece, plainOf, tidy } from '../../src/documents/pieces';
import { passagesOf } from '../../src/knowledge/documents/passages';

function headingOf(text: string): string | undefined {
  const pieces: Piece[] = tidy([{ kind: 'heading', depth: 1, text }, { kind: 'paragraph', text: 'Vi har tillit.' }]); // oxfmt-ignore
  const read = { title: text, markdown: markdownOf(pieces), plain: plainOf(pieces), warnings: [] };
  return passagesOf(composeMarkdown('a.docx', read, {}).document)[0]?.heading[0];
}

describe('a heading of a file that is added', () => {
  it.each([
    '1. Inledning',
    '2) Mål',
    '1.2.3 Ansvar',
    'Kontakt: hr@region.example',
    'https://region.example/sida_två',
    'www.region.example',
    'Kl. 08:00–16.30',
    'a_b_c [utkast] <hemligt> ~nytt~ | del # 3',
    '# 1 i landet',
    'C#',
    '> 50 %',
    '- Bilaga',
    '+46 10 000 00 00',
    '*Viktigt* & ”nära”',
    'Lön &amp; förmåner',
    '`kod` \\ $x$ {y} ^z^',
    '---',
    '===',
    '!',
  ])('stands as it does in the file: %s', (text) => {
    expect(headingOf(text)).toBe(text);
  });

  it('may have any sign', () => {
    const word = fc.string({ unit: fc.constantFrom(...' _[]()<>~#|*`\\!&;:.@-+=1"\'aåÖ/^$%{}?,'), minLength: 1, maxLength: 14 }); // oxfmt-ignore
    fc.assert(
      fc.property(word, (text) => {
        fc.pre(text.trim() !== '');
        expect(headingOf(text)).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
