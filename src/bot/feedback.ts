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
  /** Words written in the client's own form. Our form has no text field. */
  readonly words?: string;
  /** Whether it was given on our form. A client that does not fetch our form shows its own, and thanks by itself. */
  readonly onOurForm: boolean;
}
