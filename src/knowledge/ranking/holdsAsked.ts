import { type Question } from './question';

/** The share of an open question's telling words that a passage has to have. Of left-out ways to ask, half as many are answered below it as above it (docs/search.md). */
const leastHeld = 0.5;

/**
 * Whether a passage has enough of what is asked to be an answer. A fact is looked for by its kind (factSupport.ts). A person who
 * names a document wants its words, so nothing more is required. For the meaning of a word, or a comparison, it is not enough that
 * a text uses the words.
 */
export function holdsAsked(
  { fact, definitionOf, named, wantsComparison }: Pick<Question, 'fact' | 'definitionOf' | 'named' | 'wantsComparison'>,
  { compares }: { readonly compares: boolean },
  { cover, definition, likeKnown }: Readonly<Record<'cover' | 'definition' | 'likeKnown', number>>,
): boolean {
  if (fact || named.size > 0) return true;
  if (wantsComparison && !compares) return false;
  return definitionOf ? definition > 0 || likeKnown > 0 : cover >= leastHeld;
}
