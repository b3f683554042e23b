/** What is kept of a person, as a document for the person can tell it. The store gives more; the JSON export holds all of it. */
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
  /** To runs of campaigns that still take answers. */
  readonly answers: readonly { readonly title: string; readonly occurrence: string }[];
  readonly questions: readonly {
    readonly said: readonly { readonly by: string; readonly text: string; readonly at: string }[];
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

/** What a person's own data needs of the store. */
export interface OwnDataStore {
  /** All that is kept of a person; undefined where nothing is. */
  of(person: string): Promise<OwnData | undefined>;
  /** Erases all that is kept of a person, and destroys the key. */
  erase(person: string): Promise<void>;
}

/** The kinds of data that a person is told of. */
export const kindsOfData = [
  'sessions',
  'answers',
  'feedback',
  'questions',
  'messages',
  'unanswered',
  'listings',
  'acts',
] as const;
export type KindOfData = (typeof kindsOfData)[number];

/** How much there is of each kind. Sessions in which nothing was given are none. */
export function countsOf(data: OwnData): Readonly<Record<KindOfData, number>> {
  return {
    sessions: data.sessions.filter(({ given }) => given.length).length,
    answers: data.answers.length,
    feedback: data.feedback.length,
    questions: data.questions.length,
    messages: data.campaigns.length + data.messages.length,
    unanswered: data.unanswered.length,
    listings: data.groups.length + data.absences.length,
    acts: data.acts.length + data.ownCampaigns.length + data.takenQuestions.length,
  };
}
