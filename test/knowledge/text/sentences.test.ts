import fc from 'fast-check';
import { cut, sentencesOf } from '../../../src/knowledge/text/sentences';

const sentences = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it('ends a sentence before the next capital, also inside quotation marks', () => {
    expect(sentences('Gör. Vi står bakom er. "Lära dem flyga." Så är det!')).toEqual([
      'Gör.',
      'Vi står bakom er.',
      '"Lära dem flyga."',
      'Så är det!',
    ]);
  });

  it('does not end one at an abbreviation or a number', () => {
    expect(sentences('Jfr t.ex. dir. 2016:51 om 5 p. i snitt.')).toHaveLength(1);
  });

  it('ends one at a line break, so that list items come out one by one', () => {
    expect(sentences('- mål\n- ramar\n')).toEqual(['- mål', '- ramar']);
  });

  it('ends one at dots that stand for a pause in speech', () => {
    expect(sentences('Ödmjukhet..Det är lättare')).toEqual(['Ödmjukhet..', 'Det är lättare']);
  });

  it('leaves out nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'Å', '.', '?', ' ', '\n', '"', '…', '1', '😀') }), (text) => {
        expect(sentences(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('cut', () => {
  it('cuts at the last sentence end that fits', () => {
    expect(cut('Ett är kort. Två är kort. Tre.', 26)).toEqual(['Ett är kort. Två är kort.', 'Tre.']);
  });

  it('cuts between words where one sentence is too long', () => {
    expect(cut('ett två tre', 8)).toEqual(['ett två', 'tre']);
  });

  it('keeps every character but white space, each piece within the limit and no emoji torn', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'Ö', '.', ' ', '\n', '😀'), maxLength: 200 }),
        fc.integer({ min: 2, max: 40 }),
        (text, limit) => {
          const pieces = cut(text, limit);
          expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          for (const piece of pieces) {
            expect(piece.length).toBeLessThanOrEqual(limit);
            expect(Buffer.from(piece, 'utf8').toString('utf8')).toBe(piece);
          }
        },
      ),
    );
  });
});
