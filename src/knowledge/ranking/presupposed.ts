import { fold, wordsOf, type Word } from '../text/swedish';
import { isFirstPerson } from './questionType';

/**
 * Numbers that a question takes for granted ("de tolv punkterna"). Two and three are left out, because people use them without
 * counting.
 */
const numbers = new Map(
  'fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton tjugo'
    .split(' ')
    .map((word, at) => [fold(word), word === 'tjugo' ? 20 : at + 4]),
);
const ordinals = new Set('tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte'.split(' ').map(fold));
const isYear = (folded: string) => /^(19|20)\d\d$/.test(folded);

/** Words before a number of known things: "de elva stegen", "vilka fem principer". */
const pointing = new Set('den det de dem dom dessa vilken vilket vilka'.split(' '));

/** Words before a number that is a name: "bilaga 3". */
const numbered = new Set(
  'punkt kapitel sida sidan del steg bilaga paragraf artikel nivå fas version nummer nr avsnitt'.split(' ').map(fold),
);

/**
 * Returns the numbers of a question that the documents must mention before they can answer it, folded ("fem", "2023").
 * A person who tells about their own "fem enhetschefer" presupposes nothing about the documents: such numbers are left out.
 */
export function numbersPresupposed(text: string, words: readonly Word[]): readonly string[] {
  const isStory = words.some(isFirstPerson);
  const isPresupposed = ({ folded, end }: Word, at: number) => {
    if (isYear(folded)) return !isStory || isAsked(text, end);
    return (numbers.has(folded) || ordinals.has(folded)) && (!isStory || pointing.has(words[at - 1]?.folded ?? ''));
  };
  return words.filter(isPresupposed).map(({ folded }) => folded);
}

/**
 * Whether a word of a question that asks for no fact says how many of something there are: "2 tjänster", "mina sju system". Such a
 * number stands in many a passage, and says nothing of what the question is about. `at` is the word's place among the words.
 */
export function isToldAmount(words: readonly Word[], at: number): boolean {
  const { folded } = words[at]!;
  const before = words[at - 1]?.folded ?? '';
  if (!words[at + 1] || pointing.has(before) || numbered.has(before)) return false;
  return /^\d{1,3}$/.test(folded) || (numbers.has(folded) && words.some(isFirstPerson));
}

/** Whether the sentence around a position in a text ends with a question mark. */
const isAsked = (text: string, from: number) => /^[^.!?\n]*\?/.test(text.slice(from));

/** Whether a text lacks a number: it says it neither in letters nor in figures, and lists no such number of items. */
export function contradicts(number: string, text: string): boolean {
  const value = numbers.get(number);
  if (value !== undefined && text.split('\n').filter((line) => /^(- |\d+[.)])/.test(line)).length === value)
    return false;
  return !wordsOf(text).some(({ folded }) => folded === number || folded === String(value));
}
