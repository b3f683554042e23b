import { type Passage } from '../documents/passages';
import { type Library } from '../library';
import { rarity } from '../text/background';
import { search } from '../search';
import { wordsOf } from '../text/swedish';
import { decideOutcome, type AnswerOutcome } from '../ranking/answerOutcome';
import { type SuggestedBy, type SuggestionRule } from './rules';
import { suggestQuestions, type AskedBefore } from './suggestQuestions';

/** What the search does with a question that a passage answers. */
export interface TriedQuestion {
  readonly question: string;
  /** `asked`: known to be asked of the passage. */
  readonly from: 'asked' | SuggestedBy;
  /** The passage's place among what is found, from 1; undefined where it is not among the first ten. */
  readonly rank?: number;
  /** The id of the passage that comes first instead. */
  readonly beatenBy?: string;
  readonly outcome: AnswerOutcome;
}

/** How a passage is found. */
export interface PassageFindability {
  readonly passage: Passage;
  readonly questions: readonly TriedQuestion[];
  /** Its most telling words that lead to another passage when they are asked alone, and to which. */
  readonly failing: readonly { readonly word: string; readonly beatenBy: string }[];
  /** Whether any of its questions finds it among the first three. A passage with no question at all is not found. */
  readonly isFound: boolean;
}

/** How many passages are looked at for each question, and how many a person sees. */
const listed = 10;
const shown = 3;
/** How many words of a passage are tried. */
const mostWords = 6;

/**
 * For each passage of a document, in order: whether the known and the proposed questions find it, and which do not. Empty where
 * there is no such document. It takes some 15 searches for each passage.
 */
export const findability = (
  library: Library,
  rules: readonly SuggestionRule[],
  document: string,
  before: AskedBefore = {},
): PassageFindability[] =>
  library.passagesIn(document).map((passage) => {
    const questions = [
      ...(passage.asked ?? []).map((question) => ({ question, from: 'asked' as const })),
      ...suggestQuestions(rules, passage, before),
    ].map(({ question, from }) => ({ question, from, ...tried(library, question, passage) }));
    return {
      passage,
      questions,
      failing: failingWords(library, passage),
      isFound: questions.some(({ rank }) => rank !== undefined && rank <= shown),
    };
  });

function tried({ index }: Library, question: string, { id }: Passage): Omit<TriedQuestion, 'question' | 'from'> {
  const found = search(index, question, listed);
  const at = found.findIndex(({ passage }) => passage.id === id);
  return {
    ...(at >= 0 && { rank: at + 1 }),
    ...(at !== 0 && found[0] && { beatenBy: found[0].passage.id }),
    outcome: decideOutcome(index.wording.weights, found),
  };
}

/** The rarest words of a passage that do not find it among the first three when they are asked alone. */
function failingWords({ index }: Library, passage: Passage): PassageFindability['failing'] {
  return tellingWords({ index }, passage).flatMap((word) => {
    const found = search(index, word, shown);
    const [first] = found;
    const isThere = found.some(({ passage: { id } }) => id === passage.id);
    return isThere || !first ? [] : [{ word, beatenBy: first.passage.id }];
  });
}

function tellingWords({ index }: Pick<Library, 'index'>, { text }: Passage): string[] {
  const { background } = index.wording;
  const tells = new Map<string, { word: string; worth: number }>();
  for (const { stem, stop, start, end } of wordsOf(text)) {
    const word = text.slice(start, end);
    if (stop || tells.has(stem) || !/^\p{L}{4,}$/u.test(word)) continue;
    tells.set(stem, { word, worth: rarity(background.passages, background.counts.get(stem) ?? 0) });
  }
  return [...tells.values()]
    .sort((one, other) => other.worth - one.worth)
    .slice(0, mostWords)
    .map(({ word }) => word);
}
