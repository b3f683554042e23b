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
