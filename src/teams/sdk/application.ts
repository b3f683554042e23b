// The package's main file also loads openai and its tokenizers: 20 MB that routing does not need.
import { Application } from '@microsoft/teams-ai/lib/Application';
import { type TurnContext } from 'botbuilder';
import { type Activity } from '../activity';
import { type HttpAnswer, type ChannelTurn, type Route } from '../channel';

/**
 * Routes an activity with teams-ai. Its own selectors and card actions are not used, because they read the value of every invoke
 * without checking it, and answer 200 to all of them.
 */
export function application(
  routes: readonly Route[],
  turnOf: (context: TurnContext) => ChannelTurn,
  respond: (context: TurnContext, answer: HttpAnswer) => Promise<void>,
): (context: TurnContext) => Promise<void> {
  const routing = new Application({ startTypingTimer: false, removeRecipientMention: false });
  for (const { isForInvokes, holds, handle } of routes)
    routing.addRoute(
      (context) => Promise.resolve(holds(context.activity as unknown as Activity)),
      async (context) => {
        const answer = await handle(turnOf(context));
        if (answer) await respond(context, answer);
      },
      isForInvokes,
    );
  return async (context) => void (await routing.run(context));
}
