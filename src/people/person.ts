/** A manager who talks to the bot. The person's id is the directory object id; without one (rare), the channel's own user id. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
}

/**
 * Where a person is reached: the channel's conversation reference as JSON, written and read only by src/teams/.
 * Everything else stores it and hands it back unopened.
 */
export type ConversationAddress = string;
