import { type Reply } from '../bot/reply';
import { fill } from '../shared/texts';
import { button, unmarked } from './button';
import { type CardContext } from './cardContext';

/**
 * What layouts/thanks.json shows: how the person's group answered, or all together. The chart says nothing that the lines beneath it
 * do not: some clients have none.
 */
export function thanksCard({ texts }: CardContext, { title, group, section }: Extract<Reply, { kind: 'thanks' }>) {
  const { thanks, thanksGroup, answered } = texts.campaigns;
  const { buttons } = texts.coaching;
  const lead = group ? fill(thanksGroup, { title, group: unmarked(group) }) : fill(thanks, { title });
  return {
    lead,
    questions: section.rows.map(({ question, options }) => ({
      question: unmarked(question),
      answered: fill(answered, { count: String(section.people) }),
      bars: options.map(({ label, percent }) => ({ x: unmarked(label), y: percent })),
      options: options.map(({ label, percent }) => ({ label: unmarked(label), percent: `${percent} %` })),
    })),
    buttons: [button(buttons.sessions, 'sessions', { skip: 0 }), button(buttons.guides, 'guides', {})],
  };
}
