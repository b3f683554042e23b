import path from 'node:path';
import { isConcern } from '../../src/knowledge/concern';
import { readConcerns } from '../../src/knowledge/readConcerns';
import { readYaml } from '../../src/shared/contentFile';
import { projectRoot } from '../../src/shared/config';

const concerns = readConcerns(path.join(projectRoot, 'knowledge'));
const points = (text: string, perTurn?: number) => isConcern(concerns, text, perTurn);

const sentences = readYaml(path.join(__dirname, 'concerns.yaml')) as Record<'real' | 'ordinary', string[]>;
/** A person may need help: the card comes, whatever else the text says. */
const real = sentences.real;
/** The same words where nobody needs help. */
const ordinary = sentences.ordinary;

/** Each fifth: what is tried with it is the same for all. */
const some = (texts: readonly string[]) => texts.filter((_, at) => at % 5 === 0);

describe('a text', () => {
  it.each(real)('in which somebody may need help points to people: %s', async (text) => {
    expect(await points(text)).toBe(true);
  });

  it.each(ordinary)('in which the words mean something else does not: %s', async (text) => {
    expect(await points(text)).toBe(false);
  });

  it('in which somebody needs help points to people, whatever else it says ahead of it or behind it', async () => {
    const beside = (at: number) => ordinary.filter((_, other) => other % 12 === at % 12);
    for (const [at, text] of real.entries())
      for (const harmless of beside(at)) {
        expect([harmless, text, await points(`${harmless}. ${text}`)]).toEqual([harmless, text, true]);
        expect([text, harmless, await points(`${text}, ${harmless}`)]).toEqual([text, harmless, true]);
      }
  });

  it('points to people also where that stands at the end of a long one', async () => {
    const long = 'Vi har haft många möten om hur vi delar på ansvaret och hotet mot budgeten. '.repeat(200);
    expect(await points(long)).toBe(false);
    for (const text of some(real)) expect([text, await points(long + text)]).toEqual([text, true]);
  });

  it('says the same however it is parted', async () => {
    for (const perTurn of [1, 2, 3, 7])
      for (const before of ['', 'ord '.repeat(20)]) {
        for (const text of some(real)) expect([text, await points(before + text, perTurn)]).toEqual([text, true]);
        for (const text of some(ordinary))
          expect([text, await points(before + text, perTurn)]).toEqual([text, await points(before + text, Infinity)]);
      }
  });

  it.each([
    ['in capitals', (text: string) => text.toUpperCase()],
    ['without dots', (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')],
    ['on several lines', (text: string) => text.replaceAll(' ', '\n')],
  ])('points to people also %s', async (_, written) => {
    for (const text of real) expect([text, await points(written(text))]).toEqual([text, true]);
  });
});
