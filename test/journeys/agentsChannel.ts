import { Activity as SdkActivity } from '@microsoft/agents-activity';
import { CloudAdapter, type ConnectorClient, type TurnContext, type WebResponse } from '@microsoft/agents-hosting';
import { type Activity, type OutgoingActivity } from '../../src/teams/activity';
import { type Account, type HttpAnswer, type Channel, type ChannelTurn, type Route } from '../../src/teams/channel';

/** Teams through the successor of botbuilder and teams-ai: what src/teams/sdk/ would hold after a move, without its sign-in. */
export function agentsChannel(): Channel {
  const adapter = new CloudAdapter();
  // Its own handler writes English to the person.
  adapter.onTurnError = (_, error) => Promise.reject(error);

  /** The client has the token of a turn, so a call outside one gets a turn of its own. */
  async function outside<T>(serviceUrl: string, conversation: string, act: (client: ConnectorClient) => Promise<T>) {
    const reference = { channelId: 'msteams', serviceUrl, conversation: { id: conversation } };
    let result: { readonly value: T } | undefined;
    await adapter.continueConversation({}, reference, async (context) => {
      const client = context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
      result = { value: await asFault(() => act(client)) };
    });
    return result!.value;
  }

  return {
    routed: (routes) => (activity) => Promise.resolve(() => received(adapter, routes, activity)),
    clientOf: (serviceUrl) =>
      Promise.resolve({
        send: async (chat, activity) =>
          (await outside(serviceUrl, chat, (client) => client.sendToConversation(chat, toSdk(activity)))).id,
        update: async (chat, id, activity) =>
          (await outside(serviceUrl, chat, (client) => client.updateActivity(chat, id, toSdk(activity, id)))).id,
        member: (chat, user) => outside(serviceUrl, chat, (client) => client.getConversationMember(user, chat)),
        members: (chat, { pageSize, continuationToken }) =>
          outside(serviceUrl, chat, async ({ httpClient }) => {
            const params = { pageSize: String(pageSize), ...(continuationToken && { continuationToken }) };
            const page = await httpClient.get(`v3/conversations/${chat}/pagedmembers`, { params });
            return page.data as { readonly members: readonly Account[]; readonly continuationToken?: string };
          }),
      }),
  };
}

/** One turn. `process` wants what a web framework has of a request and a response. */
async function received(adapter: CloudAdapter, routes: readonly Route[], activity: Activity): Promise<HttpAnswer> {
  const answer = { status: 200, body: undefined as unknown };
  const response: WebResponse = {
    headersSent: false,
    writableEnded: false,
    status: (code) => (answer.status = code) && response,
    setHeader: () => response,
    send: (body) => ((answer.body = body), response),
    end: () => response,
  } as WebResponse;
  await adapter.process({ body: activity, headers: {}, method: 'POST' }, response, async (context) => {
    const value = await routes.find(({ holds }) => holds(activity))?.handle(turnOf(context, activity));
    if (value) await context.sendActivity(SdkActivity.fromObject({ type: 'invokeResponse', value }));
  });
  return answer;
}

const turnOf = (context: TurnContext, activity: Activity): ChannelTurn => ({
  activity,
  send: async (message) => (await asFault(() => context.sendActivity(toSdk(message))))?.id,
  update: (id, message) => asFault(() => context.updateActivity(toSdk(message, id))),
  member: () =>
    asFault(() => {
      const client = context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
      return client.getConversationMember(activity.from.id, activity.conversation.id);
    }),
});

const toSdk = (activity: OutgoingActivity, id?: string) => SdkActivity.fromObject({ ...activity, ...(id && { id }) });

/** Its errors have the status under another name than channel.ts says. */
async function asFault<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw Object.assign(error as Error, { statusCode: (error as { status?: number }).status });
  }
}
