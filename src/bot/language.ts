import { longestQuestion } from './reply';

const english = new Set(
  (
    'a about all am and any are as at be because but by can could do does employee employees for from get give good have help how i ' +
    'if is it leadership manager managers me more my need not of on or please should tell that the their them there they this to ' +
    'trust want was we what when where which who why will with would you your'
  ).split(' '),
);

/**
 * Words that both languages have, or that Swedish has taken from English, say nothing: "i", "man", "for" (typed without dots),
 * "all".
 */
const swedish = new Set(
  (
    'alla att av chef chefer de den det dig din du där en ett finns får för hur här i inte jag kan man med medarbetare mig mina mitt ' +
    'när och om på ska som så till vad var varför vem vi vid vilka vilken är är ar for hos min'
  ).split(' '),
);

/** A word with å, ä or ö. A name has a capital letter: English texts say "Malmö" too. */
const isSpelledSwedish = (word: string): boolean => /^\p{Ll}*[åäö]/u.test(word);

/** Whether a text is English: at least two English function words, and more than twice as many of them as of Swedish words. */
export function isEnglish(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  const count = (isOne: (word: string) => boolean) => words.filter(isOne).length;
  const inEnglish = count((word) => english.has(word.toLowerCase()));
  return inEnglish >= 2 && inEnglish > 2 * count((word) => swedish.has(word.toLowerCase()) || isSpelledSwedish(word));
}

const questionWords = new Set('hur när vad var varför vem vems vilka vilken vilket'.split(' '));

/**
 * Whether a text is a question: surely with a question mark, perhaps where it begins with a question word ("När vi ses …" need
 * not be one); undefined otherwise.
 */
export function asksSomething(text: string): 'surely' | 'perhaps' | undefined {
  if (text.includes('?')) return 'surely';
  return beginsAsking(text) ? 'perhaps' : undefined;
}

/** Whether a text begins with a question word. */
export const beginsAsking = (text: string): boolean => questionWords.has(/\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '');

/** The part of a text that is read as a question, in whole words: half a name might be an ordinary word. */
export const beginningOf = (said: string): string =>
  said.length > longestQuestion ? said.slice(0, longestQuestion).replace(/\S*$/, '') : said;

/** A text on one line. Soft hyphens and the like stand inside words that were pasted; all other white space is a space. */
export const onOneLine = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** Whether a text has a word. One letter is a slip of the finger, and yet some document has it: "X" in place of a name. */
export const saysSomething = (text: string): boolean => /\p{L}\p{M}*\p{L}|[\p{N}?]/u.test(text);
