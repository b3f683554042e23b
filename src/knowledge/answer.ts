import { type Library } from './library';
import { search, type Ranked } from './search';
import { type Passage } from './passages';

/** Words of a passage that answer a question: a verbatim excerpt (whole sentences or list items) of its text. */
export interface Quote {
  readonly passage: Passage;
  /** Verbatim from passage.text, at most about 400 characters; equals passage.text when that is short. */
  readonly excerpt: string;
}

/** What the library says to a question. The same question always gives the same answer: no language model, no clock. */
export type Answer =
  | {
      readonly outcome: 'found';
      readonly quote: Quote;
      /** Up to two further sources, best first. */
      readonly more: readonly Quote[];
      /** Up to three questions that are themselves found, none of them this one. */
      readonly followUps: readonly string[];
    }
  | { readonly outcome: 'unsure'; /** One to three candidates to choose from, best first. */ readonly candidates: readonly Quote[] }
  | { readonly outcome: 'none' };

export function ask(library: Library, question: string): Answer {
  const [best, ...others] = search(library.index, question, 3);
  if (!best) return { outcome: 'none' };
  return { outcome: 'found', quote: quoteOf(best), more: others.map(quoteOf), followUps: [] };
}

/** The passage with this id as an answer of its own; undefined when the documents no longer have it. */
export function cite(library: Library, id: string): Extract<Answer, { outcome: 'found' }> | undefined {
  const passage = library.passages.find((candidate) => candidate.id === id);
  return passage && { outcome: 'found', quote: { passage, excerpt: passage.text }, more: [], followUps: [] };
}

const quoteOf = ({ passage }: Ranked): Quote => ({ passage, excerpt: passage.text });
