import { readQuestion, synonymsOf } from '../../../src/knowledge/ranking/question';
import { theLibrary } from '../library';

const { vocabulary, wording } = theLibrary().index;
const weightIn = (question: string, stem: string) =>
  readQuestion(vocabulary, wording, question).terms.find((term) => term.stem === stem)?.weight ?? 0;

describe('a question', () => {
  it('is less about the word after "hur" than about what it is asked of', () => {
    const [manner, thing] = ['undvik', 'detaljstyrning'];
    expect(weightIn('Hur undviker jag detaljstyrning?', manner)).toBeLessThan(weightIn('undviker', manner));
    expect(weightIn('Hur undviker jag detaljstyrning?', thing)).toBe(weightIn('detaljstyrning', thing));
  });

  it('is not about the word for the kind of fact that it asks for', () => {
    expect(weightIn('Vilken dag togs beslutet?', 'dag')).toBe(0);
    expect(weightIn('Under vilken paragraf fastställdes modellen?', 'paragraf')).toBe(0);
    expect(weightIn('vilket datum?', 'datum')).toBeGreaterThan(0);
    expect(weightIn('Hur planerar man en bra dag?', 'dag')).toBeGreaterThan(0);
  });

  it('says nothing in function words alone', () => {
    expect(readQuestion(vocabulary, wording, 'för att').saysNothing).toBe(true);
    expect(readQuestion(vocabulary, wording, 'för att lita').saysNothing).toBe(false);
  });

  it.each([
    ['an everyday word with its article', 'pappersarbetet', ['administration']],
    ['no word that only begins with the same letters', 'hemm', []],
  ])('means what is meant by %s', (_, stem, meant) => {
    const synonyms = new Map([
      ['pappersarbet', ['administration']],
      ['hem', ['sekretess']],
    ]);
    expect(synonymsOf(stem, stem, synonyms)).toEqual(meant);
  });
});
