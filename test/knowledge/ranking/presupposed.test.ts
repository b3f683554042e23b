import { contradicts, isToldAmount, numbersPresupposed } from '../../../src/knowledge/ranking/presupposed';
import { readQuestion } from '../../../src/knowledge/ranking/question';
import { wordsOf } from '../../../src/knowledge/text/swedish';
import { theLibrary } from '../library';

const presupposed = (text: string) => numbersPresupposed(text, wordsOf(text));

describe('a number that a question takes for given', () => {
  it('is one that somebody must have counted, or a year', () => {
    expect(presupposed('Vilka är de elva stegen?')).toEqual(['elva']);
    expect(presupposed('vad är det sjätte steget från 2015')).toEqual(['sjatte', '2015']);
    expect(presupposed('Jag har två barn och tre katter')).toEqual([]);
  });

  it.each([
    'Jag har fem enhetschefer, hur får jag dem att samarbeta?',
    'Vi fick fyra nya kollegor i våras. Hur tar vi emot dem?',
    'Mina tolv medarbetare är trötta. Sju av läkarna har slutat sedan 2019. Vad gör jag?',
  ])('is none in what somebody tells of themselves: %s', (text) => expect(presupposed(text)).toEqual([]));

  it.each([
    ['Jag är ny chef. Vilka är de elva stegen?', ['elva']],
    ['Vilka fem principer ska vi följa?', ['fem']],
    ['Vad är det sjätte steget för oss?', ['sjatte']],
    ['Vad skrev vår region om tillit 2015?', ['2015']],
  ])('is one also where somebody who tells points at it, or asks for a year: %s', (text, numbers) =>
    expect(presupposed(text)).toEqual(numbers),
  );

  it.each([
    ['elva', 'Stegen är nio.', true],
    ['elva', 'Stegen är elva.', false],
    ['elva', 'Där finns 11 steg.', false],
    ['fyra', '- Såga\n- Slipa\n- Olja\n- Vila', false],
    ['fem', '- Såga\n- Slipa\n- Olja\n- Vila', true],
  ])('%s, of a text that says "%s"', (number, text, isContradicted) =>
    expect(contradicts(number, text)).toBe(isContradicted),
  );
});

describe('a number that says how many of something there are', () => {
  const { vocabulary, wording } = theLibrary().index;
  const tellingIn = (question: string) => readQuestion(vocabulary, wording, question).terms.map(({ stem }) => stem);

  it.each([
    ['måste dra ner på 2 tjänster', ['2']],
    ['vi har sju system att rapportera i', ['sju']],
    ['de 7 principerna', []],
    ['vad säger bilaga 3 om tillit', []],
    ['fem steg till tillit', []],
    ['min chef ringer 3', []],
    ['hur var det 2023 hos oss', []],
  ])('is told by its place: %s', (question, told) => {
    const words = wordsOf(question);
    expect(words.filter((_, at) => isToldAmount(words, at)).map(({ folded }) => folded)).toEqual(told);
  });

  it('says nothing of what is asked, unless a fact is asked for or nothing else is said', () => {
    expect(tellingIn('måste dra ner på 2 tjänster')).not.toContain('2');
    expect(tellingIn('Vem signerar efter 14 dagar?')).toContain('14');
    expect(tellingIn('3 av 4')).not.toEqual([]);
  });
});
