import { feedbackReasons, type FeedbackReason } from '../bot/feedback';

/** Counts as the store has them. */
export interface UsageCounts {
  /** People who have a chat with the bot. */
  readonly people: number;
  /** Month (`2026-11`) -> outcome -> questions. */
  readonly questions: readonly { readonly month: string; readonly outcome: string; readonly count: number }[];
  readonly reactions: readonly { readonly reaction: string; readonly count: number }[];
  /** Reason -> how many people gave it for an answer that did not help. */
  readonly reasons: readonly { readonly reason: FeedbackReason; readonly count: number; readonly people: number }[];
  /** Flow -> how many people. */
  readonly sessions: readonly {
    readonly flow: string;
    readonly begun: number;
    readonly finished: number;
    readonly people: number;
  }[];
}

/** Fewer people than this are not told, because in a small region they could be recognised. */
const minPeople = 6;

/** How much the bot is used, without any person. */
export interface Figures {
  /** Undefined: fewer than six. */
  readonly people?: number;
  readonly questions: readonly {
    readonly month: string;
    readonly found: number;
    readonly unsure: number;
    readonly none: number;
  }[];
  readonly liked: number;
  readonly disliked: number;
  /** Reasons that at least six people have given. */
  readonly reasons: readonly { readonly reason: FeedbackReason; readonly count: number }[];
  /** The flows that at least six people have begun. */
  readonly flows: readonly { readonly title: string; readonly begun: number; readonly finished: number }[];
}

/**
 * Usage in numbers. The store keeps no sender of a question. Flows that few people have begun and reasons that few have given are
 * left out.
 */
export function figuresOf(counted: UsageCounts, titleOf: (flow: string) => string | undefined): Figures {
  const months = [...new Set(counted.questions.map(({ month }) => month))].sort().reverse();
  const of = (month: string, outcome: string) =>
    counted.questions.find((each) => each.month === month && each.outcome === outcome)?.count ?? 0;
  const reacted = (reaction: string) => counted.reactions.find((each) => each.reaction === reaction)?.count ?? 0;
  return {
    ...(counted.people >= minPeople && { people: counted.people }),
    questions: months.map((month) => ({
      month,
      found: of(month, 'found'),
      unsure: of(month, 'unsure'),
      none: of(month, 'none'),
    })),
    liked: reacted('like'),
    disliked: reacted('dislike'),
    reasons: feedbackReasons.flatMap((reason) =>
      counted.reasons
        .filter((given) => given.reason === reason && given.people >= minPeople)
        .map(({ count }) => ({ reason, count })),
    ),
    flows: counted.sessions.flatMap(({ flow, begun, finished, people }) => {
      const title = titleOf(flow);
      return title && people >= minPeople ? [{ title, begun, finished }] : [];
    }),
  };
}
