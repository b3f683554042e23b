/** Words of a document that a dialogue quotes. */
export interface Quoted {
  /** The document's id. */
  readonly document: string;
  /** Word for word. */
  readonly quote: string;
}

/** What a group talks about: a file of cards/dialogues/. */
export interface DialogueContent {
  /** The file's name. */
  readonly id: string;
  readonly title: string;
  readonly minutes: string;
  /** Days after which a dialogue is erased, even if nobody has ended it. */
  readonly retentionDays: number;
  /** What a person writes in the group to begin it. */
  readonly starts: readonly string[];
  readonly question: Quoted;
  readonly closing: Quoted;
  /** Lessons to choose one from: id -> the document's words. */
  readonly lessons: Readonly<Record<string, Quoted>>;
}

/** The two rounds in which everybody writes. */
export const rounds = ['question', 'closing'] as const;
export type Round = (typeof rounds)[number];

/**
 * The phases of a dialogue, in order. A dialogue that is over is erased, so `ended` lasts only until the summary has been sent.
 */
export const phases = ['writing', 'opened', 'closing', 'learning', 'ended'] as const;
export type Phase = (typeof phases)[number];

/** What one person has written in one round. */
export interface GroupAnswer {
  readonly round: Round;
  readonly text: string;
  /** Written after the round was opened. It is shown in a supplement. */
  readonly late: boolean;
  /** Whether it is the asker's own. */
  readonly own: boolean;
}

/** What the group will try: one of the lessons, and how, in the group's words. */
export interface Lesson {
  readonly chosen: string;
  readonly how: string;
}

/** A dialogue as one person sees it. */
export interface Dialogue {
  readonly id: string;
  readonly content: string;
  readonly phase: Phase;
  readonly startedByAsker: boolean;
  readonly answers: readonly GroupAnswer[];
  readonly lesson?: Lesson;
}

/** The fewest answers with which a round can be opened. With a single one, everybody would know who wrote it. */
export const leastAnswers = 2;
/** The most people who may write in a round. The round's card says so. */
export const mostPeople = 30;
/** The most characters of an answer, and of how a lesson is tried. */
export const longestAnswer = 500;
export const longestHow = 300;

/** Whether a round takes answers in a phase: `onTime` before it is opened, `late` until the closing round begins. */
export function roundTakes(phase: Phase, round: Round): 'onTime' | 'late' | undefined {
  if (round === 'closing') return phase === 'closing' ? 'onTime' : undefined;
  return phase === 'writing' ? 'onTime' : phase === 'opened' ? 'late' : undefined;
}

/** A step that a member takes for the whole group, from one phase to the next. */
export const groupSteps = {
  open: { from: 'writing', to: 'opened', opens: 'question' },
  close: { from: 'opened', to: 'closing', opens: undefined },
  openClosing: { from: 'closing', to: 'learning', opens: 'closing' },
  end: { from: 'learning', to: 'ended', opens: undefined },
} as const satisfies Record<string, { from: Phase; to: Phase; opens: Round | undefined }>;
export type GroupStep = keyof typeof groupSteps;

/** Whether a phase comes after another one. */
export const isPast = (phase: Phase, other: Phase): boolean => phases.indexOf(phase) > phases.indexOf(other);

/** Whether the asker may take steps for the group: a member who has written something, or has begun the dialogue. */
export const mayStep = ({ startedByAsker, answers }: Dialogue): boolean =>
  startedByAsker || answers.some(({ own }) => own);

/** How many people have written in a round. */
export const countIn = ({ answers }: Dialogue, round: Round): number =>
  answers.filter((answer) => answer.round === round).length;

/** What the asker has written in a round. */
export const ownIn = ({ answers }: Dialogue, round: Round): GroupAnswer | undefined =>
  answers.find((answer) => answer.own && answer.round === round);

/**
 * The texts of a round, either those on time or the late ones. They are in alphabetical order, so that the order does not tell
 * who wrote first.
 */
export const textsOf = ({ answers }: Dialogue, round: Round, late = false): string[] =>
  answers
    .filter((answer) => answer.round === round && answer.late === late)
    .map(({ text }) => text)
    .sort((one, other) => one.localeCompare(other, 'sv'));

/** A text as it is stored: without invisible characters, and with at most two line breaks in a row. */
export const writtenAnswer = (typed: string): string =>
  typed
    // Word joiners, and characters that change the direction of writing.
    .replace(/[\u2060\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Cs}/gu, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
