import { randomUUID } from 'node:crypto';
import { type Activity } from './activity';
import { personOf } from './incoming';

/**
 * A text that is the same when Teams delivers an activity again. A slow press comes back under a new id, so a press is known by
 * its card, its person and its data; so a double click is one press too. A thumb may go up, down and up again: each is an
 * activity of its own, and the last is stored. An edited message keeps its id, so an edit is known by its time. An activity
 * without an id is never the same as another. The key holds what the person wrote on a card, so it is made a pseudonym before it
 * is stored.
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
