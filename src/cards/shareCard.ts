import { type Reply } from '../bot/reply';
import { longestReceiver, receiverField } from '../bot/pressShare';
import { dayInWords } from '../shared/localTime';
import { fill } from '../shared/texts';
import { button, inert, unmarked } from './button';
import { type CardContext } from './cardContext';
import { item, menu, type Menu } from './menuCard';
import { type QuestionCard } from './questionCard';
import { writtenBack } from './understandingCard';
import { sharedSections } from './writtenSections';

type Of<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

const asText = (text: string) => ({ text });
const empty = { notices: [], lead: [], said: [], facts: [], problems: [], inputs: [] };

/** The form that asks with whom to share a summary. `isEmpty` says that the person pressed without writing a name. */
export const shareForm = (
  { texts: { sharing } }: CardContext,
  { session, isEmpty }: Of<'shareForm'>,
): QuestionCard => ({
  ...empty,
  title: sharing.form.title,
  problems: isEmpty ? [asText(sharing.form.missing)] : [],
  lead: [asText(sharing.form.lead)],
  inputs: [{ id: receiverField, label: sharing.form.label, value: '', max: longestReceiver }],
  buttons: [
    button(sharing.buttons.preview, 'sharePreview', { session }, 'positive'),
    button(sharing.buttons.leave, 'open', { session }),
  ],
});

/** The exact text that is shared, before it is sent. Where the receiver is not found, the text is there to copy. */
export function sharePreview(
  { texts: { sharing, understanding } }: CardContext,
  { session, written, sending, isAgreement }: Of<'sharePreview'>,
): QuestionCard {
  const { preview, copy, buttons } = sharing;
  const leave = [button(buttons.another, 'share', { session }), button(buttons.leave, 'open', { session })];
  const text = { ...empty, said: sharedSections(written) };
  if (!sending) return { ...text, title: copy.title, lead: [asText(copy.lead)], buttons: leave };
  const { share, to, seen, name } = sending;
  return {
    ...text,
    title: fill(preview.title, { name: unmarked(name) }),
    facts: [...preview.facts, ...(isAgreement ? [fill(understanding.preview, { name: unmarked(name) })] : [])].map(
      asText,
    ),
    buttons: [button(buttons.send, 'shareSend', { session, share, to: inert(to), seen }, 'positive'), ...leave],
  };
}

/** What the receiver gets first: who shares something, and nothing of what it says. */
export const shareInvitation = ({ texts: { sharing } }: CardContext, { share, from }: Of<'shareInvitation'>): Menu =>
  menu(
    fill(sharing.invitation.title, { name: unmarked(from) }),
    fill(sharing.invitation.lead, { name: unmarked(from) }),
    [button(sharing.buttons.open, 'openShare', { share }, 'positive')],
  );

/** What the receiver reads: exactly the text that the owner previewed. */
export function sharedText(setting: CardContext, reply: Of<'sharedText'>): QuestionCard {
  const { sharing } = setting.texts;
  const { share } = reply;
  const { lead, note, said, ...back } = writtenBack(setting, reply);
  return {
    ...empty,
    ...back,
    title: fill(sharing.received.title, { name: unmarked(share.ownerName) }),
    lead: lead.map(asText),
    said: [...sharedSections(share.written), ...said],
    facts: [
      asText(fill(sharing.received.until, { day: dayInWords(new Date(share.expiresAt)) })),
      ...(note ? [asText(note)] : []),
    ],
  };
}

/** Shares on one card: each has a button, and a card shows six. */
const sharesOnCard = 5;

/** The card with a person's shares: who got what, and when each was last opened. */
export function sharesMenu(
  { texts: { sharing, understanding, coaching } }: CardContext,
  { shares }: Of<'shares'>,
): Menu {
  const { list, buttons } = sharing;
  const first = [...shares]
    .sort((one, other) => Number(one.withdrawn) - Number(other.withdrawn))
    .slice(0, sharesOnCard);
  const items = first.map((share) => {
    const state = share.withdrawn
      ? list.withdrawn
      : share.understanding?.words !== undefined
        ? understanding.state
        : share.openedOn
          ? fill(list.opened, { day: dayInWords(share.openedOn) })
          : list.unopened;
    return item(
      {
        title: unmarked(share.written.title),
        fact: fill(list.fact, { name: unmarked(share.receiverName), day: dayInWords(new Date(share.sharedAt)), state }),
      },
      share.withdrawn
        ? button(coaching.buttons.sessions, 'sessions', { skip: 0 })
        : button(buttons.withdraw, 'withdrawShare', { share: share.id }),
    );
  });
  return menu(list.title, list.lead, [], items);
}
