import { type Reply } from '../bot/reply';
import { type CardContext } from './cardContext';
import { erasingAllMenu, fileLinksCard, ownDataCard } from './ownDataCard';
import { answeredText, understandingInvitation } from './understandingCard';
import { sharedText, shareForm, shareInvitation, sharePreview, sharesMenu } from './shareCard';

const kinds = [
  'ownData',
  'fileLinks',
  'erasingAll',
  'shareForm',
  'sharePreview',
  'shareInvitation',
  'sharedText',
  'understandingInvitation',
  'answeredText',
  'shares',
] as const;

/** A reply about a person's own data: what is kept, downloaded, erased or shared. */
type OwnReply = Extract<Reply, { kind: (typeof kinds)[number] }>;

/** Whether `ownView` shows this reply. */
export const isOwnReply = (reply: Reply): reply is OwnReply => (kinds as readonly string[]).includes(reply.kind);

/** A card with the layout that shows it, and what may stand on a locked phone. */
interface OwnView {
  readonly summary: string;
  readonly layout: 'files' | 'menu' | 'question';
  readonly card: object;
}

/**
 * The card of a reply about what is a person's own. The summary is shown in a notification, so it holds none of the person's
 * words.
 */
export function ownView(setting: CardContext, reply: OwnReply): OwnView {
  const { ownData, sharing, understanding } = setting.texts;
  switch (reply.kind) {
    case 'ownData':
      return { summary: ownData.overview.title, layout: 'files', card: ownDataCard(setting, reply) };
    case 'fileLinks': {
      const card = fileLinksCard(setting, reply);
      return { summary: card.title, layout: 'files', card };
    }
    case 'erasingAll':
      return { summary: ownData.erasing.title, layout: 'menu', card: erasingAllMenu(setting, reply) };
    case 'shareForm':
      return { summary: sharing.form.title, layout: 'question', card: shareForm(setting, reply) };
    case 'sharePreview':
      return { summary: sharing.form.title, layout: 'question', card: sharePreview(setting, reply) };
    case 'shareInvitation':
      return { summary: sharing.notification, layout: 'menu', card: shareInvitation(setting, reply) };
    case 'sharedText':
      return { summary: sharing.notification, layout: 'question', card: sharedText(setting, reply) };
    case 'understandingInvitation':
      return { summary: understanding.notification, layout: 'menu', card: understandingInvitation(setting, reply) };
    case 'answeredText':
      return { summary: understanding.notification, layout: 'question', card: answeredText(setting, reply) };
    case 'shares':
      return { summary: sharing.list.title, layout: 'menu', card: sharesMenu(setting, reply) };
  }
}
