import { TurnContext, type ConversationReference } from 'botbuilder';
import { type Reply } from '../bot/reply';
import { type Message } from '../cards/message';
import { type SendRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { type Adapter } from './adapter';
import { activityOf } from './outgoing';
import { sendRefusal } from './sendRefusal';

/** What came of a call: the message's id, or how the channel refused. */
export type Posted = { readonly message: string } | { readonly refusal: SendRefusal };

/** Reaches people outside a turn. One call each, never repeated here. */
export interface Messenger {
  post(address: ConversationAddress, reply: Reply): Promise<Posted>;
  /** Puts a reply in the place of a message that was posted. */
  replace(address: ConversationAddress, message: string, reply: Reply): Promise<Posted>;
}

/** Speaks to the channel's own client: the SDK's way, a turn of its own, swallows 403 and 404 where errors are handled. */
export function createMessenger(adapter: Adapter, render: (reply: Reply) => Message): Messenger {
  async function call(
    address: ConversationAddress,
    reply: Reply,
    how: (client: Client, chat: string, activity: object) => Promise<{ id?: string }>,
  ): Promise<Posted> {
    const reference = JSON.parse(address) as ConversationReference;
    const activity = TurnContext.applyConversationReference(activityOf(render(reply)), reference);
    try {
      const client = await adapter.clientOf(reference.serviceUrl);
      const { id } = await how(client.conversations, reference.conversation.id, activity);
      return { message: id ?? '' };
    } catch (error) {
      return { refusal: sendRefusal(error) };
    }
  }
  return {
    post: (address, reply) =>
      call(address, reply, (client, chat, activity) => client.sendToConversation(chat, activity)),
    replace: (address, message, reply) =>
      call(address, reply, (client, chat, activity) =>
        client.updateActivity(chat, message, { ...activity, id: message }),
      ),
  };
}

type Client = Awaited<ReturnType<Adapter['clientOf']>>['conversations'];
