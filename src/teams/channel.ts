import { type Activity, type OutgoingActivity } from './activity';

/**
 * What this folder needs of an SDK, as plain data and functions. `sdk/` fits botbuilder and teams-ai to it; a test fits their
 * successor. A call that the channel refuses rejects with an error that has `statusCode`, and `response.headers` with the header
 * Retry-After; one that runs out of time with an error of the name AbortError (sendActivity.ts and sendRefusal.ts read them).
 */
export interface Channel {
  /** Hands each activity to the first route that holds for it. */
  routed(routes: readonly Route[]): Authenticate;
  /** The channel at one of its hosts, for what is said outside a turn. */
  clientOf(serviceUrl: string): Promise<ChannelClient>;
}

/** Rejects when the caller is not the channel; else gives what runs the turn, and resolves with the answer to an invoke. */
export type Authenticate = (activity: Activity, authorization: string) => Promise<() => Promise<Answer | undefined>>;

/** A kind of activity and what happens then. */
export interface Route {
  readonly isForInvokes: boolean;
  readonly holds: (activity: Activity) => boolean;
  /** Gives what an invoke is answered with. */
  readonly handle: (turn: ChannelTurn) => Promise<Answer | undefined>;
}

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** One activity that is being answered. */
export interface ChannelTurn {
  readonly activity: Activity;
  /** Sends a message in answer to it, once; gives the message's id. */
  send(activity: OutgoingActivity): Promise<string | undefined>;
  /** Puts a message in the place of one that the bot has sent in this conversation. */
  update(message: string, activity: OutgoingActivity): Promise<unknown>;
  /** Who wrote, as the roster of the conversation knows the person. */
  member(): Promise<Account>;
}

/** Calls outside a turn, each made once. */
export interface ChannelClient {
  /** Gives the message's id. */
  send(conversation: string, activity: OutgoingActivity): Promise<string | undefined>;
  update(conversation: string, message: string, activity: OutgoingActivity): Promise<string | undefined>;
  member(conversation: string, user: string): Promise<Account>;
  /** One page of a team's members, and the token of the next page where there is one. */
  members(
    conversation: string,
    page: { readonly pageSize: number; readonly continuationToken?: string },
  ): Promise<{ readonly members: readonly Account[]; readonly continuationToken?: string }>;
}

/** Somebody in a roster, with what Teams adds. */
export interface Account {
  readonly aadObjectId?: string;
  readonly name?: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
}
