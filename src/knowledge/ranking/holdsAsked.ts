import { type Question } from './question';

/** The share of an open question's telling words that a passage has to have. Of left-out ways to ask, half as many are answered below it as above it (docs/search.md). */
const leastHeld = 0.5;

/** A message of many words with few telling ones: some text has those by chance, where no sentence of it is this like the message. */
const chance = { words: 5, terms: 2, alike: 0.15 };
/** The share of an open question from which on the library knows too little of it. */
const tooUnknown = 0.5;

/** With so few telling words, none may be missing that weigh half of the question. */
const fewTerms = 3;
const mostMissing = 0.5;
/** So many words are key words, and no question. A single word may be about anything. */
const keyWords = 2;

/** Whether a question is open: it asks for no fact, no meaning of a word and no named document. */
export const isOpenQuestion = ({
  fact,
  definitionOf,
  named,
  words,
}: Pick<Question, 'fact' | 'definitionOf' | 'named' | 'words'>): boolean =>
  !fact && !definitionOf && named.size === 0 && words.length !== keyWords;

/**
 * Whether a passage has enough of what is asked to be an answer. A fact is looked for by its kind (factSupport.ts). A person who
 * names a document wants its words, so nothing more is required. For the meaning of a word, or a comparison, it is not enough that
 * a text uses the words.
 */
export function holdsAsked(
  question: Pick<Question, 'fact' | 'definitionOf' | 'named' | 'wantsComparison' | 'words' | 'terms'>,
  { compares }: { readonly compares: boolean },
  found: Readonly<Record<'cover' | 'definition' | 'likeKnown' | 'alike' | 'unknown' | 'missing', number>>,
): boolean {
  const { fact, definitionOf, named, wantsComparison, words, terms } = question;
  const { cover, definition, likeKnown, alike, unknown, missing } = found;
  if (fact || named.size > 0) return true;
  if (wantsComparison && !compares) return false;
  if (definitionOf) return definition > 0 || likeKnown > 0;
  const isByChance = words.length >= chance.words && terms.length <= chance.terms && alike < chance.alike;
  if (terms.length <= fewTerms && missing >= mostMissing) return false;
  return cover >= leastHeld && unknown < tooUnknown && !isByChance;
}
