/** How it went, in the person's words. */
export const answers = ['done', 'partly', 'notYet', 'dropped'] as const;
export type CommitmentAnswer = (typeof answers)[number];

export type CommitmentState = 'open' | CommitmentAnswer;

/**
 * Where a commitment comes from. A guide made it and asks how it went (`answer`), a guide waits for its next card (`step`), or the
 * person asked to be reminded (`own`).
 */
export type CommitmentKind = 'answer' | 'step' | 'own';

/** What a manager means to do, and when. */
export interface Commitment {
  readonly id: string;
  readonly kind: CommitmentKind;
  /** The guide's session that it is about. */
  readonly session?: string;
  /** The guide's title; empty where it is about no guide. */
  readonly title: string;
  /** The person's own words; empty where there are none. */
  readonly what: string;
  /** Local day. */
  readonly due: string;
  readonly state: CommitmentState;
  /** Grows with every change, so that an old card is recognised. */
  readonly revision: number;
}

/** A commitment that the person asks for, before it is stored. */
export type OwnCommitment = Pick<Commitment, 'session' | 'title' | 'what' | 'due'>;

/** The most characters of a person's words that a commitment keeps. */
export const longestWhat = 500;

/** The first characters of a person's words, as many as are stored, without half an emoji at the end. */
export const shortWhat = (words: string): string => words.slice(0, longestWhat).replace(/[\ud800-\udbff]$/, '');

/** Whether the bot may still ask about it. A commitment that is not done may be moved. */
export const isOpenState = (state: CommitmentState): boolean => state === 'open' || state === 'notYet';

/** The commitment after the person's answer. */
export const answered = (commitment: Commitment, state: CommitmentAnswer): Commitment => ({
  ...commitment,
  state,
  revision: commitment.revision + 1,
});

/** The commitment with another day. The bot asks about it again on that day, also where the person had answered. */
export const moved = (commitment: Commitment, due: string): Commitment => ({
  ...commitment,
  due,
  state: 'open',
  revision: commitment.revision + 1,
});
