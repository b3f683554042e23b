import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readBackground } from './text/background';
import { isAsking, isFilling, isManner } from './ranking/questionType';
import { fold, wordsOf, type Word } from './text/swedish';

/** The words of a question that may be stored: stems of ordinary Swedish, without names, which are folded. */
export interface Ordinary {
  readonly stems: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** A word of a month and its asker, under a pseudonym that is different for each word. */
export interface AskedWord {
  readonly word: string;
  readonly asker: string;
}

/** What HR may see of a word: at least this many people have asked it, and fewer than the next of `leastAskers`. */
export interface UnansweredWord {
  readonly word: string;
  readonly atLeast: number;
}

/** Fewer people than the first number are not told, and between two numbers HR does not learn how many. */
export const leastAskers = [3, 6, 11] as const;

/** The most words of one question that are stored. No question needs more, and a pasted letter is no question. */
const mostWords = 12;

/** A word in small letters, because a capital letter may begin a name, and a digit belongs to a number. */
const plainWord = /^[a-zåäöé]{3,30}$/;

/** Reads background.tsv and names.txt. names.txt lists names that ordinary Swedish words would hide; # begins a comment. @throws where one cannot be read */
export function readOrdinary(folder: string): Ordinary {
  const names = readFileSync(path.join(folder, 'names.txt'), 'utf8').replace(/^#.*$/gm, '');
  return {
    stems: new Set(readBackground(path.join(folder, 'background.tsv')).counts.keys()),
    names: new Set(names.split(/\s+/).filter(Boolean).map(fold)),
  };
}

/**
 * At most twelve words of an unanswered question, which may be stored: they say what it is about and cannot tell who asked. Each
 * stem once.
 */
export function wordsToKeep(ordinary: Ordinary, question: string): string[] {
  const composed = question.normalize('NFC');
  const words = wordsOf(composed);
  const kept = new Map<string, string>();
  for (const word of words) {
    const written = composed.slice(word.start, word.end);
    if (!plainWord.test(written) || !standsAlone(composed, word)) continue;
    if (word.stop || isAsking(word) || isFilling(word) || isManner(words, word)) continue;
    if (isOrdinary(ordinary, word.folded) && !kept.has(word.stem)) kept.set(word.stem, written);
  }
  return [...kept.values()].slice(0, mostWords);
}

/** Whether a word is no part of an address, a number or a name with a hyphen. */
const standsAlone = (text: string, { start, end }: Word): boolean =>
  /^[\s("'”’»]?$/.test(text.charAt(start - 1)) && /^[.,:;!?)"'”’»]*(\s|$)/.test(text.slice(end));

/** Whether a word is in the word list, or is a compound of two words there: "lönesamtal", "uppsägningstid". A name is neither. */
function isOrdinary(ordinary: Ordinary, folded: string): boolean {
  if (isName(ordinary, folded)) return false;
  if (isListed(ordinary, folded)) return true;
  return Array.from({ length: Math.max(0, folded.length - 6) }, (_, nth) => nth + 3).some((cut) => {
    const [first, last] = [folded.slice(0, cut), folded.slice(cut)];
    return isListed(ordinary, last) && linked(first).some((part) => part.length >= 3 && isListed(ordinary, part));
  });
}

/** A compound's first part, with and without the letter that links it. */
const linked = (first: string): string[] => [first, first.replace(/[sea]$/, '')];

const isListed = (ordinary: Ordinary, folded: string): boolean =>
  ordinary.stems.has(stemOf(folded)) && !isName(ordinary, folded);

/** "Anna", "Annas". */
const isName = ({ names }: Ordinary, folded: string): boolean =>
  names.has(folded) || names.has(folded.replace(/s$/, ''));

/** The stem under which a word of a question is counted, however it is inflected. */
export const stemOf = (word: string): string => wordsOf(word)[0]?.stem ?? word;

/**
 * What HR may see of a month. A word counts in all its inflections, and is shown in the most common one. A form that fewer than
 * three people wrote is not shown, because it may be one person's own.
 */
export function missingOf(asked: readonly AskedWord[]): UnansweredWord[] {
  const forms = askersBy(asked, (word) => word);
  return [...askersBy(asked, stemOf)].flatMap(([stem, askers]) => {
    const [common] = [...forms]
      .filter(([form]) => stemOf(form) === stem)
      .map(([word, { size }]) => ({ word, people: size }))
      .sort((one, other) => other.people - one.people || (one.word < other.word ? -1 : 1));
    const atLeast = leastAskers.findLast((step) => askers.size >= step);
    return common && atLeast !== undefined && common.people >= leastAskers[0] ? [{ word: common.word, atLeast }] : [];
  });
}

function askersBy(asked: readonly AskedWord[], keyOf: (word: string) => string): Map<string, Set<string>> {
  const by = new Map<string, Set<string>>();
  for (const { word, asker } of asked) {
    const key = keyOf(word);
    by.set(key, (by.get(key) ?? new Set()).add(asker));
  }
  return by;
}
