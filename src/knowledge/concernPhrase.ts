import { wordsOf, type Word } from './text/swedish';

/** A word that may be at a place in a phrase. */
interface Sign {
  readonly key: string;
  readonly stem: string;
  readonly folded: string;
  /** Set where no other form of the word counts. */
  readonly exact: boolean;
  /** Set where the entry gives only the beginning of the word. */
  readonly prefix?: string;
  readonly dotted: boolean;
}

/** The words of one place by their keys. A list has up to a hundred words, and each word of a text is compared. */
type Signs = ReadonlyMap<string, readonly Sign[]>;

/** A place in a phrase: one of these words, with at most `gap` other words before it. */
interface Place {
  readonly signs: Signs;
  readonly gap: number;
}
export type Phrase = readonly Place[];

/** A word of a text. */
export interface Heard extends Word {
  /** Undefined where the whole text is typed without å, ä and ö, because then the dots tell nothing. */
  readonly dotted?: boolean;
  /** Whether a full stop, a comma or a new line separates it from the word before. */
  readonly begins: boolean;
}

/** How many words may be between those of a phrase ("patienten kom till skada"). */
const widestGap = 2;

export type Lists = Readonly<Record<string, readonly string[]>>;

/** Reads an entry of concerns.yaml. A loose entry also matches other forms of its words, with other words between them. */
export type PhraseReader = (entry: string, loose: boolean) => Phrase;

/** A reader of entries that may name these lists. It remembers the signs of each word: many entries name the same long list. */
export function phraseReader(lists: Lists): PhraseReader {
  const known = new Map<string, Signs>();
  const read = (written: string, loose: boolean): Signs => {
    const signs = byKey(signsOf(written, loose, lists), ({ key }) => [key]);
    known.set(`${loose} ${written}`, signs);
    return signs;
  };
  return (entry, loose) => {
    const places: Place[] = [];
    let open = loose;
    for (const written of entry.split(/[\s-]+/)) {
      if (written === '…') open = true;
      else {
        const joined = written.startsWith('+');
        const word = joined ? written.slice(1) : written;
        const signs = known.get(`${loose} ${word}`) ?? read(word, loose);
        if (!signs.size) continue;
        places.push({ signs, gap: places.length && open && !joined ? widestGap : 0 });
        open = loose;
      }
    }
    return places;
  };
}

const signsOf = (written: string, loose: boolean, lists: Lists): Sign[] =>
  written.split('/').flatMap((word) => {
    const list = /^\((.+)\)$/.exec(word)?.[1];
    return list ? (lists[list] ?? []).flatMap((one) => signsOf(one, loose, {})) : signOf(word, loose);
  });

const signOf = (word: string, loose: boolean): Sign[] =>
  wordsOf(word)
    .slice(0, 1)
    .map(({ stem, folded }) => ({
      key: word.endsWith('*') ? beginning(folded) : stem,
      stem,
      folded,
      exact: !loose,
      ...(word.endsWith('*') && { prefix: folded }),
      dotted: dots.test(word),
    }));

export const dots = /[åäö]/i;

/** How many words a phrase can span. */
export const reachOf = (phrase: Phrase): number => phrase.reduce((sum, { gap }) => sum + gap + 1, 0);

/** Phrases by how they begin. */
export interface Phrases {
  readonly byKey: ReadonlyMap<string, readonly Phrase[]>;
  readonly reach: number;
}

/** Groups phrases by the keys of their first word. `reach` is how many words the longest phrase can span. */
export const phrasesOf = (phrases: readonly Phrase[]): Phrases => ({
  byKey: byKey(phrases, ([first]) => first?.signs.keys() ?? []),
  reach: Math.max(0, ...phrases.map(reachOf)),
});

function byKey<T>(all: readonly T[], keysOf: (one: T) => Iterable<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  return groups;
}

/** The keys of a word: its stem, and its beginning with a star. No stem has a star. */
const beginning = (folded: string): string => `${folded.slice(0, shortestPrefix)}*`;
/** Letters that an entry with a star has at least (readConcerns.ts holds it to that). */
const shortestPrefix = 3;
const keysOf = ({ folded, stem }: Word): readonly string[] => [stem, beginning(folded)];

/** The positions of a phrase's words in a text. */
export type PhraseMatch = readonly number[];

/**
 * Every way in which one of the phrases begins at word number `at`. A word that `mayLieBetween` refuses cannot be inside a
 * phrase.
 */
export function* matchesAt(
  { byKey: phrases }: Phrases,
  words: readonly Heard[],
  at: number,
  mayLieBetween: (word: Heard) => boolean = () => true,
): Generator<PhraseMatch> {
  const word = words[at];
  if (!word) return;
  for (const key of keysOf(word))
    for (const phrase of phrases.get(key) ?? []) yield* waysOf(phrase, words, at, mayLieBetween);
}

function* waysOf(
  [place, ...rest]: Phrase,
  words: readonly Heard[],
  at: number,
  mayLieBetween: (word: Heard) => boolean,
): Generator<PhraseMatch> {
  const word = words[at];
  if (!place || !word || !isOneOf(word, place.signs)) return;
  const [next] = rest;
  if (!next) {
    yield [at];
    return;
  }
  for (let to = at + 1; to <= at + 1 + next.gap; to++) {
    for (const match of waysOf(rest, words, to, mayLieBetween)) yield [at, ...match];
    const between = words[to];
    if (!between || !mayLieBetween(between)) return;
  }
}

/** Whether a word is one of those that a place in a phrase allows. */
export const isOneOf = (word: Heard, signs: Signs): boolean =>
  keysOf(word).some((key) => signs.get(key)?.some((sign) => means(word, sign)));

/** Whether a sign means this word. "Vald" does not mean "våld" in a text that is typed with å. */
function means({ folded, stem, dotted }: Heard, sign: Sign): boolean {
  if (sign.dotted && dotted === false) return false;
  if (sign.prefix !== undefined) return folded.startsWith(sign.prefix);
  return sign.exact ? folded === sign.folded : stem === sign.stem;
}
