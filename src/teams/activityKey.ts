import { randomUUID } from 'node:crypto';
import { type Activity } from './activity';
import { personOf } from './incoming';

/**
 * What makes an activity the same one when Teams delivers it again. A slow press comes back under a new id, so a press
 * is known by its card, its person and its data, which also makes a double click one press. A thumb may go up, down and up
 * again: each is its own, and stored over the last. An edited message keeps the id of the message it edits, so an edit
 * is known by its time. What has no id is never the same. The key holds what the person wrote on a card: it is blinded
 * before it is kept.
 */
export const activityKey = (activity: Activity): string => JSON.stringify(partsOf(activity));

function partsOf(activity: Activity): unknown[] {
  const { type, id, name, conversation, replyToId, timestamp } = activity;
  const value: unknown = activity.value;
  const isInvoke = type === 'invoke';
  const isPress = isInvoke ? name === 'adaptiveCard/action' : !activity.text && value !== undefined;
  if (isPress) return ['press', conversation.id, replyToId, personOf(activity), value];
  return [type, conversation.id, id ?? randomUUID(), type === 'messageUpdate' ? timestamp : null];
}
