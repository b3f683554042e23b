import { type Activity } from './activity';
import { type Incoming } from '../bot/incoming';
import { isBot, mentionsIn } from './mentions';
import { newsOf, teamOf } from './teamMembership';
import { writtenText } from './writtenText';

/** The person behind an activity: the directory object id, which Teams gives for people, else the channel's own id. */
export const personOf = ({ from }: Activity): string => from.aadObjectId ?? from.id;

/** Whether a chat is the person's own with the bot. Where the channel does not say, it counts as one where others read along. */
export const isPersonal = ({ conversation }: Activity): boolean => conversation.conversationType === 'personal';

/** Whether a chat surely is a group. Where the channel does not say, the bot answers as in a group, but need not be mentioned. */
const isGroup = ({ conversation: { conversationType, isGroup, id } }: Activity): boolean =>
  conversationType ? conversationType !== 'personal' : isGroup || id.startsWith('19:');

/** What an activity means; undefined when it is nothing to the bot (somebody else joined, a deleted message, typing). */
export function incomingOf(activity: Activity): Incoming | undefined {
  switch (activity.type) {
    case 'message':
      return isObject(activity.value) && !activity.text ? submitted(activity.value) : written(activity, false);
    case 'messageUpdate':
      return isObject(activity.channelData) && activity.channelData.eventType === 'editMessage'
        ? written(activity, true)
        : undefined;
    case 'conversationUpdate':
      if (hasBot(activity, activity.membersAdded)) return added(activity);
      return hasBot(activity, activity.membersRemoved) ? leftTeam(activity) : news(activity);
    case 'installationUpdate':
      if (activity.action?.startsWith('remove')) return leftTeam(activity);
      if (!activity.action?.startsWith('add')) return undefined;
      return isPersonal(activity) ? { kind: 'joined' } : inTeam(activity);
    default:
      return undefined;
  }
}

const hasBot = (activity: Activity, members: unknown): boolean =>
  Array.isArray(members) && members.some((member) => isObject(member) && isBot(activity, member));

const added = (activity: Activity): Incoming =>
  isPersonal(activity) ? { kind: 'joined' } : { kind: 'addedToGroup', team: teamOf(activity) };

function inTeam(activity: Activity): Incoming | undefined {
  const team = teamOf(activity);
  return team && { kind: 'inTeam', team };
}

function leftTeam(activity: Activity): Incoming | undefined {
  const team = teamOf(activity);
  return team && { kind: 'leftTeam', team: team.id };
}

/** A team was renamed or deleted. */
function news(activity: Activity): Incoming | undefined {
  const happened = newsOf(activity);
  return happened && (happened === 'ended' ? leftTeam(activity) : inTeam(activity));
}

function written(activity: Activity, edited: boolean): Incoming | undefined {
  // In a group everybody talks. A message that does not mention the bot is not for it.
  if (isGroup(activity) && !mentionsIn(activity).some((mention) => mention.isBot)) return undefined;
  return { kind: 'message', ...writtenText(activity), edited };
}

/** The press behind an Action.Execute, whose verb is beside the data. */
export function executed(value: unknown): Extract<Incoming, { kind: 'press' }> {
  const action = isObject(value) && isObject(value.action) ? value.action : {};
  return { kind: 'press', verb: typeof action.verb === 'string' ? action.verb : '', data: action.data };
}

/** The press behind an Action.Submit of an older client, whose verb is in the data. */
function submitted(value: Readonly<Record<string, unknown>>): Incoming {
  return { kind: 'press', verb: typeof value.verb === 'string' ? value.verb : '', data: value };
}

/** Whether a value from the wire is an object with keys: no null, no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
