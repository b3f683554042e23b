import { type Passage } from '../documents/passages';
import { isAsking, isFilling } from '../ranking/questionType';
import { sentencesOf } from '../text/sentences';
import { wordsOf, type Word } from '../text/swedish';
import { type SuggestedBy, type SuggestionRule } from './rules';

/** A question that people may ask about a passage. A person accepts or drops it. */
export interface Suggestion {
  readonly question: string;
  readonly from: SuggestedBy;
}

/** What people have asked: words that nothing answered, and questions that HR answered. */
export interface AskedBefore {
  readonly words?: readonly string[];
  readonly questions?: readonly string[];
}

const mostSuggestions = 8;
/** Characters. A longer question cannot be said in one breath. */
const longest = 110;
/** A rule reads this many characters of a sentence. */
const longestSentence = 400;
/** The share of the words of a question that HR answered that must be in a passage that answers it. */
const coveredEnough = 0.6;

/**
 * Up to eight questions that people may ask of a passage, best first. The rules make them from headings, definitions, duties,
 * amounts and lists, and from what people have asked before. Questions that the passage already has are left out.
 */
export function suggestQuestions(
  rules: readonly SuggestionRule[],
  passage: Passage,
  before: AskedBefore = {},
): Suggestion[] {
  const stems = new Set(wordsOf([...passage.heading, passage.text].join('\n')).map(({ stem }) => stem));
  const answered = (before.questions ?? [])
    .filter((question) => covered(stems, question) >= coveredEnough)
    .map((question): Suggestion => ({ question: question.trim(), from: 'answered' }));
  const places = placesOf(
    passage,
    (before.words ?? []).filter((word) => covered(stems, word) === 1),
  );
  const subject = subjectOf(passage);
  const made = rules.flatMap((rule): Suggestion[] =>
    places
      .filter((place) => place.in === rule.in)
      .flatMap(({ text }) => {
        const match = rule.when.exec(text);
        const question = match && filled(rule.ask, match, subject);
        return question ? [{ question, from: rule.in }] : [];
      }),
  );
  const asked = made.filter(({ from }) => from === 'unanswered');
  return distinct([...answered, ...asked, ...made.filter(({ from }) => from !== 'unanswered')], passage.asked ?? []);
}

/** Where the rules look. */
function placesOf({ heading, text }: Passage, words: readonly string[]): { in: SuggestionRule['in']; text: string }[] {
  const lines = text.split('\n');
  const isItem = (line?: string) => /^\s*(-|\d+\.)\s/.test(line ?? '');
  const leads = lines.filter((line, at) => !isItem(line) && isItem(lines[at + 1]));
  const last = heading.at(-1);
  const startsWithItem = isItem(lines[0]);
  return [
    ...(last ? [{ in: 'heading' as const, text: last.trim() }] : []),
    ...sentencesOf(text).map(({ start, end }) => ({
      in: 'sentence' as const,
      text: text.slice(start, Math.min(end, start + longestSentence)).replace(/^\s*(-|\d+\.)\s+/, ''),
    })),
    ...(startsWithItem && last ? [last] : leads).map((line) => ({ in: 'list' as const, text: line })),
    ...words.map((word) => ({ in: 'unanswered' as const, text: word })),
  ];
}

const questionWord = /^(hur|vad|när|var|vem|vilk\p{L}+|varför|får|kan|ska|måste|behöver)\b/iu;

/** "Efter en månad" says when, and not what. */
const saysWhen = /^(efter|före|under|vid|från|inför|när|den som)\b/iu;

/** What a passage is about: its innermost heading that is no question; undefined where there is none. */
function subjectOf({ heading, document }: Passage): string | undefined {
  const named = heading.findLast((part) => !questionWord.test(part) && !saysWhen.test(part) && part.length <= 60);
  return named ?? (questionWord.test(document.title) ? undefined : document.title);
}

/** The rule's question; undefined where it lacks something that it needs, or is too long. */
function filled(ask: string, match: RegExpExecArray, subject?: string): string | undefined {
  let isWhole = true;
  const question = ask
    .replace(/\{(\d|subject)\}/g, (_, name: string) => {
      const value = name === 'subject' ? subject : match[Number(name)];
      if (!value?.trim()) isWhole = false;
      return inSentence((value ?? '').trim(), ask.startsWith('{'));
    })
    .replace(/\s+/g, ' ');
  const spoken = question.charAt(0).toUpperCase() + question.slice(1);
  return isWhole && spoken.length <= longest && !hasDangling(spoken) ? spoken : undefined;
}

/** "Rekrytering" within a sentence is "rekrytering"; "HR" and "SKR" stay. */
const inSentence = (text: string, isFirst: boolean) =>
  isFirst || /^\p{Lu}[\p{Lu}\d]/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** Leaves out questions without a telling word: "Vad är det?", "Vad är du?". */
function hasDangling(question: string): boolean {
  const words = wordsOf(question);
  const tells = (word: Word) => !word.stop && !isAsking(word) && !isFilling(word);
  return !words.some(tells) || /\b(och|eller|att|för|som|med|av|till|i|på|en|ett)\?$/i.test(question);
}

/** The share of a text's telling words that are among these stems. */
function covered(stems: ReadonlySet<string>, text: string): number {
  const telling = wordsOf(text).filter((word) => !word.stop && !isAsking(word) && !isFilling(word));
  return telling.length === 0 ? 0 : telling.filter(({ stem }) => isAmong(stems, stem)).length / telling.length;
}

/** Snowball leaves the article of some words: "traktamentet" beside "traktament". */
const isAmong = (stems: ReadonlySet<string>, stem: string) =>
  [0, 1, 2].some((article) => stem.length - article >= 3 && stems.has(stem.slice(0, stem.length - article)));

/** The first of several that ask the same, without what is asked already. */
function distinct(suggestions: readonly Suggestion[], known: readonly string[]): Suggestion[] {
  const keyOf = (question: string) =>
    wordsOf(question)
      .map(({ stem }) => stem)
      .join(' ');
  const met = new Set(known.map(keyOf));
  return suggestions
    .filter(({ question }) => {
      const key = keyOf(question);
      if (met.has(key)) return false;
      met.add(key);
      return true;
    })
    .slice(0, mostSuggestions);
}
