import { type Activity, type OutgoingActivity } from './activity';

/**
 * What this folder needs from an SDK, as plain data and functions. `sdk/` fits botbuilder and teams-ai to it; a test fits their
 * successor. A call that the channel refuses rejects with an error that has `statusCode`, and `response.headers` with the header
 * Retry-After. A call that runs out of time rejects with an error of the name AbortError. sendActivity.ts and sendRefusal.ts read
 * them.
 */
export interface Channel {
  /** Gives each activity to the first route that matches it. */
  routed(routes: readonly Route[]): Authenticate;
  /** The channel at one of its hosts, for calls outside a turn. */
  clientOf(serviceUrl: string): Promise<ChannelClient>;
}

/**
 * Resolves with a function that runs the turn, and resolves with the answer to an invoke.
 * @throws where the caller is not the channel
 */
export type Authenticate = (
  activity: Activity,
  authorization: string,
) => Promise<() => Promise<HttpAnswer | undefined>>;

/** A kind of activity, and what happens with it. */
export interface Route {
  readonly isForInvokes: boolean;
  readonly holds: (activity: Activity) => boolean;
  /** Returns what an invoke is answered with. */
  readonly handle: (turn: ChannelTurn) => Promise<HttpAnswer | undefined>;
}

/** The HTTP response. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** One activity that is being handled. */
export interface ChannelTurn {
  readonly activity: Activity;
  /** Sends a message as an answer, once. Resolves with the message's id. */
  send(activity: OutgoingActivity): Promise<string | undefined>;
  /** Replaces a message that the bot has sent in this conversation. */
  update(message: string, activity: OutgoingActivity): Promise<unknown>;
  /** The person who wrote, from the roster of the conversation. */
  member(): Promise<Account>;
}

/** Calls outside a turn, each made once. */
export interface ChannelClient {
  /** Resolves with the message's id. */
  send(conversation: string, activity: OutgoingActivity): Promise<string | undefined>;
  update(conversation: string, message: string, activity: OutgoingActivity): Promise<string | undefined>;
  member(conversation: string, user: string): Promise<Account>;
  /** One page of a team's members, and the token of the next page where there is one. */
  members(
    conversation: string,
    page: { readonly pageSize: number; readonly continuationToken?: string },
  ): Promise<{ readonly members: readonly Account[]; readonly continuationToken?: string }>;
}

/** A person in a roster, with the fields that Teams adds. */
export interface Account {
  readonly aadObjectId?: string;
  readonly name?: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
}
