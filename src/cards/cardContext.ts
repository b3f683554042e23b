import { type Calendar } from '../campaigns/calendar';
import { type Flow } from '../coaching/flow';
import { type Quoted } from '../dialogue/dialogue';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type Passage } from '../knowledge/documents/passages';
import { type Retention } from '../shared/config';
import { dayOf } from '../shared/localTime';
import { type Texts } from '../shared/texts';
import { unmarked } from './button';
import { quoted, sourceLine, type YearWords } from './citedQuote';

/** What every card may need besides its own reply. */
export interface CardContext {
  readonly texts: Texts;
  readonly hrContact: string;
  /** The documents that answer now. */
  readonly documents: () => readonly KnowledgeDocument[];
  /** The guides of the catalogue, and the questions to reflect on. */
  readonly flows: readonly Flow[];
  readonly reflections: readonly Flow[];
  readonly rehearsals: readonly Flow[];
  /** The passage with a quote of a guide, a dialogue or HR's own question. */
  readonly sourceOf: (source: Quoted) => Passage | undefined;
  /** Where a person can read the passage in its document; undefined where no address leads to this service. */
  readonly linkTo: (passage: Passage) => string | undefined;
  /** Where a person gets a calendar file of a local day; undefined where no address leads to this service. */
  readonly calendarLinkTo: (day: string, commitment: string) => string | undefined;
  /** Reminders come on its working days. */
  readonly calendar: Calendar;
  readonly retention: Retention;
  readonly now: () => Date;
  /** Years after which an answer says how old its document is; without it none does. */
  readonly oldYears?: number;
}

/** How sources write their year today: from a certain age the year is called old. */
export const yearWords = ({ texts, now, oldYears }: CardContext): YearWords => ({
  ...texts.found,
  ...(oldYears !== undefined && { oldBefore: Number(dayOf(now()).slice(0, 4)) - oldYears }),
});

/** A quote with its document, publisher, year and weight; undefined where it does not stand in the documents any more. */
export function sourceView(setting: CardContext, source: Quoted) {
  const passage = setting.sourceOf(source);
  if (!passage) return undefined;
  const quote = quoted(source.quote).map(({ text }) => text);
  return {
    quote: quote.join('\n'),
    source: sourceLine(passage, yearWords(setting)),
    weight: unmarked(passage.weight),
  };
}
