import { type Standing } from '../coaching/coach';
import { type Card, type Flow, type Source } from '../coaching/flow';
import { type KnowledgeDocument } from '../knowledge/document';
import { type Passage } from '../knowledge/passages';
import { fill, type Texts } from '../texts';
import { quoted, sourceLine } from './quotation';

/** What every card may say besides its own reply. */
export interface Setting {
  readonly texts: Texts;
  readonly hrContact: string;
  readonly documents: readonly KnowledgeDocument[];
  readonly flows: readonly Flow[];
  /** Where a guide's quote stands. */
  readonly sourceOf: (source: Source) => Passage;
  readonly now: () => Date;
}

/** A guide's quote with its document, publisher, year and weight. */
export function sourceView({ texts, sourceOf }: Setting, source: Source) {
  const passage = sourceOf(source);
  const quote = quoted(source.quote).map(({ text }) => text);
  return { quote: quote.join('\n'), source: sourceLine(passage, texts.found.undated), weight: passage.weight };
}

/** "steg 3 av 8", in the values of a sentence; the number of steps is what it looks like now. */
export function steps({ state, flow }: Standing, card: Card | undefined = state.at): Readonly<Record<string, string>> {
  const at = state.path.findIndex(({ id }) => id === card?.id);
  return {
    title: flow.title,
    position: String((at < 0 ? state.path.length - 1 : at) + 1),
    total: String(state.total ?? state.path.length),
  };
}

/** "Lämna över ett uppdrag · steg 3 av 8"; without the whole while a choice still decides it. */
export const place = ({ coaching }: Texts, standing: Standing, card?: Card): string =>
  fill(standing.state.total === undefined ? coaching.placeOpen : coaching.place, steps(standing, card));
