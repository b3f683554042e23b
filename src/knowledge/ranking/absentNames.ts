import { differByALetter } from '../text/spelling';
import { isAsking, isFilling } from './questionType';
import { doing, namesAsked, type AskedName } from './namesAsked';
import { type Question, type SearchResources, type Vocabulary } from './question';
import { idIn } from '../text/lexicon';
import { having, isGenitive } from '../text/properNames';
import { wordsOf, type Word } from '../text/swedish';

/** Names that are asked for and that no document holds, and the question without them. */
export interface AbsentNames {
  /** In order, each once. They have letters, spaces and hyphens only, so nothing in them is Markdown. */
  readonly names: readonly string[];
  /** Only places: a place may say where something is, and not whom it is about. */
  readonly isWhere: boolean;
  /** Whether a law is among them. */
  readonly isLaw: boolean;
  /** The question without the names; undefined where it asks for nothing else. */
  readonly rest?: string;
}

/** The most characters of a name in a reply. */
const longestName = 60;
const plainName = /^\p{Script=Latin}+([ -]\p{Script=Latin}+)*$/u;

/** Returns the names in a question that no document holds; undefined where all of them are known. */
export function absentNames(
  vocabulary: Vocabulary,
  wording: SearchResources,
  question: Question,
  text: string,
): AbsentNames | undefined {
  const { words } = question;
  const asked = namesAsked(text, words);
  if (asked.length === 0) return undefined;
  const isThere = knownIn(vocabulary);
  const isOrdinary = ({ stem }: Word) => wording.background.counts.has(stem);
  const absent = asked.filter((name) => {
    const { telling, names, isListed, isPosition } = name;
    if (isPosition && telling.every(isOrdinary)) return false;
    const isAbsent = (word: Word) => !word.stop && !isThere(word, isListed);
    const isUnsaid = (said: string) => wordsOf(said).some(isAbsent);
    const shown = shownName(text, words, name);
    return telling.some(isAbsent) && isPlain(shown) && [shown, ...names].every(isUnsaid);
  });
  if (absent.length === 0) return undefined;
  return {
    names: [...new Set(absent.map((name) => shownName(text, words, name)))],
    isWhere: absent.every(({ isWhere }) => isWhere),
    isLaw: absent.some(({ isLaw }) => isLaw),
    rest: withoutNames(question, text, absent),
  };
}

const isPlain = (name: string) => plainName.test(name) && name.length <= longestName;

/** A name of at least this many letters may begin a longer word that is about it: "Uppsalamodellen". */
const longEnough = 5;

/**
 * Whether the documents, or their known questions, have a word. A word that may be misspelt also matches one that differs by a
 * letter.
 */
function knownIn({ lexicon, documents }: Vocabulary): (word: Word, isSpelt: boolean) => boolean {
  const ofDocuments = documents.flatMap(({ publisher, title, kind, aliases }) => [publisher, title, kind, ...aliases]);
  const stemsOfDocuments = ofDocuments.flatMap((name) => wordsOf(name).map(({ stem }) => stem));
  return ({ stem, folded }, isSpelt) => {
    const isMeant = (known: string) =>
      known === stem ||
      (folded.length >= longEnough && known.startsWith(stem)) ||
      (!isSpelt && (differByALetter(known, stem) || differByALetter(known, folded)));
    const isHeld = (known: string, id: number) => !lexicon.without?.has(id) && isMeant(known);
    return idIn(lexicon, stem) !== undefined || stemsOfDocuments.some(isMeant) || lexicon.stems.some(isHeld);
  };
}

/** As the person wrote it, on one line and not in the genitive. */
function shownName(text: string, words: readonly Word[], name: AskedName): string {
  if (name.written) return name.written;
  const written = text.slice(words[name.first]!.start, words[name.last]!.end).normalize('NFC').replace(/\s+/g, ' ');
  const shown = isGenitive(written, words[name.last]!, words[name.last + 1]) ? written.slice(0, -1) : written;
  return shown.charAt(0).toUpperCase() + shown.slice(1);
}

/** A word of the question that says what it is about. Question words and general verbs are left out. */
const isContent = (word: Word) => !word.stop && !isAsking(word) && !isFilling(word) && !doing.test(word.folded);

/** "Vad är …": the number of words before what is asked about. A question how one defines it asks about something else. */
const afterVerb = 2;

/** The text without the names and the words that lead to them ("hos Volvo"). */
function withoutNames(
  { words, definitionOf }: Question,
  text: string,
  absent: readonly AskedName[],
): string | undefined {
  const isNamed = (at: number) => absent.some(({ first, last }) => at >= first && at <= last);
  const isLeading = (at: number) => isNamed(at + 1) && /^(i|pa|hos|inom|enligt|fran|av)$/.test(words[at]!.folded);
  const isHad = (at: number) => isNamed(at - 1) && words[at] !== undefined && having.test(words[at].folded);
  // "Vad är Skatteverkets uppdrag?": nobody else has that task.
  const isOfThem =
    words[0]?.folded !== 'hur' && absent.some(({ first, last }) => first <= afterVerb && !isHad(last + 1));
  const left = words.filter((_, at) => !isNamed(at) && !isLeading(at) && !isHad(at));
  if ((definitionOf && isOfThem) || !left.some(isContent)) return undefined;
  const rest = [...words].reverse().reduce((kept, word) => {
    return left.includes(word) ? kept : kept.slice(0, word.start) + kept.slice(word.end);
  }, text);
  return rest.replace(/\s+/g, ' ').replace(/^[\s,;:–-]+|\s+$/g, '');
}
