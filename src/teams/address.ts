import { type ConversationAddress } from '../people/person';
import { type Activity, type OutgoingActivity } from './activity';
import { isPersonal } from './incoming';

/** A chat as the channel names it. */
interface Address {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string; readonly conversationType?: string; readonly tenantId?: string };
  readonly bot: { readonly id: string };
  readonly user: { readonly id: string };
}

/**
 * The address of the person's chat with the bot, to which a message can be sent later; undefined in other chats. It holds only
 * what is the same in every activity. The rest (the language, for example) would show in the store that there has been a press.
 */
export function addressOf(activity: Activity): ConversationAddress | undefined {
  if (!isPersonal(activity)) return undefined;
  const { channelId, serviceUrl, conversation, recipient, from } = activity;
  const { id, conversationType, tenantId } = conversation;
  const address: Address = {
    channelId,
    serviceUrl,
    conversation: { id, conversationType, tenantId },
    bot: { id: recipient.id },
    user: { id: from.id },
  };
  return JSON.stringify(address);
}

/** Reads an address that `addressOf` has written. It is not checked, because it comes from our own store. */
export const readAddress = (address: ConversationAddress): Address => JSON.parse(address) as Address;

/** A message with sender, receiver and chat, which nobody else adds outside a turn. */
export const addressed = (
  activity: OutgoingActivity,
  { channelId, serviceUrl, conversation, bot, user }: Address,
): OutgoingActivity => ({ ...activity, ...{ channelId, serviceUrl, conversation, from: bot, recipient: user } });
