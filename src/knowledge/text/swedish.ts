import lunr from 'lunr';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support';
import swedish from 'lunr-languages/lunr.sv';

stemmerSupport(lunr);
swedish(lunr);

/** A word as it is in a text, and the forms by which the search knows it. */
export interface Word {
  /** Lower case without accents: å and ä (also typed aa, ae) are a, ö (oe) is o. */
  readonly folded: string;
  /** Snowball's Swedish stem of the folded word. */
  readonly stem: string;
  /** A function word (Snowball's Swedish list): says little about what a text is about. */
  readonly stop: boolean;
  /** Where it is, in characters of the text. */
  readonly start: number;
  readonly end: number;
}

/** Longer words are cut here: no Swedish word is longer, and grams of a 20,000 letter word would cost seconds. */
const longestWord = 40;

const stopWords = new Set(
  (
    'alla allt att av blev bli blir blivit de dem den denna deras dess dessa det detta dig din dina ditt du där då efter ej ' +
    'eller en er era ert ett från för ha hade han hans har henne hennes hon honom hur här i icke ingen inom inte jag ju kan ' +
    'kunde man med mellan men mig min mina mitt mot mycket ni nu när någon något några och om oss på samma sedan sig sin ' +
    'sina själv skulle som så sådan sådana sådant till under upp ut utan vad var vara varför varit varje vars vart vem vi ' +
    'vid vilka vilkas vilken vilket vår våra vårt än är åt över'
  )
    .split(' ')
    .map(fold),
);

/**
 * A word in lower case without accents and dots, so that "uppfoljning", "uppfoeljning" and "uppföljning" are the same. Words are
 * folded before they are stemmed, in texts and in questions.
 */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/aa|ae|æ/g, 'a')
    .replace(/oe|ø/g, 'o');
}

/** The words of a text in order. All characters other than letters and digits only separate words. */
export const wordsOf = (text: string): Word[] => [...text.matchAll(aWord)].map(wordAt);

/** As wordsOf, but one word at a time, so that a long text need not be read to its end. */
export function* eachWord(text: string): Generator<Word> {
  for (const match of text.matchAll(aWord)) yield wordAt(match);
}

const aWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

function wordAt(match: RegExpExecArray): Word {
  const { folded, stem, stop } = known(match[0]);
  return { folded, stem, stop, start: match.index, end: match.index + match[0].length };
}

type Known = Pick<Word, 'folded' | 'stem' | 'stop'>;

/** Words that have been analysed. Stemming is most of a search, and most words occur again. Emptied when there are too many. */
const met = new Map<string, Known>();
const mostMet = 50_000;

function known(written: string): Known {
  const found = met.get(written);
  if (found) return found;
  if (met.size >= mostMet) met.clear();
  const folded = fold(written.length > longestWritten ? beginningOf(written) : written).slice(0, longestWord);
  const word = { folded, stem: stem(folded), stop: stopWords.has(folded) };
  // Words of a library are kept. Words longer than any real word, as of an attack, are cut and not kept.
  if (written.length <= longestWord) met.set(written, word);
  return word;
}

/** More characters than the folded word needs, without accents. Folding can turn one letter into eighteen. */
const longestWritten = 4 * longestWord;
const beginningOf = (written: string): string => written.replace(/\p{M}/gu, '').slice(0, longestWritten);

/**
 * The sequences of `size` letters in `^word$`. Words whose stems differ share some of them: compounds, inflections and
 * misspellings.
 */
export function gramsOf(word: string, size: number): string[] {
  const bounded = `^${word}$`;
  return Array.from({ length: Math.max(0, bounded.length - size + 1) }, (_, at) => bounded.slice(at, at + size));
}

function stem(folded: string): string {
  const stemmed: unknown = lunr.sv.stemmer?.(new lunr.Token(folded, {}));
  return String(stemmed);
}
