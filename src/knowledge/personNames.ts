import { endsAsOrganisation, isNobody, organisationNamed, placeNamed } from './text/properNames';
import { fold, wordsOf, type Word } from './text/swedish';
import { stemOf, type Ordinary } from './unanswered';

/** Words that look like a person's name and are none. */
export interface NoPersons {
  /** Words that always have a capital letter: "Tillitscoachen". */
  readonly known: readonly string[];
  /** Ordinary words that are also names, and often begin a sentence: "Per". */
  readonly ordinary: readonly string[];
}

/** Words after which a capital letter begins a place or an organisation: "Region Värmland". */
const beforePlace = /^(region|regionen|kommun|landsting|lan|stad|sjukhuset|avdelning|enhet)s?$/;

/**
 * Returns a function that finds the names of people in a text, as they are written. A word is a name where it has a capital
 * letter inside a sentence and is no known word. At a sentence's beginning, or in small letters, it must be a known first name or
 * surname that is no ordinary word.
 */
export function personNamesAmong(
  { stems, names }: Ordinary,
  { known, ordinary }: NoPersons,
): (text: string) => string[] {
  const isKnown = new Set(known);
  const isOrdinary = new Set(ordinary.map(fold));
  const isName = (folded: string) => names.has(folded) || names.has(folded.replace(/s$/, ''));
  return (text) => {
    const words = wordsOf(text);
    return words.flatMap((word, at) => {
      const written = text.slice(word.start, word.end);
      if (/\p{Lu}{2}/u.test(written)) return [];
      if (isKnown.has(written) || isNoPerson(word) || beforePlace.test(words[at - 1]?.folded ?? '')) return [];
      const isInText = stems.has(stemOf(written.toLowerCase()));
      const isOnlyName = isName(word.folded) && !isOrdinary.has(word.folded);
      const isNamed = !/^\p{Lu}/u.test(written)
        ? isOnlyName && !isInText
        : beginsSentence(text, word)
          ? isOnlyName
          : isName(word.folded) || !isInText;
      return isNamed ? [written] : [];
    });
  };
}

const isNoPerson = ({ folded }: Word): boolean =>
  isNobody(folded) ||
  endsAsOrganisation(folded) ||
  placeNamed(folded, true) !== undefined ||
  organisationNamed(folded, true) !== undefined;

const beginsSentence = (text: string, { start }: Word): boolean => /(^|[.!?:;”"“(–-]\s*)$/.test(text.slice(0, start));
