import { type Activity, isConversationId } from './activity';
import { type Team } from '../people/team';

/** Events of a team as a whole. */
const ended = new Set(['teamDeleted', 'teamHardDeleted']);
const changed = new Set(['teamRenamed', 'teamRestored']);

/** The team in which something happened; undefined elsewhere. */
export function teamOf({ channelData, conversation, serviceUrl }: Activity): Team | undefined {
  const { team } = (channelData ?? {}) as { team?: unknown };
  if (conversation.conversationType !== 'channel' || typeof team !== 'object' || team === null) return undefined;
  const { id, name } = team as Readonly<Record<string, unknown>>;
  if (!isConversationId(id)) return undefined;
  return { id, serviceUrl, ...(typeof name === 'string' && name && { name: name.slice(0, 200) }) };
}

/** Whether Teams tells that a team has changed or ended; undefined for other news. */
export function newsOf({ channelData }: Activity): 'changed' | 'ended' | undefined {
  const { eventType = '' } = (channelData ?? {}) as { eventType?: string };
  if (ended.has(eventType)) return 'ended';
  return changed.has(eventType) ? 'changed' : undefined;
}
