import { type Incoming } from '../bot/incoming';
import { safeError } from '../shared/errors';
import { type Sender } from '../bot/pressGuide';
import { type Reply } from '../bot/reply';
import { apologise, sendReply, type SentReply } from './sendReply';
import { addressOf } from './address';
import { type ChannelTurn } from './channel';
import { isPersonal } from './incoming';
import { senderOf, turnEnded, type Claim, type TurnDeps } from './turnDeps';
import { statusOf } from './sendActivity';

/** The result of one delivery of an activity. */
export type Turned = 'done' | 'doneBefore' | 'tooMany';

/**
 * Handles one activity so that it has one effect: claims it, converses, sends, finishes. Resolves with 'done' also where it
 * failed and the person has been told.
 * @throws where the person could not be told
 */
export async function turn(needs: TurnDeps, context: ChannelTurn, incoming: Incoming | undefined): Promise<Turned> {
  if (!incoming) return 'doneBefore';
  const speaker = senderOf(needs, context.activity);
  let claim: Claim | undefined;
  try {
    claim = await needs.claim(speaker.key);
  } catch (error) {
    needs.log.error({ error: safeError(error) }, 'a turn failed');
    await apologise(needs, context, error);
    return 'done';
  }
  if (!claim) return 'doneBefore';
  const begun = needs.underWay.begin(speaker.person, incoming);
  if (!begun.may) {
    // This was the activity's one effect. A message that is sent once more is another activity.
    await claim.finish();
    await tellTooMany(needs, context, begun.isFirst);
    return 'tooMany';
  }
  try {
    await haveEffect(needs, context, { speaker, incoming, claim });
  } finally {
    begun.end();
  }
  return 'done';
}

/** Tells a person once in a burst that there are too many messages. A pressed button says so in its own response. */
export async function tellTooMany({ texts, log }: TurnDeps, context: ChannelTurn, isFirst: boolean): Promise<void> {
  log.warn({ isFirst }, 'a person has too many turns under way');
  if (!isFirst || context.activity.type === 'invoke') return;
  await context.send({ type: 'message', text: texts.tooMany, summary: texts.tooMany });
}

async function haveEffect(
  needs: TurnDeps,
  context: ChannelTurn,
  { speaker, incoming, claim }: { speaker: Sender; incoming: Incoming; claim: Claim },
): Promise<void> {
  const { activity } = context;
  const { person } = speaker;
  const started = performance.now();
  const replies: Reply[] = [];
  const delivered: SentReply[] = [];
  try {
    const { rosterAsked } = await needs.remember(person, addressOf(activity));
    replies.push(...(await needs.converse(speaker, incoming)));
    for (const reply of replies)
      delivered.push(await sendReply(needs, context, reply, { toAsker: isForAsker(needs, speaker, incoming, reply) }));
    // Together, so that they share one commit.
    await Promise.all([claim.finish(), ...delivered.map(({ kept }) => kept)]);
    turnEnded(needs, { incoming, replies, outcome: 'done' }, started);
    if (replies.length && !rosterAsked) await fetchRoster(needs, context, person);
  } catch (error) {
    needs.log.error({ status: statusOf(error), error: safeError(error) }, 'a turn failed');
    turnEnded(needs, { incoming, replies, outcome: 'failed' }, started);
    try {
      // What has been delivered must not be sent again. Where nothing has, the activity may be tried again.
      await (delivered.length ? claim.finish() : claim.release());
    } finally {
      // A person who has all replies need not hear about a later failure. Every other person does, also when the store
      // fails.
      if (!replies.length || delivered.length < replies.length) await apologise(needs, context, error);
    }
  }
}

/** Whether replies are for the sender only. A question in a group may be; a dialogue is for everybody. */
const isForAsker = (needs: TurnDeps, { personal }: Sender, { kind }: Incoming, reply: Reply): boolean =>
  needs.targetedAnswers && !personal && (kind === 'message' || kind === 'press') && reply.kind !== 'dialogue';

/**
 * Asks the roster for name and e-mail, once for each person, after the reply has reached the person. The bot works without them.
 */
async function fetchRoster(needs: TurnDeps, context: ChannelTurn, person: string): Promise<void> {
  try {
    if (!isPersonal(context.activity)) return;
    const { name, email, userPrincipalName } = await context.member();
    await needs.recordRoster(person, { name, email: email ?? userPrincipalName });
  } catch (error) {
    const status = statusOf(error);
    needs.log.warn({ status, error: safeError(error) }, 'the roster did not answer');
    // The roster will say the same next time. After any other fault, the person's next message asks again.
    if (status === 403 || status === 404) await needs.recordRoster(person, {});
  }
}
