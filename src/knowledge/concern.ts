import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { dots, isOneOf, matchesAt, type Heard, type PhraseMatch, type Phrase } from './concernPhrase';
import { type Concerns, type Weighing } from './readConcerns';
import { eachWord } from './text/swedish';

/** How many words are looked at before other work gets its turn: a few milliseconds on a slow machine. */
const wordsPerTurn = 200;
/** How many words before and after a phrase are searched for "mot" and a person, which show that it is meant seriously. */
const vicinity = 8;
/** Where a text is divided when it is read aloud. */
const pause = /[.!?;:,–—\n]/;
/** The most words of a question that asks for a fact, and of one that weighs two things. A longer text tells something. */
const longestFact = 15;
const longestWeighing = 25;

/**
 * Whether a text (a question, or an answer to a prompt) is a concern that people should handle. A long text is read in parts of
 * `perTurn` words, so that other people need not wait. A phrase that is cut by a part's end is read with the next part.
 */
export async function isConcern(concerns: Concerns, text: string, perTurn = wordsPerTurn): Promise<boolean> {
  const composed = text.normalize('NFC');
  const typesDots = dots.test(composed);
  const reach = Math.max(longestWeighing, concerns.signs.reach + concerns.otherSense.reach + vicinity);
  const words: Heard[] = [];
  let decided = 0;
  const stands = (until: number, harmless: readonly Phrase[]): boolean => {
    for (; decided < until; decided++) if (beginsAt(concerns, words, decided, harmless)) return true;
    return false;
  };
  for (const word of eachWord(composed)) {
    const dotted = typesDots ? dots.test(composed.slice(word.start, word.end)) : undefined;
    const begins = pause.test(composed.slice(words.at(-1)?.end ?? 0, word.start));
    words.push({ ...word, dotted, begins });
    if (words.length % perTurn) continue;
    if (stands(words.length - reach, [])) return true;
    await turnOfLoop();
  }
  return stands(words.length, [
    ...(asksForFact(concerns, words) ? [concerns.topics] : []),
    ...concerns.weighings.filter((one) => weighs(concerns, words, one)).map(({ weighed }) => weighed),
  ]);
}

/** `harmless` are lists of words that are no signs in this text. */
function beginsAt(concerns: Concerns, words: readonly Heard[], at: number, harmless: readonly Phrase[]): boolean {
  for (const match of matchesAt(concerns.signs, words, at)) {
    const isHarmless = (list: Phrase) => match.every((place) => words[place]!.stop || isAmong(list, words[place]));
    if (harmless.some(isHarmless)) continue;
    if (!match.some((place) => meansElse(concerns, words, place))) return true;
  }
  return false;
}

const isAmong = ([list]: Phrase, word: Heard | undefined): boolean => !!list && !!word && isOneOf(word, list.signs);

/** Whether the text is one short question about a policy, a law or the meaning of a word, and is about nobody. */
const asksForFact = (concerns: Concerns, words: readonly Heard[]): boolean =>
  words.length <= longestFact &&
  words.some((_, at) => !matchesAt(concerns.facts, words, at).next().done) &&
  !words.some(
    (word) =>
      // "Patientsäkerhet" names no patient.
      !isAmong(concerns.topics, word) &&
      (namesPerson(concerns, word) || isAmong(concerns.telling, word) || isAmong(concerns.grave, word)),
  );

/**
 * "Kan man styra med tillit när det finns patientsäkerhetskrav?" weighs how one leads against a requirement, "lex Maria och
 * lärande" asks how one learns: nothing has gone wrong, and it is about nobody.
 */
const weighs = (concerns: Concerns, words: readonly Heard[], { weighed, against, grave }: Weighing): boolean =>
  words.length <= longestWeighing &&
  words.some((word) => isAmong(against, word)) &&
  !words.some((word) => isAmong(grave, word) || (!isAmong(weighed, word) && namesPerson(concerns, word)));

/** Whether a word belongs to a phrase in which it is no sign of a concern. In doubt it is one. */
function meansElse(concerns: Concerns, words: readonly Heard[], place: number): boolean {
  const isNobody = (word: Heard) => !namesPerson(concerns, word);
  for (let at = Math.max(0, place - concerns.otherSense.reach); at <= place; at++)
    for (const match of matchesAt(concerns.otherSense, words, at, isNobody))
      if (match.includes(place) && isAboutNobody(concerns, words, match)) return true;
  return false;
}

/**
 * Whether a phrase is harmless because it is about no person. "Hotet mot tilliten" is; "hotet mot it-chefen" and "hotet mot
 * tilliten och mot mig" are not.
 */
function isAboutNobody(concerns: Concerns, words: readonly Heard[], match: PhraseMatch): boolean {
  const last = match.at(-1)!;
  const isPerson = (at: number) => !!words[at] && namesPerson(concerns, words[at]);
  if (isPerson(last + 1) || match.some((at) => compound.test(words[at]!.folded))) return false;
  if (words.slice(match[0]! + 1, last + 1).some(({ begins }) => begins)) return false;
  for (let at = Math.max(0, match[0]! - vicinity); at <= last + vicinity; at++)
    if (words[at]?.folded === 'mot' && (isPerson(at + 1) || isPerson(at + 2))) return false;
  return true;
}

/** Also a person whom a compound names: "ekonomichefen". */
const namesPerson = (concerns: Concerns, word: Heard): boolean =>
  isAmong(concerns.people, word) || compound.test(word.folded);
const compound = /.(?:chef|ledare|ansvarig|medarbetar|kolleg|personal|patient|sekreterare|samordnare|utvecklare)/;
