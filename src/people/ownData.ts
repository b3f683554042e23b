/**
 * What is kept about a person, as far as the document for the person tells it. The JSON export holds everything that the store
 * gives.
 */
export interface OwnData {
  readonly name?: string;
  readonly email?: string;
  readonly firstSeenAt: string;
  readonly optedOutAt?: string;
  readonly sessions: readonly {
    readonly title: string;
    readonly startedAt: string;
    readonly open?: true;
    readonly given: readonly { readonly asked: string; readonly words: readonly string[]; readonly givenAt: string }[];
  }[];
  readonly feedback: readonly { readonly reaction: string; readonly words?: string; readonly givenAt: string }[];
  /** Answers to runs that are still open. */
  readonly answers: readonly { readonly title: string; readonly occurrence: string }[];
  readonly questions: readonly {
    readonly said: readonly { readonly by: string; readonly text: string; readonly at: string }[];
  }[];
  readonly commitments: readonly { readonly title: string; readonly what: string; readonly due: string }[];
  /** In dialogues of groups that are not over. */
  readonly dialogues: readonly { readonly text: string }[];
  /** What the person shares, and what is shared with the person, with what the person wrote back. */
  readonly shares: readonly {
    readonly receiverName: string;
    readonly ownerName: string;
    readonly sharedAt: string;
    /** What others share with the person. */
    readonly title?: string;
    readonly understanding?: { readonly words?: string; readonly writtenAt: string };
  }[];
  readonly campaigns: readonly { readonly title: string; readonly occurrence: string }[];
  readonly messages: readonly object[];
  readonly unanswered: readonly { readonly month: string; readonly word: string }[];
  readonly groups: readonly { readonly title: string; readonly unit: string }[];
  readonly absences: readonly { readonly from: string; readonly until: string }[];
  readonly acts: readonly object[];
  readonly ownCampaigns: readonly object[];
  readonly takenQuestions: readonly object[];
}

/** What a person's own data needs stored. */
export interface OwnDataStore {
  /** Everything that is kept about a person; undefined where there is nothing. */
  of(person: string): Promise<OwnData | undefined>;
  /** Erases everything that is kept about a person, and destroys the key. */
  erase(person: string): Promise<void>;
}

/** The kinds of data that the person is shown. */
export const kindsOfData = [
  'sessions',
  'answers',
  'feedback',
  'questions',
  'commitments',
  'dialogues',
  'shares',
  'understandings',
  'messages',
  'unanswered',
  'listings',
  'acts',
] as const;
export type KindOfData = (typeof kindsOfData)[number];

/** What the person has written back about texts that others shared. */
export const writtenBackIn = ({ shares }: Pick<OwnData, 'shares'>) =>
  shares.flatMap(({ title, ownerName, understanding }) =>
    title !== undefined && understanding?.words !== undefined
      ? [{ title, ownerName, words: understanding.words, writtenAt: understanding.writtenAt }]
      : [],
  );

/** How many pieces of data there are of each kind. A session in which nothing was written is not counted. */
export function countsOf(data: OwnData): Readonly<Record<KindOfData, number>> {
  return {
    sessions: data.sessions.filter(({ given }) => given.length).length,
    answers: data.answers.length,
    feedback: data.feedback.length,
    questions: data.questions.length,
    commitments: data.commitments.length,
    dialogues: data.dialogues.length,
    shares: data.shares.length,
    understandings: writtenBackIn(data).length,
    messages: data.campaigns.length + data.messages.length,
    unanswered: data.unanswered.length,
    listings: data.groups.length + data.absences.length,
    acts: data.acts.length + data.ownCampaigns.length + data.takenQuestions.length,
  };
}
