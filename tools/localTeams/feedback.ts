import { type ChatMessage, isJson, type Json } from './activity';
import { type Entered, partsOf, submission } from './inputs';
import { type Gesture } from './saying';

export type Thumb = 'like' | 'dislike';

/** Whose form opens when a thumb under the message is pressed: the client's own, or the bot's; undefined where there are no thumbs. */
export function formBehind({ activity: { channelData = {} } }: ChatMessage): 'default' | 'custom' | undefined {
  // feedbackLoop is the newer one, and goes first.
  if (isJson(channelData.feedbackLoop)) return channelData.feedbackLoop.type === 'custom' ? 'custom' : 'default';
  return channelData.feedbackLoopEnabled === true ? 'default' : undefined;
}

/** Thumb up or down in a client that shows its own form, whatever the message asks for. @throws when it has no thumbs. */
export function rating(message: ChatMessage, reaction: Thumb, feedbackText: string): Gesture {
  if (!formBehind(message)) throw new Error(`Message ${message.id} does not ask for feedback.`);
  return sending(message, reaction, { feedbackText });
}

/** Thumb up or down where the bot has a form: the client fetches it. @throws when the message has no such form. */
export function pressingThumb(message: ChatMessage, reaction: Thumb): Gesture {
  if (formBehind(message) !== 'custom') throw new Error(`Message ${message.id} has no feedback form of the bot.`);
  const value = { actionName: 'feedback', actionValue: { reaction } };
  return { type: 'invoke', name: 'message/fetchTask', value, replyToId: message.id };
}

/** The card in a fetched form; undefined where the response holds none. */
export function formCard(response: unknown): Json | undefined {
  const task = isJson(response) && isJson(response.task) ? response.task : {};
  const card = isJson(task.value) && isJson(task.value.card) ? task.value.card.content : undefined;
  return isJson(card) ? card : undefined;
}

/** Fills in a fetched form and sends it. @throws when a real client would not have sent it. */
export function sendingForm(message: ChatMessage, reaction: Thumb, response: unknown, entered: Entered): Gesture {
  const card = formCard(response);
  const submit = partsOf(card, 'Action.').find(({ type }) => type === 'Action.Submit');
  if (!card || !submit) throw new Error('There is no form to send.');
  return sending(message, reaction, { ...(isJson(submit.data) && submit.data), ...submission(card, submit, entered) });
}

/** Teams sends the fields of a form as JSON inside a string. */
const sending = (message: ChatMessage, reaction: Thumb, fields: Json): Gesture => ({
  type: 'invoke',
  name: 'message/submitAction',
  value: { actionName: 'feedback', actionValue: { reaction, feedback: JSON.stringify(fields) } },
  replyToId: message.id,
});
