import { ActivityTypes, TeamsInfo, type Activity as SdkActivity, type TurnContext } from 'botbuilder';
import { type Config } from '../../shared/config';
import { type Activity, type OutgoingActivity } from '../activity';
import { type HttpAnswer, type Channel, type ChannelClient, type ChannelTurn } from '../channel';
import { type Cloud, type Connector, createAdapter } from './adapter';
import { application } from './application';

/** The channel to Teams through botbuilder, with the routing of teams-ai. */
export function botbuilderChannel(config: Config, cloud?: Cloud): Channel {
  const adapter = createAdapter(config, cloud);
  return {
    routed: (routes) => {
      const run = application(routes, turnOf, respond);
      return async (activity, authorization) => {
        const caller = await adapter.authenticate(toSdk(activity), authorization);
        return () => adapter.run(caller, toSdk(activity), run);
      };
    },
    clientOf: async (serviceUrl) => clientOf(await adapter.clientOf(serviceUrl)),
  };
}

/**
 * The SDK's type has the fields of classes, and requires some that Teams leaves out. What it reads of ours has been checked
 * (activity.ts).
 */
const toSdk = (activity: Activity | OutgoingActivity) => activity as unknown as SdkActivity;

const turnOf = (context: TurnContext): ChannelTurn => ({
  activity: context.activity as unknown as Activity,
  send: async (activity) => (await context.sendActivity(toSdk(activity)))?.id,
  update: (id, activity) => context.updateActivity({ ...toSdk(activity), id }),
  member: () => TeamsInfo.getMember(context, context.activity.from.id),
});

const respond = async (context: TurnContext, value: HttpAnswer): Promise<void> =>
  void (await context.sendActivity({ type: ActivityTypes.InvokeResponse, value }));

/** The channel's client. The SDK's own way starts a turn, and its error handler hides 403 and 404. */
function clientOf({ conversations }: Connector): ChannelClient {
  return {
    send: async (chat, activity) => (await conversations.sendToConversation(chat, toSdk(activity))).id,
    update: async (chat, id, activity) => (await conversations.updateActivity(chat, id, { ...toSdk(activity), id })).id,
    member: (chat, user) => conversations.getConversationMember(chat, user),
    members: async (chat, page) => {
      // The SDK's type requires a token for the first page too.
      const asked = page as Required<typeof page>;
      const { members = [], continuationToken } = await conversations.getConversationPagedMembers(chat, asked);
      return { members, continuationToken };
    },
  };
}
