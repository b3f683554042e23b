import { leastSharing } from '../campaigns/publish';
import { countableQuestions } from '../coaching/countable';
import { type Flow, type Step } from '../coaching/flow';
import { isShareable, isTicked, shareInput, ticked } from '../coaching/sharing';
import { type SentByHr } from '../bot/reply';
import { dayInWords } from '../shared/localTime';
import { fill } from '../shared/texts';
import { button, type Button } from './button';
import { type CardContext } from './cardContext';
import { type Guidance } from '../coaching/guidance';
import { type Session } from '../coaching/ports';

/** Who sends, and what HR sees of the answers: only what this flow can give. */
export function sentLead({ texts }: CardContext, flow: Flow, { least, until }: SentByHr): string {
  const { from, seen } = texts.campaigns;
  if (flow.invites !== undefined)
    return fill(texts.invitation.from, { day: dayInWords(until, 'short'), least: String(least) });
  const steps = flow.cards.flatMap((card) => card.steps);
  const sentences = [
    ...(steps.some(({ kind }) => kind === 'text' || kind === 'list') ? [seen.written] : []),
    ...(steps.some(isShareable) ? [fill(seen.shared, { least: String(leastSharing(least)) })] : []),
    ...(countableQuestions(flow, texts.coaching.scale).length ? [fill(seen.counted, { least: String(least) })] : []),
    seen.law,
  ];
  return fill(from, { day: dayInWords(until, 'short'), seen: sentences.join(' ') });
}

/** The buttons of a question that the person has not begun to answer, besides the answer itself. */
export function sentButtons({ texts }: CardContext, { id }: Session): Button[] {
  const { buttons } = texts.campaigns;
  return [button(buttons.snooze, 'snooze', { session: id }), button(buttons.optOut, 'optOut', { session: id })];
}

/** The switch below a text field that lets HR read the text. It stands as the person left it. */
export function shareToggle(
  { texts }: CardContext,
  step: Step,
  { session, state, inputs }: Extract<Guidance, { kind: 'step' }>,
) {
  const isOn = inputs ? isTicked(session, step, inputs) : !!state.responses.get(step.id)?.shared;
  const { label, title } = texts.campaigns.share;
  return { type: 'toggle', id: shareInput(step.id), label, title, value: isOn ? ticked : 'false', above: [] };
}
