import { type DeliveryState } from '../deliveries/delivery';

/**
 * The state of a question to HR. It begins as `new`. `taken` means that one person in HR will answer. `answered` means that it is
 * the manager's turn.
 */
export type QuestionState = 'new' | 'taken' | 'answered' | 'closed';

/** What one side wrote. The first is the question itself. */
export interface Said {
  readonly by: 'manager' | 'hr';
  readonly text: string;
  readonly at: string;
  /** Set where HR's answer is on its way to the manager. */
  readonly delivery?: DeliveryState;
}

/** A question that a manager has sent to HR. */
export interface AskedQuestion {
  readonly id: string;
  /** The name that the manager has agreed to show. */
  readonly name: string;
  readonly state: QuestionState;
  readonly askedAt: string;
  readonly changedAt: string;
  /** Who in HR has taken it. */
  readonly holder?: { readonly id: string; readonly name: string };
  readonly said: readonly Said[];
}

/** The most characters of a question or a reply, of HR's promise, and of an answer. */
export const longestToHr = 1000;
export const longestPromise = 200;
export const longestFromHr = 2000;

/** How many texts there are before the manager replies: the question and one answer. The manager replies once. */
export const saidBeforeReply = 2;

/** Whether the manager may reply: HR has answered, and the manager has not replied yet. */
export const mayReply = ({ state, said }: AskedQuestion): boolean =>
  state === 'answered' && said.length === saidBeforeReply;

/**
 * What a person wrote in a field. Line breaks stay. Removed are characters that no keyboard writes, and U+2060, which a card puts
 * in so that "${" is no template.
 */
export const writtenWords = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|\u2060/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
