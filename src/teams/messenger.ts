import { type Reply } from '../bot/reply';
import { type Message } from '../cards/message';
import { type SendRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { type OutgoingActivity } from './activity';
import { addressed, readAddress } from './address';
import { type Channel, type ChannelClient } from './channel';
import { activityOf } from './outgoing';
import { sendRefusal } from './sendRefusal';

/** The result of a call: the message's id, or how the channel refused. */
export type Posted = { readonly message: string } | { readonly refusal: SendRefusal };

/** Sends to people outside a turn. Each function makes one call and never repeats it. */
export interface Messenger {
  post(address: ConversationAddress, reply: Reply): Promise<Posted>;
  /** Replaces a posted message with a reply. */
  replace(address: ConversationAddress, message: string, reply: Reply): Promise<Posted>;
}

/** Sends messages outside a turn, through the channel's own client. */
export function createMessenger(channel: Channel, render: (reply: Reply) => Message): Messenger {
  async function call(
    address: ConversationAddress,
    reply: Reply,
    how: (client: ChannelClient, chat: string, activity: OutgoingActivity) => Promise<string | undefined>,
  ): Promise<Posted> {
    const place = readAddress(address);
    const activity = addressed(activityOf(render(reply)), place);
    try {
      const client = await channel.clientOf(place.serviceUrl);
      return { message: (await how(client, place.conversation.id, activity)) ?? '' };
    } catch (error) {
      return { refusal: sendRefusal(error) };
    }
  }
  return {
    post: (address, reply) => call(address, reply, (client, chat, activity) => client.send(chat, activity)),
    replace: (address, message, reply) =>
      call(address, reply, (client, chat, activity) => client.update(chat, message, activity)),
  };
}
