import { contradicts, numbersPresupposed } from '../../../src/knowledge/ranking/presupposed';
import { wordsOf } from '../../../src/knowledge/text/swedish';

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
