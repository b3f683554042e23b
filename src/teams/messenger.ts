import { TurnContext, type ConversationReference } from 'botbuilder';
import { type Message } from '../cards/message';
import { type Refusal } from '../deliveries/outcome';
import { type ConversationAddress } from '../people/person';
import { type Adapter } from './adapter';
import { activityOf } from './outgoing';
import { refusalOf } from './refusal';

/** What came of a call: the message's id, or how the channel refused. */
export type Posted = { readonly message: string } | { readonly refusal: Refusal };

/** Reaches people outside a turn. One call each, never repeated here. */
export interface Messenger {
  post(address: ConversationAddress, message: Message): Promise<Posted>;
  /** Puts a message in the place of one that was posted. */
  replace(address: ConversationAddress, id: string, message: Message): Promise<Posted>;
}

/** Speaks to the channel's own client: the SDK's way, a turn of its own, swallows 403 and 404 where errors are handled. */
export function createMessenger(adapter: Adapter): Messenger {
  async function call(
    address: ConversationAddress,
    message: Message,
    how: (client: Client, chat: string, activity: object) => Promise<{ id?: string }>,
  ): Promise<Posted> {
    const reference = JSON.parse(address) as ConversationReference;
    const activity = TurnContext.applyConversationReference(activityOf(message), reference);
    try {
      const client = await adapter.clientOf(reference.serviceUrl);
      const { id } = await how(client.conversations, reference.conversation.id, activity);
      return { message: id ?? '' };
    } catch (error) {
      return { refusal: refusalOf(error) };
    }
  }
  return {
    post: (address, message) =>
      call(address, message, (client, chat, activity) => client.sendToConversation(chat, activity)),
    replace: (address, id, message) =>
      call(address, message, (client, chat, activity) => client.updateActivity(chat, id, { ...activity, id })),
  };
}

type Client = Awaited<ReturnType<Adapter['clientOf']>>['conversations'];
