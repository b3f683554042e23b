import { safeError } from '../shared/errors';
import { sessionOf, type Reply } from '../bot/reply';
import { traceOf } from '../bot/trace';
import { type OutgoingActivity } from './activity';
import { type ChannelTurn } from './channel';
import { personOf } from './incoming';
import { type TurnDeps } from './turnDeps';
import { activityOf } from './outgoing';
import { targeted } from './targetedMessages';
import { isSilence, sendActivity, statusOf, updateActivity } from './sendActivity';

/** A reply that was sent. `kept` resolves when what must be known about it later is stored, or could not be. */
export interface SentReply {
  readonly kept: Promise<unknown>;
}

/**
 * Sends a reply as a new message. `toAsker`: only the person who wrote or pressed shall see it, where Teams can do that.
 * @throws the channel's error
 */
export async function sendReply(
  needs: TurnDeps,
  context: ChannelTurn,
  reply: Reply,
  { toAsker = false }: { readonly toAsker?: boolean } = {},
): Promise<SentReply> {
  const activity = activityOf(needs.render(reply));
  const sent = await (toAsker ? sendToAsker(needs, context, activity) : sendActivity(context, activity));
  const about = sent ? [keepTrack(needs, context, reply, sent), keepTrace(needs, context, reply, sent)] : [];
  return { kept: Promise.all(about) };
}

/** Where Teams does not accept a message for one person, the group gets it, as it has the question. */
async function sendToAsker(needs: TurnDeps, context: ChannelTurn, activity: OutgoingActivity) {
  try {
    return await sendActivity(context, targeted(activity));
  } catch (error) {
    const status = statusOf(error);
    if (status !== 400 && status !== 405 && status !== 501) throw error;
    needs.log.warn({ status }, 'Teams did not take a message for one person: the group gets it');
    return sendActivity(context, activity);
  }
}

async function keepTrace(needs: TurnDeps, context: ChannelTurn, reply: Reply, message: string): Promise<void> {
  const trace = traceOf(reply);
  if (!trace) return;
  try {
    await needs.recordAnswer(context.activity.conversation.id, message, trace);
  } catch (error) {
    // The answer has reached the person. Only a later thumb will not know its passage.
    needs.log.error({ error: safeError(error) }, 'an answer was not recorded');
  }
}

/**
 * Remembers the message that now shows a session, and replaces an older one with a pointer to it, so that a session has one card.
 */
export async function keepTrack(needs: TurnDeps, context: ChannelTurn, reply: Reply, shownIn: string): Promise<void> {
  const session = sessionOf(reply);
  if (!session || session.message === shownIn) return;
  try {
    await needs.recordSessionMessage(personOf(context.activity), session.id, shownIn);
    const moved = needs.render({ kind: 'notice', text: needs.texts.coaching.moved });
    if (session.message) await updateActivity(context, session.message, activityOf(moved));
  } catch (error) {
    // The old card stays. Pressing it still leads to where the person is.
    needs.log.warn({ status: statusOf(error), error: safeError(error) }, 'an old card was not updated');
  }
}

/**
 * Tells the person that something went wrong, in one attempt. It stays silent where the person has blocked or removed the bot
 * (403, 404) or Teams wants silence (429).
 * @throws the error itself where the channel is silent, so that a pressed button shows a fault
 */
export async function apologise({ texts }: TurnDeps, context: ChannelTurn, error: unknown): Promise<void> {
  const status = statusOf(error);
  if (status === 403 || status === 404 || status === 429) return;
  if (isSilence(error)) throw error;
  await context.send({ type: 'message', text: texts.error, summary: texts.error });
}
