import { understandingField } from '../bot/pressUnderstanding';
import { type Reply } from '../bot/reply';
import { longestUnderstanding } from '../shares/share';
import { fill } from '../shared/texts';
import { button, inert, unmarked } from './button';
import { type CardContext } from './cardContext';
import { menu, type Menu } from './menuCard';
import { type QuestionCard } from './questionCard';
import { sharedSections } from './writtenSections';

type Of<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;
type WithReply = Pick<QuestionCard, 'problems' | 'said' | 'inputs' | 'buttons'> & {
  readonly lead: readonly string[];
  readonly note?: string;
};

const nothing: WithReply = { lead: [], problems: [], said: [], inputs: [], buttons: [] };

/** The part below a shared draft: the field in which the receiver may write back, or what the receiver has written. */
export function writtenBack({ texts }: CardContext, { share, problem, draft = '' }: Of<'sharedText'>): WithReply {
  const words = texts.understanding;
  const { isAgreement, understanding, id } = share;
  if (!isAgreement) return nothing;
  if (!understanding)
    return {
      ...nothing,
      lead: [words.form.invite],
      problems: problem ? [{ text: words.form[problem] }] : [],
      note: fill(words.form.lead, { name: unmarked(share.ownerName) }),
      inputs: [{ id: understandingField, label: words.form.label, value: inert(draft), max: longestUnderstanding }],
      buttons: [button(words.buttons.send, 'writeBack', { share: id }, 'positive')],
    };
  if (understanding.words === undefined) return { ...nothing, note: words.takenBack };
  return {
    ...nothing,
    said: [{ label: words.yours, text: inert(understanding.words), apart: true }],
    note: fill(words.seen, { name: unmarked(share.ownerName) }),
    buttons: [button(words.buttons.takeBack, 'takeBack', { share: id })],
  };
}

/** Tells the owner of a draft that the receiver has written back. The receiver's words are not in it. */
export const understandingInvitation = (
  { texts: { understanding } }: CardContext,
  { share, from }: Of<'understandingInvitation'>,
): Menu =>
  menu(fill(understanding.invitation.title, { name: unmarked(from) }), understanding.invitation.lead, [
    button(understanding.buttons.open, 'openAnswered', { share }, 'positive'),
  ]);

/** What the owner reads: the draft as it was shared, and what the receiver wrote, unchanged. */
export const answeredText = (
  { texts: { understanding } }: CardContext,
  { share }: Of<'answeredText'>,
): QuestionCard => ({
  notices: [],
  problems: [],
  inputs: [],
  title: fill(understanding.invitation.title, { name: unmarked(share.receiverName) }),
  lead: [{ text: fill(understanding.answered.lead, { name: unmarked(share.receiverName) }) }],
  said: [
    {
      label: fill(understanding.answered.label, { name: unmarked(share.receiverName) }),
      text: inert(share.understanding?.words ?? ''),
    },
    ...sharedSections(share.written).map((section, at) => (at ? section : { ...section, apart: true })),
  ],
  facts: [{ text: understanding.answered.next }],
  buttons: [],
});
