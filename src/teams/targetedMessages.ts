import { type OutgoingActivity } from './activity';
import { isObject } from './incoming';

/** A mark in an activity's channel data until its request is sent. No person's text can look like it in JSON. */
const mark = 'forRecipientAlone';

/** A message in a group that only its recipient sees, for a day. */
export const targeted = (activity: OutgoingActivity): OutgoingActivity => ({
  ...activity,
  channelData: { ...activity.channelData, [mark]: true },
});

/** The fields of the SDK's request that are changed here. */
interface Outgoing {
  url: string;
  body?: unknown;
}

/**
 * Adds to a request of such a message the query parameter of Teams' API, because the SDK has no call for it. Changes it in place.
 */
export function addressTargeted<T extends Outgoing>(request: T): T {
  if (typeof request.body !== 'string' || !request.body.includes(`"${mark}":true`)) return request;
  const activity: unknown = JSON.parse(request.body);
  if (!isObject(activity) || !isObject(activity.channelData)) return request;
  const { [mark]: _, ...channelData } = activity.channelData;
  const url = new URL(request.url);
  url.searchParams.set('isTargetedActivity', 'true');
  return Object.assign(request, { url: url.href, body: JSON.stringify({ ...activity, channelData }) });
}
