import { type Flow, type Source } from '../coaching/flow';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type Passage } from '../knowledge/documents/passages';
import { dayOf } from '../shared/localTime';
import { fill, type Texts } from '../shared/texts';
import { button, unmarked, type Button } from './button';
import { quoted, sourceLine, type YearWords } from './citedQuote';

/** What every card may say besides its own reply. */
export interface CardContext {
  readonly texts: Texts;
  readonly hrContact: string;
  /** Those that answer now. */
  readonly documents: () => readonly KnowledgeDocument[];
  /** The guides of the catalogue, and the questions to reflect on. */
  readonly flows: readonly Flow[];
  readonly reflections: readonly Flow[];
  /** Where a guide's quote stands. */
  readonly sourceOf: (source: Source) => Passage | undefined;
  /** Where a person can read the passage in its document; undefined where no address leads to this service. */
  readonly linkTo: (passage: Passage) => string | undefined;
  /** Days that a question to HR is kept after its close. */
  readonly questionDays: number;
  readonly now: () => Date;
  /** Years after which an answer says how old its document is; without it none does. */
  readonly oldYears?: number;
}

/** How a source says its year now. */
export const yearWords = ({ texts, now, oldYears }: CardContext): YearWords => ({
  ...texts.found,
  ...(oldYears !== undefined && { oldBefore: Number(dayOf(now()).slice(0, 4)) - oldYears }),
});

/** The button that opens a guide beside an answer or a summary; none where the catalogue has no such guide. */
export const guideButtons = ({ texts, flows }: CardContext, ...guides: readonly (string | undefined)[]): Button[] =>
  guides
    .flatMap((guide) => flows.filter(({ id }) => id === guide))
    .map(({ id, title }) => button(fill(texts.coaching.buttons.guide, { title }), 'guide', { flow: id }));

/** A quote with its document, publisher, year and weight; undefined where it does not stand in the documents any more. */
export function sourceView(setting: CardContext, source: Source) {
  const passage = setting.sourceOf(source);
  if (!passage) return undefined;
  const quote = quoted(source.quote).map(({ text }) => text);
  return {
    quote: quote.join('\n'),
    source: sourceLine(passage, yearWords(setting)),
    weight: unmarked(passage.weight),
  };
}
