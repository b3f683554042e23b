import fc from 'fast-check';
import { asksForMore, followOn, type Previous } from '../../src/knowledge/followOn';
import { wordsOf } from '../../src/knowledge/text/swedish';
import { theLibrary } from './library';

const { documents, index } = theLibrary();
const after = (question: string, text: string) =>
  followOn(documents, { about: question, question, shown: ['a#1', 'b#2'] }, text);

describe('a question after another', () => {
  it.each([
    ['Vad är tillitsbaserad styrning?', 'och hur gör man det?', 'hur gör man det tillitsbaserad styrning'],
    ['Hur undviker jag detaljstyrning?', 'Varför då?', 'Varför då undviker detaljstyrning'],
    ['Vad säger Region Skåne om detaljstyrning?', 'vad säger VGR då?', 'vad säger VGR då detaljstyrning'],
    ['Vad säger Region Skåne om detaljstyrning?', 'Och VGR?', 'VGR detaljstyrning'],
    ['Vad är uppföljning?', 'Hur mäter man det i praktiken?', 'Hur mäter man det i praktiken uppföljning'],
    ['Vad är tillit?', 'vad säger Stockholm om det', 'vad säger Stockholm om det tillit'],
    ['Vad är tillit?', 'hur?', 'hur tillit'],
    ['Vad är tillit?', 'Hur går det till?', 'Hur går det till tillit'],
    ['Vad är handlingsutrymme?', 'och för enhetschefer?', 'för enhetschefer handlingsutrymme'],
  ])('after ”%s” ”%s” means both', (first, then, both) => {
    expect(after(first, then)).toEqual({ question: both, without: [] });
  });

  it.each([
    'mer',
    'Ge fler exempel!',
    'berätta mer om det',
    'har du fler tips?',
    'ett exempel till',
    'visa mer, tack',
    'något mer?',
  ])('asks for more with ”%s”: the same, without what was shown', (text) => {
    expect(after('Vad är tillit?', text)).toEqual({ question: 'Vad är tillit?', without: ['a#1', 'b#2'] });
  });

  it.each([
    'Vad är utvecklande ledarskap?',
    'Och vad är utvecklande ledarskap?',
    'Vad är tillit då?',
    'Hur undviker jag detaljstyrning?',
    'Hur får jag medarbetare att ta mer ansvar?',
    'Har vi för många politiska mål?',
    'Vem är du?',
    'Kan du boka ett möte?',
    'Vad säger Region Skåne om detaljstyrning?',
    'Vad gör vi om det blir fel när någon tar ett beslut utan mandat?',
    'Hur lagar man lasagne?',
    'Vad vill Vänsterpartiet?',
    '?',
  ])('stands alone where it says what it is about: ”%s”', (text) => {
    expect(after('Vad är tillit?', text)).toBeUndefined();
  });

  it('stands alone where nothing went before', () => {
    expect(followOn(documents, undefined, 'och hur gör man det?')).toBeUndefined();
  });

  it('is never taken from the questions of a person who knows what to ask', () => {
    for (const { question } of theLibrary().followUps()) expect(after('Vad är tillit?', question)).toBeUndefined();
  });

  it('has no words but those of the two, and never forgets its own telling ones', () => {
    const little = fc.constantFrom('och', 'det', 'hur', 'vad', 'säger', 'VGR', 'mer', 'då', '?');
    const word = fc.oneof({ arbitrary: little, weight: 3 }, fc.constantFrom(...index.vocabulary.lexicon.stems));
    const text = fc.array(word, { maxLength: 8 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(text, text, (first, then) => {
        const previous: Previous = { about: first, question: first, shown: [] };
        const meant = followOn(documents, previous, then);
        if (!meant) return;
        const allowed = new Set(wordsOf(`${first} ${then}`).map(({ stem }) => stem));
        const said = new Set(wordsOf(meant.question).map(({ stem }) => stem));
        for (const stem of said) expect(allowed).toContain(stem);
        if (!asksForMore(then)) for (const { stem, stop } of wordsOf(then)) if (!stop) expect(said).toContain(stem);
      }),
    );
  });

  it('throws at no text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => void after(a, b)),
    );
  });
});
