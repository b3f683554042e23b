import { type DialogueContent, type GroupStep, type Lesson, type Round } from './dialogue';

/** Fields of a dialogue's cards. */
export const answerField = 'svar';
export const lessonField = 'lardom';
export const howField = 'prova';

/** What a person is told on the own card. */
export type DialogueNotice =
  | { readonly told: 'kept' | 'tooFew'; readonly count: number }
  | {
      readonly told:
        | 'late'
        | 'takenBack'
        | 'empty'
        | 'tooLong'
        | 'notYet'
        | 'opened'
        | 'asked'
        | 'ended'
        | 'running'
        | 'chooseLesson';
    };

interface Of {
  readonly id: string;
  readonly content: DialogueContent;
  readonly notice?: DialogueNotice;
}

/** A card of one sentence for one person. It has no buttons, because a group offers nothing else. */
export interface ToldDialogue {
  readonly at: 'told';
  readonly text: string;
}

/** What a card of a dialogue shows. Only the person who pressed sees `own`; a card without it is for everybody. */
export type ShownDialogue =
  | ToldDialogue
  | (Of & {
      readonly at: 'round';
      readonly round: Round;
      readonly own?: {
        /** In the field. */
        readonly text: string;
        /** Whether an answer is stored that the person can take back. */
        readonly isKept: boolean;
        readonly mayErase: boolean;
        /** Whether what the person wrote is a concern. */
        readonly isConcern: boolean;
      };
    })
  /** Asks before a step is taken for the whole group. `draft` is the unsent text in the field of the card with the button. */
  | (Of & {
      readonly at: 'asking';
      readonly step: GroupStep | 'erase';
      /** The round whose card had the button. */
      readonly round: Round;
      readonly count: number;
      readonly draft?: string;
      readonly lesson?: Lesson;
    })
  | (Of & {
      readonly at: 'answers';
      readonly round: Round;
      /** A supplement with the answers of those who wrote late. */
      readonly late: boolean;
      readonly texts: readonly string[];
      readonly page: number;
      readonly pages: number;
      /** Whether the closing round can be begun from this card. */
      readonly goesOn: boolean;
      readonly own: boolean;
    })
  | (Of & { readonly at: 'learning'; readonly own?: Lesson })
  /** Too late, or too many people: the person gets the typed text back. */
  | (Of & { readonly at: 'refused'; readonly why: 'closed' | 'full'; readonly typed: string })
  /** What the group takes away, for copying: lines, in as many messages as needed. */
  | (Of & { readonly at: 'summary'; readonly lines: readonly SummaryLine[]; readonly isLast: boolean });

/** A line of the summary. Its kind says whose words it holds, and so how it is written. */
export type SummaryLine =
  | { readonly kind: 'title' }
  | { readonly kind: 'asked'; readonly round: Round }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'lesson'; readonly lesson: Lesson };
