import { contradicts, numbersPresupposed } from '../../../src/knowledge/ranking/presupposed';
import { wordsOf } from '../../../src/knowledge/text/swedish';

const presupposed = (text: string) => numbersPresupposed(wordsOf(text));

describe('a number that a question takes for given', () => {
  it('is one that somebody must have counted, or a year', () => {
    expect(presupposed('Vilka är de elva stegen?')).toEqual(['elva']);
    expect(presupposed('vad är det sjätte steget från 2015')).toEqual(['sjatte', '2015']);
    expect(presupposed('Jag har två barn och tre katter')).toEqual([]);
  });

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
