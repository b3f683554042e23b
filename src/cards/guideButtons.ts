import { fill } from '../shared/texts';
import { button, type Button } from './button';
import { type CardContext } from './cardContext';

/**
 * The buttons that open guides or rehearsals beside an answer or a summary, each once. Ids of flows that do not exist are left
 * out.
 */
export function guideButtons(
  { texts, flows, rehearsals }: CardContext,
  ...ids: readonly (string | undefined)[]
): Button[] {
  const named = (words: string, all: CardContext['flows'], id: string | undefined) =>
    all.filter((flow) => flow.id === id).map(({ id, title }) => button(fill(words, { title }), 'guide', { flow: id }));
  return [...new Set(ids)].flatMap((id) => [
    ...named(texts.coaching.buttons.guide, flows, id),
    ...named(texts.coaching.rehearsals.named, rehearsals, id),
  ]);
}
