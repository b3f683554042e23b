import { lexiconOf } from '../../../src/knowledge/text/lexicon';
import { differByALetter, spelt } from '../../../src/knowledge/text/spelling';
import { wordsOf } from '../../../src/knowledge/text/swedish';
import { theLibrary } from '../library';

const { vocabulary, wording } = theLibrary().index;
const stemsOf = (text: string, lexicon = vocabulary.lexicon) =>
  spelt(lexicon, vocabulary.holding, wording.background, wordsOf(text)).map(({ stem }) => stem);
const asTyped = (text: string) => wordsOf(text).map(({ stem }) => stem);

describe('a misspelt word', () => {
  it.each([
    ['lacks a letter', 'delgera mer', 'delegera mer'],
    ['has two letters in the wrong order', 'ett boksult', 'ett bokslut'],
    ['is long and has a letter too many', 'hellhetssyn', 'helhetssyn'],
    ['is long and has another letter', 'företagshelsan', 'företagshälsan'],
  ])('is put right where it %s', (_, typed, meant) => expect(stemsOf(typed)).toEqual(asTyped(meant)));

  it.each([
    ['it is a word at large', 'hur byter jag bankkonto för lönen'],
    ['it is a form of a word in the documents', 'hur ska morgonmötena läggas upp'],
    ['it is a part of a compound in the documents', 'flexitid'],
    ['it is short', 'ramr'],
    ['nothing is a letter from it', 'kanelbullerecept'],
  ])('is left as it is where %s', (_, typed) => expect(stemsOf(typed)).toEqual(asTyped(typed)));

  it('is never put right by a word that only hidden documents have', () => {
    const hidden = { ...vocabulary.lexicon, without: new Set([vocabulary.lexicon.ids.get('deleger')!]) };
    expect(stemsOf('delgera', hidden)).toEqual(asTyped('delgera'));
  });

  it('is put right also where only hidden documents have a compound with it', () => {
    const { lexicon } = vocabulary;
    const withCompound = lexiconOf([...lexicon.stems, 'delgeraprov']);
    const hidden = { ...withCompound, without: new Set([withCompound.ids.get('delgeraprov')!]) };
    expect(stemsOf('delgera', withCompound)).toEqual(asTyped('delgera'));
    expect(stemsOf('delgera', hidden)).toEqual(asTyped('delegera'));
  });

  it('is found where it stood in the text', () => {
    const [word] = spelt(vocabulary.lexicon, vocabulary.holding, wording.background, wordsOf('delgera'));
    expect(word).toMatchObject({ folded: 'deleger', start: 0, end: 7 });
  });
});

it.each([
  ['gavelborg', 'gavleborg', true],
  ['bringselus', 'bringselius', true],
  ['ek', 'ekk', true],
  ['ek', 'al', false],
  ['halland', 'hallands', true],
  ['uppsala', 'uppsatt', false],
])('%s and %s differ by a letter: %s', (one, other, is) => expect(differByALetter(one, other)).toBe(is));
