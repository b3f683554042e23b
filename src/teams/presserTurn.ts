import { type Incoming } from '../bot/incoming';
import { forEverybody } from '../bot/dialogueVerbs';
import { type Reply } from '../bot/reply';
import { safeError } from '../shared/errors';
import { type ChannelTurn } from './channel';
import { personOf } from './incoming';
import { type Pressed } from './replaceCardTurn';
import { statusOf } from './sendActivity';
import { apologise, sendReply } from './sendReply';
import { tellTooMany } from './turn';
import { addressOf } from './address';
import { senderOf, type TurnDeps } from './turnDeps';

/**
 * Handles a press in a group whose first reply only the person who pressed sees. That reply is the response to the press. The
 * message is not updated, because others may be typing on its card. Further replies are new messages to the group. It needs no
 * claim: the same press twice has one effect (dialogueSteps.ts), and the group is shown where it is now.
 */
export async function presserTurn(
  needs: TurnDeps,
  context: ChannelTurn,
  incoming: Extract<Incoming, { kind: 'press' }>,
): Promise<Pressed> {
  const { activity } = context;
  const isInvoke = activity.type === 'invoke';
  const begun = needs.underWay.begin(personOf(activity), incoming);
  try {
    if (!begun.may) {
      await tellTooMany(needs, context, begun.isFirst);
      return needs.texts.tooMany;
    }
    await needs.remember(personOf(activity), addressOf(activity));
    const sender = senderOf(needs, activity);
    const [own, ...forGroup] = await needs.converse(sender, incoming);
    if (!own) return needs.texts.notUnderstood;
    if (forGroup.length)
      await sendToGroup(needs, context, forGroup, (isDelivered) => needs.settlePress(sender, incoming, isDelivered));
    needs.log.info({ turn: incoming.kind, replies: [own, ...forGroup].map(({ kind }) => kind) });
    if (isInvoke) return needs.render(own).card ?? needs.render(own).text;
    // An older client cannot show a card to one person, so the group is shown what it may see.
    await sendReply(needs, context, forEverybody(own) ?? { kind: 'sentence', text: needs.render(own).summary });
    return '';
  } catch (error) {
    needs.log.error({ status: statusOf(error), error: safeError(error) }, 'a turn failed');
    if (isInvoke) return needs.texts.error;
    await apologise(needs, context, error);
    return '';
  } finally {
    if (begun.may) begun.end();
  }
}

/** Sent in order. Where some of it has reached the group, the step counts as taken; the rest can be seen by pressing again. */
async function sendToGroup(
  needs: TurnDeps,
  context: ChannelTurn,
  replies: readonly Reply[],
  settle: (isDelivered: boolean) => Promise<void>,
): Promise<void> {
  let delivered = 0;
  try {
    for (const reply of replies) {
      await (
        await sendReply(needs, context, reply)
      ).kept;
      delivered += 1;
    }
  } catch (error) {
    if (!delivered) await settle(false);
    throw error;
  }
  await settle(true);
}
