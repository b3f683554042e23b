import { ActivityTypes, TeamsInfo, TurnContext, type Activity } from 'botbuilder';
import { type Logger } from 'pino';
import { type Message } from '../cards/message';
import { type Incoming } from '../conversation';
import { type ConversationAddress } from '../people/person';
import { whereOf } from '../failure';
import { traceOf, type Reply, type Trace } from '../reply';
import { type Texts } from '../texts';
import { isPersonal, personOf } from './incoming';
import { activityKey } from './key';
import { activityOf } from './outgoing';
import { isSilence, send, statusOf } from './send';

/** The right to let an activity have its effect, until it is finished for good or released for another try. */
export interface Claim {
  finish(): Promise<void>;
  release(): Promise<void>;
}

/** What a turn needs of the rest of the house; main.ts fits it. */
export interface Needs {
  readonly texts: Texts;
  readonly log: Logger;
  now(): Date;
  converse(person: string, incoming: Incoming): Promise<Reply[]>;
  render(reply: Reply): Message;
  /** The claim on an activity, when it is the caller's to do: not done before, and not being done. */
  claim(activity: string): Promise<Claim | undefined>;
  releaseWelcome(person: string): Promise<void>;
  remember(person: string, address: ConversationAddress | undefined): Promise<void>;
  needsRoster(person: string): Promise<boolean>;
  recordRoster(person: string, roster: { name?: string; email?: string }): Promise<void>;
  /** Remembers which passage a message of the bot rests on. */
  recordAnswer(conversation: string, message: string, trace: Trace): Promise<void>;
  /** How a message is named towards the use cases. */
  messageKey(conversation: string, message: string): string;
}

/** One activity, one effect: claim, converse, send, finish. Resolves with whether this delivery had the effect. */
export async function turn(needs: Needs, context: TurnContext, incoming: Incoming | undefined): Promise<boolean> {
  if (!incoming) return false;
  const { activity } = context;
  const claim = await needs.claim(activityKey(activity));
  if (!claim) return false;
  const person = personOf(activity);
  const started = performance.now();
  const replies: Reply[] = [];
  let delivered = 0;
  try {
    await needs.remember(person, isPersonal(activity) ? addressOf(activity) : undefined);
    replies.push(...(await needs.converse(person, incoming)));
    for (; delivered < replies.length; delivered++) await deliver(needs, context, replies[delivered]!);
    await claim.finish();
    // What a turn was about is nobody's business, so the log names kinds and times only.
    needs.log.info({
      turn: incoming.kind,
      replies: replies.map((reply) => reply.kind),
      ms: Math.round(performance.now() - started),
    });
    if (replies.length) await fetchRoster(needs, context, person);
  } catch (error) {
    needs.log.error({ status: statusOf(error), error: whereOf(error) }, 'a turn failed');
    // What has been delivered once must not come again; where nothing has, the activity may be tried anew.
    await (delivered ? claim.finish() : claim.release());
    if (!delivered && replies.some((reply) => reply.kind === 'welcome')) await needs.releaseWelcome(person);
    // Who has all her replies need not hear of what failed behind them.
    if (!replies.length || delivered < replies.length) await apologise(needs, context, error);
  }
  return true;
}

async function deliver(needs: Needs, context: TurnContext, reply: Reply): Promise<void> {
  const sent = await send(context, activityOf(needs.render(reply)));
  const trace = traceOf(reply);
  if (!trace || !sent?.id) return;
  try {
    await needs.recordAnswer(context.activity.conversation.id, sent.id, trace);
  } catch (error) {
    // The person has her answer; only a later thumb will not know its passage.
    needs.log.error({ error: whereOf(error) }, 'an answer was not recorded');
  }
}

/**
 * The person is told, unless she has blocked or removed the bot (403, 404) or the channel wants silence (429). One attempt:
 * where this fails too, or the channel is silent, it gets an error instead of an answer, and a pressed button says so.
 */
async function apologise({ texts }: Needs, context: TurnContext, error: unknown): Promise<void> {
  const status = statusOf(error);
  if (status === 403 || status === 404 || status === 429) return;
  if (isSilence(error)) throw error;
  await context.sendActivity({ type: ActivityTypes.Message, text: texts.error, summary: texts.error });
}

function addressOf(activity: Activity): ConversationAddress {
  const { activityId, ...address } = TurnContext.getConversationReference(activity);
  return JSON.stringify(address);
}

/** Name and e-mail, once per person, after she has her reply; without them the bot works all the same. */
async function fetchRoster(needs: Needs, context: TurnContext, person: string): Promise<void> {
  try {
    if (!isPersonal(context.activity) || !(await needs.needsRoster(person))) return;
    const { name, email, userPrincipalName } = await TeamsInfo.getMember(context, context.activity.from.id);
    await needs.recordRoster(person, { name, email: email ?? userPrincipalName });
  } catch (error) {
    const status = statusOf(error);
    needs.log.warn({ status, error: whereOf(error) }, 'the roster did not answer');
    // It will say the same next time; anything else is asked for again with her next message.
    if (status === 403 || status === 404) await needs.recordRoster(person, {});
  }
}
