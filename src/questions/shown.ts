import { type AskedQuestion } from './question';

/** The fields of the cards, by what is written in them. */
export const questionField = 'fraga';
export const replyField = 'svar';

/** A question that is not sent: it lies in the buttons of its card, and nowhere else. */
export interface UnsentQuestion {
  /** The question's id, if it is sent: however often that is pressed, it is one question. */
  readonly id: string;
  readonly text: string;
}

/** What a manager is shown of a question to HR. */
export type ShownQuestion =
  /** The very thing that HR would see. */
  | ({ readonly at: 'preview'; readonly name: string; readonly promise: string } & UnsentQuestion)
  | ({ readonly at: 'rewriting'; readonly isEmpty: boolean } & UnsentQuestion)
  | ({ readonly at: 'left' } & UnsentQuestion)
  /** It has been sent; what is shown follows from where it is. */
  | {
      readonly at: 'sent';
      readonly question: AskedQuestion;
      readonly promise?: string;
      /** A sentence ahead of it. */
      readonly notice?: string;
    };
