import { type DialogueContent, type GroupStep, type Lesson, type Round } from './dialogue';

/** Fields of a dialogue's cards. */
export const answerField = 'svar';
export const lessonField = 'lardom';
export const howField = 'prova';

/** What a person is told on the own card, beside what stands there. */
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

/** A card of one sentence, for one person: it has no buttons, for in a group there is nowhere else to go. */
export interface ToldDialogue {
  readonly at: 'told';
  readonly text: string;
}

/** What a card of a dialogue shows. `own` is what only the person who pressed sees; a card without it is everybody's. */
export type ShownDialogue =
  | ToldDialogue
  | (Of & {
      readonly at: 'round';
      readonly round: Round;
      readonly own?: {
        /** In the field. */
        readonly text: string;
        /** An answer is kept that can be taken back. */
        readonly isKept: boolean;
        readonly mayErase: boolean;
        /** What was written is a case for people. */
        readonly isConcern: boolean;
      };
    })
  /** Asked before a step is taken for all. `draft` stands unsent in the field of the card where the button was. */
  | (Of & {
      readonly at: 'asking';
      readonly step: GroupStep | 'erase';
      /** The round whose card the button stood on. */
      readonly round: Round;
      readonly count: number;
      readonly draft?: string;
      readonly lesson?: Lesson;
    })
  | (Of & {
      readonly at: 'answers';
      readonly round: Round;
      /** A supplement of those who wrote late. */
      readonly late: boolean;
      readonly texts: readonly string[];
      readonly page: number;
      readonly pages: number;
      /** Whether the closing round may be begun from here. */
      readonly goesOn: boolean;
      readonly own: boolean;
    })
  | (Of & { readonly at: 'learning'; readonly own?: Lesson })
  /** Too late, or too many: what was typed is given back. */
  | (Of & { readonly at: 'refused'; readonly why: 'closed' | 'full'; readonly typed: string })
  /** What the group takes with it, to be copied: lines, in as many messages as it takes. */
  | (Of & { readonly at: 'summary'; readonly lines: readonly SummaryLine[]; readonly isLast: boolean });

/** A line of the summary: whose words they are decides how they are set. */
export type SummaryLine =
  | { readonly kind: 'title' }
  | { readonly kind: 'asked'; readonly round: Round }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'lesson'; readonly lesson: Lesson };
