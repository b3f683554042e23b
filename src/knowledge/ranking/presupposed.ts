import { fold, wordsOf, type Word } from '../text/swedish';

/** Numbers that a question takes for given ("de tolv punkterna"). Two and three are often so many things that nobody counted. */
const numbers = new Map(
  'fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton tjugo'
    .split(' ')
    .map((word, at) => [fold(word), word === 'tjugo' ? 20 : at + 4]),
);
const ordinals = new Set('tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte'.split(' ').map(fold));
const isYear = (folded: string) => /^(19|20)\d\d$/.test(folded);

export const numbersPresupposed = (words: readonly Word[]): readonly string[] =>
  words.map(({ folded }) => folded).filter((word) => numbers.has(word) || ordinals.has(word) || isYear(word));

/** Whether a text neither says a number, in letters or figures, nor lists so many items. */
export function contradicts(number: string, text: string): boolean {
  const value = numbers.get(number);
  if (value !== undefined && text.split('\n').filter((line) => /^(- |\d+[.)])/.test(line)).length === value)
    return false;
  return !wordsOf(text).some(({ folded }) => folded === number || folded === String(value));
}
