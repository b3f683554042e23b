import { asksForOneFact, factAsked } from '../../../src/knowledge/ranking/factAsked';
import { readQuestion } from '../../../src/knowledge/ranking/question';
import { nearest } from '../../../src/knowledge/search';
import { theLibrary } from '../library';

const { index } = theLibrary();
const read = (text: string) => readQuestion(index.vocabulary, index.wording, text);
const [any] = nearest(index, read('tillit'), 1);
const lacking = { ...any!.grounds, lacksFact: 1, lacksDefinition: 1 };

describe('a fact that is missing where the question is covered', () => {
  it.each([
    ['Vem skrev motionen?', 'who'],
    ['Vad är en styrkedja?', 'definition'],
    ['Vem är regiondirektör?', 'who'],
    ['När ska planen vara klar?', 'when'],
    ['Hur många chefer finns det?', 'howMany'],
    ['Hur mycket kostar utbildningen?', 'howMuch'],
    ['Hur länge pågår arbetet?', 'howLong'],
    ['Hur ofta ska vi ses?', 'howOften'],
    ['Var finns dokumentet?', 'where'],
    ['Vilka principer finns?', undefined],
    ['Hur delegerar jag?', undefined],
  ])('%s: %s', (question, fact) => expect(factAsked(read(question), lacking)).toBe(fact));

  it('is none where what is nearest holds such a fact', () =>
    expect(factAsked(read('Hur många chefer finns det?'), { ...lacking, lacksFact: 0.2 })).toBeUndefined());
});

it.each([
  ['Hur många är de?', true],
  ['Vem är hon?', true],
  ['Vilka principer finns?', false],
  ['Varför tillit?', false],
  ['Hur gör de?', false],
])('%s is answered by one fact alone: %s', (question, is) => expect(asksForOneFact(read(question))).toBe(is));
