import { Application } from '@microsoft/teams-ai';
import { ActivityTypes, TeamsInfo, TurnContext, type Activity } from 'botbuilder';
import { type Logger } from 'pino';
import { type Message } from '../cards/message';
import { type Config } from '../config';
import { type Incoming } from '../conversation';
import { type ConversationAddress } from '../people/person';
import { traceOf, type Reply, type Trace } from '../reply';
import { type Texts } from '../texts';
import { createAdapter, type Cloud } from './adapter';
import { IncomingActivity, refusalOf } from './gate';
import { executed, feedbackOf, incomingOf, isPersonal, personOf } from './incoming';
import { activityKey } from './key';
import { activityOf } from './outgoing';
import { send, statusOf } from './send';

/** What the bot needs of the rest of the house; main.ts fits it. */
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

/** What goes back over HTTP. */
export interface Response {
  readonly status: number;
  readonly body?: unknown;
}

const ok: Response = { status: 200 };

/**
 * The bot: takes an activity as it came over HTTP, and resolves with what to answer.
 * teams-ai routes; whatever the route, a turn is claim -> converse -> send -> finish.
 */
export function createBot(config: Config, needs: Needs, cloud?: Cloud) {
  const adapter = createAdapter(config, cloud);
  const application = new Application({ startTypingTimer: false, removeRecipientMention: false });

  application.adaptiveCards.actionExecute(isExecute, async (context) => {
    const done = await turn(needs, context, executed(context.activity.value));
    return done ? needs.texts.answerBelow : needs.texts.alreadyPressed;
  });
  application.feedbackLoop(async (context) => {
    const { conversation, replyToId = '' } = context.activity;
    await turn(needs, context, feedbackOf(context.activity, needs.messageKey(conversation.id, replyToId)));
  });
  // Any other invoke would get the SDK's 501; it is nothing that a card of ours can send.
  application.addRoute(
    (context) => Promise.resolve(isInvoke(context.activity)),
    async (context) => {
      const error = { code: 'BadRequest', message: needs.texts.notUnderstood };
      const body = { statusCode: 400, type: 'application/vnd.microsoft.error', value: error };
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 400, body } });
    },
    true,
  );
  application.addRoute(
    () => Promise.resolve(true),
    async (context) => {
      await turn(needs, context, incomingOf(context.activity));
    },
  );

  return async function receive(json: unknown, authorization: string): Promise<Response> {
    const parsed = IncomingActivity.safeParse(json);
    if (!parsed.success)
      return refused(
        400,
        `Not an activity: ${parsed.error.issues.map((issue) => issue.path.join('.') || 'body').join(', ')}.`,
      );
    const refusal = refusalOf(config, parsed.data, authorization, needs.now());
    if (refusal) return refused(refusal.status, refusal.reason);

    const activity = parsed.data as unknown as Activity;
    const caller = await adapter.authenticate(activity, authorization).catch(() => undefined);
    if (!caller) return refused(401, 'The token is not from the channel.');
    return (await adapter.run(caller, activity, (context) => application.run(context).then(() => undefined))) ?? ok;
  };
}

const refused = (status: number, reason: string): Response => ({ status, body: { error: reason } });

const isInvoke = ({ type }: Activity): boolean => type === (ActivityTypes.Invoke as string);

const isExecute = ({ activity }: TurnContext): Promise<boolean> => {
  const value = activity.value as { action?: { type?: unknown } | null } | null | undefined;
  return Promise.resolve(
    isInvoke(activity) && activity.name === 'adaptiveCard/action' && value?.action?.type === 'Action.Execute',
  );
};

/** One activity, one effect. Resolves with whether this delivery had it. */
async function turn(needs: Needs, context: TurnContext, incoming: Incoming | undefined): Promise<boolean> {
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
    await fetchRoster(needs, context, person);
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
  const { activityId: _, ...address } = TurnContext.getConversationReference(activity);
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
