import { fill } from '../shared/texts';
import { button, type Button } from './button';
import { type CardContext } from './cardContext';

/** The button that opens a guide or a rehearsal beside an answer; none where there is no such guide. */
export const guideButtons = ({ texts, flows, rehearsals }: CardContext, guide?: string): Button[] => {
  const named = (words: string, all: CardContext['flows']) =>
    all.filter(({ id }) => id === guide).map(({ id, title }) => button(fill(words, { title }), 'guide', { flow: id }));
  return [...named(texts.coaching.buttons.guide, flows), ...named(texts.coaching.rehearsals.named, rehearsals)];
};
