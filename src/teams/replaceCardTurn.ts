import { type Message } from '../cards/message';
import { type Incoming } from '../bot/incoming';
import { safeError } from '../shared/errors';
import { type Reply } from '../bot/reply';
import { apologise, sendReply, keepTrack } from './sendReply';
import { type ChannelTurn } from './channel';
import { personOf } from './incoming';
import { addressOf } from './address';
import { senderOf, turnEnded, type TurnDeps } from './turnDeps';
import { activityOf } from './outgoing';
import { statusOf, updateActivity } from './sendActivity';
import { tellTooMany } from './turn';

/** The response to a pressed button: a card that replaces its own, or a sentence above it. */
export type Pressed = Readonly<Record<string, unknown>> | string;

/**
 * Handles a press whose reply replaces its card. It needs no claim: the same press twice is one move (coach.ts), and both show
 * the same card. The card is given in the response and as an update, because the response alone may revert when the chat is
 * opened again, and the update alone leaves the button waiting.
 */
export async function replaceCardTurn(needs: TurnDeps, context: ChannelTurn, incoming: Incoming): Promise<Pressed> {
  const { activity } = context;
  const begun = needs.underWay.begin(personOf(activity), incoming);
  const started = performance.now();
  try {
    if (!begun.may) {
      await tellTooMany(needs, context, begun.isFirst);
      return needs.texts.tooMany;
    }
    await needs.remember(personOf(activity), addressOf(activity));
    const [first, ...others] = await needs.converse(senderOf(needs, activity), incoming);
    if (!first) return needs.texts.notUnderstood;
    const { card } = await replace(needs, context, first);
    for (const reply of others) await (await sendReply(needs, context, reply)).kept;
    turnEnded(needs, { incoming, replies: [first, ...others], outcome: 'done' }, started);
    return card ?? needs.texts.answerBelow;
  } catch (error) {
    needs.log.error({ status: statusOf(error), error: safeError(error) }, 'a turn failed');
    turnEnded(needs, { incoming, replies: [], outcome: 'failed' }, started);
    // Another card would remove what is typed on this one.
    if (activity.type === 'invoke') return needs.texts.error;
    await apologise(needs, context, error);
    return '';
  } finally {
    if (begun.may) begun.end();
  }
}

/** Where the card no longer exists, or the reply has no card, the reply is a new message. */
async function replace(needs: TurnDeps, context: ChannelTurn, reply: Reply): Promise<Message> {
  const message = needs.render(reply);
  const { replyToId } = context.activity;
  if (!replyToId || !message.card) {
    await (
      await sendReply(needs, context, reply)
    ).kept;
    return message;
  }
  try {
    await updateActivity(context, replyToId, activityOf(message));
  } catch (error) {
    needs.log.warn({ status: statusOf(error), error: safeError(error) }, 'a card was not updated');
    await (
      await sendReply(needs, context, reply)
    ).kept;
    return message;
  }
  await keepTrack(needs, context, reply, replyToId);
  return message;
}
