import { createHash } from 'node:crypto';
import { ActivityTypes, type Activity } from 'botbuilder';
import { personOf } from './incoming';

/**
 * What makes an activity the same one when Teams delivers it again. A slow invoke comes back under a new id, so a press
 * is known by its card, its person and its data, which also makes a double click one press. An edited message keeps the id of
 * the message it edits, so an edit is known by its time.
 */
export function activityKey(activity: Activity): string {
  const press = activity.type === (ActivityTypes.Invoke as string) || (!activity.text && activity.value !== undefined);
  const parts = press
    ? ['press', activity.conversation.id, activity.replyToId, personOf(activity), activity.name, activity.value]
    : [
        activity.type,
        activity.conversation.id,
        activity.id,
        activity.type === (ActivityTypes.MessageUpdate as string) ? activity.timestamp : null,
      ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
