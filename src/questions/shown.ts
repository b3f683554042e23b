import { type AskedQuestion } from './question';

/** The input fields of the cards. */
export const questionField = 'fraga';
export const replyField = 'svar';

/** A question that has not been sent. It is in the buttons of its card only. */
export interface UnsentQuestion {
  /** The question's id once it is sent. Pressing the button several times sends one question. */
  readonly id: string;
  readonly text: string;
}

/** What a manager is shown about a question to HR. */
export type ShownQuestion =
  /** Exactly what HR would see. */
  | ({ readonly at: 'preview'; readonly name: string; readonly promise: string } & UnsentQuestion)
  | ({ readonly at: 'rewriting'; readonly isEmpty: boolean } & UnsentQuestion)
  | ({ readonly at: 'left' } & UnsentQuestion)
  /** It has been sent. What is shown depends on its state. */
  | {
      readonly at: 'sent';
      readonly question: AskedQuestion;
      readonly promise?: string;
      /** A sentence ahead of it. */
      readonly notice?: string;
    };
