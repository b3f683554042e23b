import { type Flow } from '../coaching/flow';
import { type Quoted } from '../dialogue/dialogue';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type Passage } from '../knowledge/documents/passages';
import { type Retention } from '../shared/config';
import { type Texts } from '../shared/texts';
import { unmarked } from './button';
import { quoted, sourceLine } from './citedQuote';

/** What every card may say besides its own reply. */
export interface CardContext {
  readonly texts: Texts;
  readonly hrContact: string;
  /** Those that answer now. */
  readonly documents: () => readonly KnowledgeDocument[];
  /** The guides of the catalogue, and the questions to reflect on. */
  readonly flows: readonly Flow[];
  readonly reflections: readonly Flow[];
  readonly rehearsals: readonly Flow[];
  /** Where a quote of a guide, a dialogue or HR's own stands. */
  readonly sourceOf: (source: Quoted) => Passage | undefined;
  /** Where a person can read the passage in its document; undefined where no address leads to this service. */
  readonly linkTo: (passage: Passage) => string | undefined;
  /** Where a person gets a calendar file of a local day; undefined where no address leads to this service. */
  readonly calendarLinkTo: (day: string, commitment: string) => string | undefined;
  readonly retention: Retention;
  readonly now: () => Date;
}

/** A quote with its document, publisher, year and weight; undefined where it does not stand in the documents any more. */
export function sourceView({ texts, sourceOf }: CardContext, source: Quoted) {
  const passage = sourceOf(source);
  if (!passage) return undefined;
  const quote = quoted(source.quote).map(({ text }) => text);
  return {
    quote: quote.join('\n'),
    source: sourceLine(passage, texts.found.undated),
    weight: unmarked(passage.weight),
  };
}
