import { ActivityTypes, TeamsInfo, TurnContext, type Activity } from 'botbuilder';
import { type Logger } from 'pino';
import { type Message } from '../cards/message';
import { type Incoming } from '../conversation';
import { type ConversationAddress } from '../people/person';
import { traceOf, type Reply, type Trace } from '../reply';
import { type Texts } from '../texts';
import { isPersonal, personOf } from './incoming';
import { activityKey } from './key';
import { activityOf } from './outgoing';
import { send, statusOf } from './send';

/** What a turn needs of the rest of the house; main.ts fits it. */
export interface Needs {
  readonly texts: Texts;
  readonly log: Logger;
  now(): Date;
  converse(person: string, incoming: Incoming): Promise<Reply[]>;
  render(reply: Reply): Message;
  /** True when the activity is the caller's to do: not done before, and not being done. */
  claim(activity: string): Promise<boolean>;
  finish(activity: string): Promise<void>;
  release(activity: string): Promise<void>;
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
  const key = activityKey(activity);
  if (!(await needs.claim(key))) return false;
  const person = personOf(activity);
  const started = performance.now();
  const replies: Reply[] = [];
  let delivered = 0;
  try {
    await needs.remember(person, isPersonal(activity) ? addressOf(activity) : undefined);
    replies.push(...(await needs.converse(person, incoming)));
    for (; delivered < replies.length; delivered++) await deliver(needs, context, replies[delivered]!);
    await needs.finish(key);
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
    await (delivered ? needs.finish(key) : needs.release(key));
    if (!delivered && replies.some((reply) => reply.kind === 'welcome')) await needs.releaseWelcome(person);
    await apologise(needs, context, error);
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

/** The person is told, unless she has blocked or removed the bot (403, 404): then there is nobody to tell. */
async function apologise(needs: Needs, context: TurnContext, error: unknown): Promise<void> {
  const status = statusOf(error);
  if (status === 403 || status === 404) return;
  await send(context, { type: ActivityTypes.Message, text: needs.texts.error, summary: needs.texts.error });
}

/** An error without its message, which may quote what a person wrote. */
const whereOf = (error: unknown): string =>
  error instanceof Error
    ? [error.name, ...(error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [])].join('\n')
    : typeof error;

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
    needs.log.warn({ status: statusOf(error), error: whereOf(error) }, 'the roster did not answer');
  }
}
