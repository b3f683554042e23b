// The package's front door loads openai and its tokenizers too: 20 MB that routing does not need.
import { Application } from '@microsoft/teams-ai/lib/Application';
import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder';
import { type Config } from '../shared/config';
import { answersPresserAlone, replacesCard } from '../bot/conversation';
import { safeError } from '../shared/errors';
import { type Adapter } from './adapter';
import { IncomingActivity, verifyRequest } from './verifyRequest';
import { dialogOf, incomingFeedback, incomingThumb } from './feedback';
import { executed, incomingOf, isObject } from './incoming';
import { composeSearch, typedQuery } from './composeSearch';
import { presserTurn } from './presserTurn';
import { replaceCardTurn } from './replaceCardTurn';
import { senderOf, type TurnDeps } from './turnDeps';
import { turn } from './turn';

/** What goes back over HTTP. */
export interface ActivityResponse {
  readonly status: number;
  readonly body?: unknown;
}

const ok: ActivityResponse = { status: 200 };

/**
 * The bot: takes an activity as it came over HTTP, and resolves with what to answer.
 * teams-ai routes; whatever the route, what happens is a turn (turn.ts).
 */
export function createBot(config: Config, adapter: Adapter, needs: TurnDeps) {
  const application = new Application({ startTypingTimer: false, removeRecipientMention: false });

  const refuse = (context: TurnContext) => {
    const error = { code: 'BadRequest', message: needs.texts.notUnderstood };
    return respond(context, 400, { statusCode: 400, type: 'application/vnd.microsoft.error', value: error });
  };
  const route = (holds: (activity: Activity) => boolean, handle: (context: TurnContext) => Promise<void>) =>
    application.addRoute((context) => Promise.resolve(holds(context.activity)), handle, true);

  // teams-ai's own selectors read into the value of every invoke, whatever it is.
  route((activity) => isInvoke(activity) && !isObject(activity.value), refuse);
  application.adaptiveCards.actionExecute(isExecute, async (context) => {
    const pressed = executed(context.activity.value);
    // The library takes a card of any shape here; its type names only the card's first fields.
    if (answersPresserAlone(pressed)) return (await presserTurn(needs, context, pressed)) as string;
    if (replacesCard(pressed)) return (await replaceCardTurn(needs, context, pressed)) as string;
    const { answerBelow, alreadyPressed, tooMany } = needs.texts;
    return { done: answerBelow, doneBefore: alreadyPressed, tooMany }[await turn(needs, context, pressed)];
  });
  // A form changes nothing, so it needs no claim: asked for twice, it is shown twice.
  route(isNamed('message/fetchTask'), async (context) => {
    const asked = incomingThumb(context.activity);
    const [form] = asked ? await needs.converse(senderOf(needs, context.activity), asked) : [];
    if (!asked || !form) return refuse(context);
    await respond(context, 200, dialogOf(needs.render(form), asked.reaction));
  });
  // teams-ai has a route for this, too: it says 200 whatever was sent.
  route(isNamed('message/submitAction'), async (context) => {
    const { conversation, replyToId = '' } = context.activity;
    const feedback = incomingFeedback(context.activity, needs.nameOf(conversation.id, replyToId));
    if (!feedback) return refuse(context);
    await turn(needs, context, feedback);
    await respond(context, 200);
  });
  route(isNamed('composeExtension/query'), async (context) => {
    const typed = typedQuery(context.activity);
    if (typed === undefined) return refuse(context);
    await respond(context, 200, await composeSearch(needs, context, typed));
  });
  // Any other invoke would get the SDK's 501; it is nothing that a card of ours can send.
  route(isInvoke, refuse);
  application.addRoute(
    () => Promise.resolve(true),
    async (context) => {
      const incoming = incomingOf(context.activity);
      if (incoming && answersPresserAlone(incoming)) await presserTurn(needs, context, incoming);
      else if (incoming && replacesCard(incoming)) await replaceCardTurn(needs, context, incoming);
      else await turn(needs, context, incoming);
    },
  );

  /** Refusals are logged: to the operator a wrong tenant or host looks like silence. */
  const refused = (status: number, reason: string, error?: unknown): ActivityResponse => {
    needs.log.warn(
      { status, reason, ...(error !== undefined && { error: safeError(error) }) },
      'a request was refused',
    );
    return { status, body: { error: reason } };
  };

  return async function receive(json: unknown, authorization: string): Promise<ActivityResponse> {
    const parsed = IncomingActivity.safeParse(json);
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'body');
      return refused(400, `Not an activity: ${fields.join(', ')}.`);
    }
    const refusal = verifyRequest(config, parsed.data, authorization, needs.now());
    if (refusal) return refused(refusal.status, refusal.reason);

    const activity = parsed.data as unknown as Activity;
    let caller;
    try {
      caller = await adapter.authenticate(activity, authorization);
    } catch (error) {
      return refused(401, 'The token is not from the channel.', error);
    }
    return (await adapter.run(caller, activity, (context) => application.run(context).then(() => undefined))) ?? ok;
  };
}

async function respond(context: TurnContext, status: number, body?: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } });
}

const isNamed = (name: string) => (activity: Activity) => isInvoke(activity) && activity.name === name;

const isInvoke = ({ type }: Activity): boolean => type === (ActivityTypes.Invoke as string);

const isExecute = ({ activity }: TurnContext): Promise<boolean> => {
  const { action } = isObject(activity.value) ? activity.value : {};
  return Promise.resolve(
    activity.name === 'adaptiveCard/action' && isObject(action) && action.type === 'Action.Execute',
  );
};
