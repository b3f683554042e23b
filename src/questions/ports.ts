import { type ConversationAddress } from '../people/person';
import { type AskedQuestion } from './question';
import { type UnsentQuestion } from './shown';

/** One in HR. */
export interface Answerer {
  readonly id: string;
  readonly name: string;
}

/** What a manager's side needs of the store: nobody reaches another person's question, whatever its id. */
export interface QuestionStore {
  /** The person's name in the roster, the one that HR would see. */
  nameOf(person: string): Promise<string | undefined>;
  /** When HR usually answers, in HR's words; undefined where HR has not said. */
  promise(): Promise<string | undefined>;
  /** Keeps a question, once for its id. */
  send(person: string, question: UnsentQuestion & { readonly name: string }): Promise<void>;
  find(person: string, question: string): Promise<AskedQuestion | undefined>;
  /** False where it is not the person's turn, or the person has replied before. */
  reply(person: string, question: string, text: string): Promise<boolean>;
  close(person: string, question: string): Promise<void>;
}

/** What HR's side needs of the store. */
export interface QuestionDesk {
  /** What has waited longest first. */
  list(): Promise<readonly AskedQuestion[]>;
  find(question: string): Promise<AskedQuestion | undefined>;
  /** False where it is not to be had: a colleague has it, and it is not taken `over`, or it is closed. */
  take(question: string, by: Answerer, over: boolean): Promise<boolean>;
  /** Keeps an answer and plans that it reaches the manager; false where it is not this person's turn. */
  answer(question: string, by: Answerer, text: string): Promise<boolean>;
  /** False where it was closed. A manager who waits for an answer is told. */
  close(question: string): Promise<boolean>;
  promise(): Promise<string | undefined>;
  setPromise(text: string): Promise<void>;
}

/** What bringing an answer into the chat needs of the store. */
export interface AnswerStore {
  reach(person: string): Promise<ConversationAddress | undefined>;
  find(person: string, question: string): Promise<AskedQuestion | undefined>;
}
