import { fill } from '../shared/texts';
import { type QuestionSetWords } from './questionSet';
import { editorTexts } from '../shared/catalogues';

/** What cards/question-check.yaml holds. A word that ends in * matches all words that begin so. */
export interface CheckLists {
  readonly stops: {
    readonly health: { readonly words: readonly string[]; readonly remedy: string };
    readonly grade: {
      readonly words: readonly string[];
      readonly anywhere: readonly string[];
      readonly grading: readonly string[];
      readonly people: readonly string[];
      readonly judged: readonly string[];
      readonly between: readonly string[];
      readonly remedy: string;
    };
    readonly person: {
      readonly known: readonly string[];
      readonly ordinary: readonly string[];
      readonly remedy: string;
    };
  };
  readonly advice: {
    readonly long: { readonly words: number; readonly remedy: string };
    readonly several: { readonly words: readonly string[]; readonly remedy: string };
    readonly negation: { readonly words: readonly string[]; readonly remedy: string };
    readonly heavy: { readonly instead: Readonly<Record<string, string>>; readonly remedy: string };
  };
}

/** What must not be asked, and what could be said more plainly. */
export type FindingKind = keyof CheckLists['stops'] | keyof CheckLists['advice'];

/** Something that the check has found in a question set. */
export interface Finding {
  readonly kind: FindingKind;
  /** Whether the set cannot be sent as it is. Otherwise the finding is advice. */
  readonly stops: boolean;
  /** The question's place, from 0; undefined for the title. */
  readonly question?: number;
  /** What is wrong and what to do, in Swedish. */
  readonly text: string;
}

/** Finds the names of people in a text. */
export type FindNames = (text: string) => readonly string[];

/** Checks every text of a question set that a manager reads. `namesIn` finds the names of people in a text. */
export function checkQuestions(set: QuestionSetWords, lists: CheckLists, namesIn: FindNames): Finding[] {
  return [
    ...stopsIn(set.title, lists, namesIn),
    ...set.questions.flatMap((question, at) => {
      const { ask, intro } = question;
      const answers =
        question.kind === 'choice' ? question.options : question.kind === 'scale' ? [...question.poles] : [];
      const found = [
        ...[ask, intro, ...answers].flatMap((text) => stopsIn(text, lists, namesIn)),
        ...(isSeveral(ask, lists) ? [advice('several', lists.advice.several.remedy)] : []),
        ...[ask, intro].flatMap((text) => sentencesOf(text).flatMap((sentence) => heavyIn(sentence, lists))),
        ...answers.flatMap((text) => wordsInstead(text, lists)),
      ];
      return unique(found).map((each) => ({ ...each, question: at }));
    }),
  ];
}

type Found = Omit<Finding, 'question'>;
const advice = (kind: FindingKind, text: string): Found => ({ kind, stops: false, text });

function stopsIn(text: string, { stops }: CheckLists, namesIn: FindNames): Found[] {
  const { health, grade, person } = stops;
  const stop = (kind: FindingKind, remedy: string, word: string | undefined): Found[] =>
    word === undefined ? [] : [{ kind, stops: true, text: fill(remedy, { word }) }];
  return [
    ...stop('health', health.remedy, firstOf(health.words, text)),
    ...stop('grade', grade.remedy, firstOf(grade.words, text) ?? gradedIn(text, grade)),
    ...stop('person', person.remedy, namesIn(text)[0]),
  ];
}

const is = /^är$/;

/**
 * "Hur bra är din chef": a word that grades, then at most one other word, then a person; or a person, and how good that person
 * is.
 */
function gradedIn(
  text: string,
  { anywhere, grading, people, judged, between }: CheckLists['stops']['grade'],
): string | undefined {
  for (const sentence of sentencesOf(text)) {
    const words = tokensOf(sentence).filter((word) => !between.includes(word));
    const grade = firstOf(anywhere, sentence);
    if (grade !== undefined && words.some((word) => people.includes(word))) return grade;
    for (const [at, word] of words.entries()) {
      if (!people.includes(word)) continue;
      const before = firstOf(grading, words.slice(Math.max(0, at - 4), at).join(' '));
      // A thing that belongs to a person is no person: "stödet från din chef".
      const gap = before === undefined ? -1 : at - words.lastIndexOf(before.split(' ').at(-1)!) - 1;
      if (before !== undefined && gap <= 1) return before;
      const after = words.slice(at + 1, at + 3);
      if ((is.test(words[at - 1] ?? '') || is.test(after[0] ?? '')) && after.some((each) => judged.includes(each)))
        return `${word} … ${after.find((each) => judged.includes(each))}`;
    }
  }
  return undefined;
}

const isSeveral = (ask: string, { advice: { several } }: CheckLists): boolean =>
  (ask.match(/\?/g) ?? []).length > 1 || firstOf(several.words, ask) !== undefined;

function heavyIn(sentence: string, lists: CheckLists): Found[] {
  const { long, negation } = lists.advice;
  const count = tokensOf(sentence).length;
  const negating = tokensOf(sentence).filter((word) => firstOf(negation.words, word) !== undefined);
  const both = negating.slice(0, 2).join(editorTexts.ownQuestions.betweenWords);
  return [
    ...(count > long.words ? [advice('long', fill(long.remedy, { count: String(count) }))] : []),
    ...(negating.length > 1 ? [advice('negation', fill(negation.remedy, { word: both }))] : []),
    ...wordsInstead(sentence, lists),
  ];
}

const wordsInstead = (text: string, { advice: { heavy } }: CheckLists): Found[] =>
  Object.entries(heavy.instead).flatMap(([pattern, instead]) => {
    const word = firstOf([pattern], text);
    return word === undefined ? [] : [advice('heavy', fill(heavy.remedy, { word, instead }))];
  });

const unique = (found: readonly Found[]): Found[] =>
  found.filter(({ text }, at) => found.findIndex((other) => other.text === text) === at);

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+/).filter(Boolean);

const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words in a text that the first matching pattern finds; undefined where none matches. */
function firstOf(patterns: readonly string[], text: string): string | undefined {
  for (const pattern of patterns) {
    const found = regexOf(pattern).exec(text);
    if (found) return found[0].toLowerCase();
  }
  return undefined;
}

const made = new Map<string, RegExp>();
function regexOf(pattern: string): RegExp {
  const known = made.get(pattern);
  if (known) return known;
  const words = pattern.replace(/\*$/, '').replaceAll('/', '\\/').replaceAll(' ', '\\s+');
  const regex = new RegExp(
    `(?<![\\p{L}\\p{N}])${words}${pattern.endsWith('*') ? '\\p{L}*' : ''}(?![\\p{L}\\p{N}])`,
    'iu',
  );
  made.set(pattern, regex);
  return regex;
}
