/** A manager who talks to the bot. The person's id is the directory object id; without one (rare), the channel's own user id. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
}

/**
 * A person's address: the channel's conversation reference as JSON. Only src/teams/ writes and reads it; all other code stores it
 * and returns it unopened.
 */
export type ConversationAddress = string;
