import { submission, partsOf, nameOf } from './inputs';
import {
  type Activity,
  asText,
  cardsOf,
  type Conversation,
  isJson,
  type Json,
  type Member,
  type ChatMessage,
} from './activity';
import { type Bot, type Gesture, saying } from './saying';

export interface Press {
  /** Input id -> what the person entered; the card's own values stand for the rest. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The message with the card; without it the newest one of the bot that has such a button. */
  readonly message?: ChatMessage;
  /** Press as a client that doesn't know Action.Execute: its Action.Submit fallback. */
  readonly fallback?: boolean;
}

/**
 * What the client sends where a person presses a button, which is named by its title, verb or id, or is the action out of the
 * card.
 * @throws where there is no such button, or a real client would not have let the person press it like this
 */
export function pressing(conversation: Conversation, button: string | Json, press: Press = {}): Gesture {
  const { message, card, action } = findAction(conversation, button, press.message);
  const chosen = press.fallback ? action.fallback : action;
  if (!isJson(chosen))
    throw new Error(`The button ${nameOf(action)} has no fallback for clients without Action.Execute.`);
  const data = { ...(isJson(chosen.data) ? chosen.data : {}), ...submission(card, chosen, press.inputs ?? {}) };
  if (chosen.type === 'Action.Execute') {
    const { id, title, verb } = chosen;
    const value = { action: { type: 'Action.Execute', id, title, verb, data }, trigger: 'manual' };
    return { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: message.id };
  }
  if (chosen.type !== 'Action.Submit')
    throw new Error(`The button ${nameOf(action)} sends nothing to the bot (${asText(chosen.type)}).`);
  const teams: Json = isJson(data.msteams) ? data.msteams : {};
  if (teams.type === 'imBack') return { type: 'message', text: asText(teams.value), textFormat: 'plain' };
  const text = teams.type === 'messageBack' ? { text: asText(teams.text) } : {};
  return { type: 'message', ...text, value: data, replyToId: message.id };
}

/** A person adds the app. Teams tells it twice. */
export const installing = (bot: Bot): readonly Gesture[] => [
  { type: 'conversationUpdate', membersAdded: [bot] },
  { type: 'installationUpdate', action: 'add' },
];

/** A person removes the app. Teams tells it twice. */
export const uninstalling = (bot: Bot): readonly Gesture[] => [
  { type: 'conversationUpdate', membersRemoved: [bot] },
  { type: 'installationUpdate', action: 'remove' },
];

export const editing = (conversation: Conversation, bot: Bot, message: ChatMessage, text: string): Gesture => ({
  ...saying(conversation, bot, text),
  type: 'messageUpdate',
  id: message.id,
  channelData: { eventType: 'editMessage' },
});

export const removing = (message: ChatMessage): Gesture => ({
  type: 'messageDelete',
  id: message.id,
  channelData: { eventType: 'softDeleteMessage' },
});

export const reacting = (message: ChatMessage, type: string): Gesture => ({
  type: 'messageReaction',
  reactionsAdded: [{ type }],
  replyToId: message.id,
});

function findAction(conversation: Conversation, button: string | Json, message?: ChatMessage) {
  const matches = (action: Json) => action === button || [action.title, action.verb, action.id].includes(button);
  const searched = message
    ? [message]
    : conversation.messages.filter((m) => m.author === 'bot' && !m.deleted).reverse();
  for (const candidate of searched)
    for (const card of cardsOf(candidate.activity)) {
      const action = partsOf(card, 'Action.').find(matches);
      if (action) return { message: candidate, card, action };
    }
  throw new Error(`No card has the button ${typeof button === 'string' ? `"${button}"` : nameOf(button)}.`);
}

/** The activity as the bot gets it: what the gesture says, and around it what Teams adds. */
export function envelope(
  conversation: Conversation,
  person: Member,
  gesture: Gesture,
  stamp: { readonly serviceUrl: string; readonly bot: Bot; readonly tenantId: string; readonly timestamp: string },
): Activity {
  const { serviceUrl, bot, tenantId, timestamp } = stamp;
  const thread = conversation.type === 'channel' ? `;messageid=${gesture.replyToId ?? gesture.id}` : '';
  const team = conversation.type === 'channel' && { team: { id: conversation.id, name: conversation.name } };
  const group = conversation.type === 'personal' ? {} : { isGroup: true, name: conversation.name };
  return {
    timestamp,
    locale: 'sv-SE',
    channelId: 'msteams',
    serviceUrl,
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: bot,
    conversation: { id: conversation.id + thread, conversationType: conversation.type, tenantId, ...group },
    ...gesture,
    entities: [{ type: 'clientInfo', locale: 'sv-SE', country: 'SE', platform: 'Web' }, ...(gesture.entities ?? [])],
    channelData: { tenant: { id: tenantId }, ...team, ...gesture.channelData },
  };
}
