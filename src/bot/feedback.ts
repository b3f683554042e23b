/** What a person thought of an answer: the thumb in Teams. */
export type Reaction = 'like' | 'dislike';

/** Why an answer did not help: what the form has to choose from, in its order. */
export const feedbackReasons = ['wrongDocument', 'outdated', 'unclear', 'unhelpful'] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

/** The field of the form that holds the reason. */
export const reasonField = 'reason';

export interface Feedback {
  /** The bot's message that it is about. */
  readonly message: string;
  readonly reaction: Reaction;
  readonly reason?: FeedbackReason;
  /** Written in the client's own form: ours has no free text. */
  readonly words?: string;
  /** Whether it was given on our form; a client that does not fetch ours shows its own, and says thanks by itself. */
  readonly onOurForm: boolean;
}
