import { type Reply } from '../bot/reply';
import { fill } from '../shared/texts';
import { button, unmarked } from './button';
import { type CardContext } from './cardContext';

/**
 * What layouts/thanks.json shows: how the person's group or everybody answered, what HR has promised, and a guide that fits. The
 * lines below the chart say all that it shows, because some clients show no chart.
 */
export function thanksCard({ texts, flows }: CardContext, reply: Extract<Reply, { kind: 'thanks' }>) {
  const { result, promise, guide: id } = reply;
  const { buttons } = texts.coaching;
  const { rows = [], people = 0 } = typeof result === 'object' ? result.section : {};
  const guide = flows.find((flow) => flow.id === id);
  // The guide opens in a new message below, so that the result stays in the chat.
  const opens = guide
    ? button(fill(texts.thanksCard.guide, { title: guide.title }), 'guide', { flow: guide.id }, 'positive')
    : button(buttons.guides, 'guides', {});
  return {
    lead: leadOf(texts, reply),
    questions: rows.map(({ question, options }) => ({
      question: unmarked(question),
      answered: fill(texts.campaigns.answered, { count: String(people) }),
      bars: options.map(({ label, percent }) => ({ x: unmarked(label), y: percent })),
      options: options.map(({ label, percent }) => ({ label: unmarked(label), percent: `${percent} %` })),
    })),
    promises: promise ? [{ heading: texts.thanksCard.promise, promise: unmarked(promise) }] : [],
    buttons: [opens, button(buttons.sessions, 'sessions', { skip: 0 })],
  };
}

function leadOf(
  { campaigns: { thanks, thanksGroup, closed, closedInWords } }: CardContext['texts'],
  { title, result }: Extract<Reply, { kind: 'thanks' }>,
): string {
  if (result === 'tooFew') return fill(closed, { title });
  if (result === 'inWords') return fill(closedInWords, { title });
  const { group } = result;
  return group ? fill(thanksGroup, { title, group: unmarked(group) }) : fill(thanks, { title });
}
