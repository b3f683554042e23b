import fc from 'fast-check';
import { fold, gramsOf, wordsOf } from '../../../src/knowledge/text/swedish';

const stems = (text: string) => wordsOf(text).map((word) => word.stem);

describe('fold', () => {
  it.each(['uppföljning', 'UPPFÖLJNING', 'uppfoljning', 'uppfoeljning', 'uppfo\u0308ljning'])(
    'makes %s the same word as uppfoljning',
    (spelling) => expect(fold(spelling)).toBe('uppfoljning'),
  );

  it('makes å, ä, aa and ae one letter', () => {
    expect(['måste', 'maaste', 'mäste', 'maeste'].map(fold)).toEqual(['maste', 'maste', 'maste', 'maste']);
  });
});

describe('wordsOf', () => {
  it('gives inflected forms of a word one stem', () => {
    expect(new Set(stems('medarbetare medarbetaren medarbetarna medarbetarnas')).size).toBe(1);
  });

  it('knows function words, also when typed without å, ä and ö', () => {
    expect(wordsOf('för att är från over').map((word) => word.stop)).toEqual([true, true, true, true, true]);
    expect(wordsOf('tillit').map((word) => word.stop)).toEqual([false]);
  });

  it('takes the marks of a query language for what they are: no words', () => {
    expect(stems('title:chef ~8 +mål -"ram*"')).toEqual(stems('title chef 8 mål ram'));
  });

  it('says where each word stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { start, end, folded } of wordsOf(text)) {
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*$/u);
          expect(fold(text.slice(start, end)).startsWith(folded)).toBe(true);
        }
      }),
    );
  });

  it('cuts what is longer than any word', () => {
    expect(wordsOf('a'.repeat(20_000))[0]?.folded).toHaveLength(40);
  });
});

describe('gramsOf', () => {
  it('marks where the word begins and ends', () => {
    expect(gramsOf('mål', 4)).toEqual(['^mål', 'mål$']);
  });

  it('has none of a word that is shorter', () => {
    expect(gramsOf('i', 5)).toEqual([]);
  });
});
