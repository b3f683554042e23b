import { type ConversationAddress } from '../people/person';
import { type AskedQuestion } from './question';
import { type UnsentQuestion } from './shown';

/** A person in HR. */
export interface Answerer {
  readonly id: string;
  readonly name: string;
}

/** What a manager's side needs stored. Nobody reaches another person's question, even with its id. */
export interface QuestionStore {
  /** The person's name in the roster, the one that HR would see. */
  nameOf(person: string): Promise<string | undefined>;
  /** When HR usually answers, in HR's words; undefined where HR has not said. */
  promise(): Promise<string | undefined>;
  /** Stores a question, once for its id. */
  send(person: string, question: UnsentQuestion & { readonly name: string }): Promise<void>;
  find(person: string, question: string): Promise<AskedQuestion | undefined>;
  /** False where it is not the manager's turn, or the manager has already replied. */
  reply(person: string, question: string, text: string): Promise<boolean>;
  close(person: string, question: string): Promise<void>;
}

/** What HR's side needs stored. */
export interface QuestionDesk {
  /** The questions, those first that have waited longest. */
  list(): Promise<readonly AskedQuestion[]>;
  find(question: string): Promise<AskedQuestion | undefined>;
  /** False where a colleague has the question and `over` is not set, or where it is closed. */
  take(question: string, by: Answerer, over: boolean): Promise<boolean>;
  /** Stores an answer and plans its delivery to the manager. False where it is not this person's turn. */
  answer(question: string, by: Answerer, text: string): Promise<boolean>;
  /** Closes a question; false where it was closed. A manager who waits for an answer is told. */
  close(question: string): Promise<boolean>;
  promise(): Promise<string | undefined>;
  setPromise(text: string): Promise<void>;
}

/** What the delivery of an answer needs stored. */
export interface AnswerStore {
  reach(person: string): Promise<ConversationAddress | undefined>;
  find(person: string, question: string): Promise<AskedQuestion | undefined>;
}
