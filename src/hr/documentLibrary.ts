import { type Reply } from '../bot/reply';
import { type FiledDocument } from '../documents/publishedDocument';
import { type ReadOutcome } from '../documents/readInWorker';
import { type Answer } from '../knowledge/answer';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type DocumentStore } from './documentPorts';

/** Words that a topic or a guide quotes of a document. */
export interface QuotedWords {
  /** "ämnet ”Ge råd utan att ge svar”" */
  readonly by: string;
  readonly document: string;
  readonly quote: string;
}

/** What HR's service needs to keep the documents. */
export interface DocumentLibrary {
  readonly store: DocumentStore;
  /** Reads a file in a thread with limits; one file at a time. */
  read(name: string, bytes: Buffer, earlier?: KnowledgeDocument): Promise<ReadOutcome>;
  /** All that topics and guides quote. */
  quoted(): readonly QuotedWords[];
  /** What the bot would answer somebody who may read everything; with a document in place of the published one. */
  ask(question: string, draft?: FiledDocument): Promise<Answer>;
  /** The card of a reply. */
  cardOf(reply: Reply): object | undefined;
  /** Looks at once what is published. Does not wait for it. */
  look(): void;
  /** Years after which HR is asked to look a document over. */
  readonly oldYears: number;
}
