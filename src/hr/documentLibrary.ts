import { type Reply } from '../bot/reply';
import { type FiledDocument } from '../documents/publishedDocument';
import { type ReadOutcome } from '../documents/readOutcome';
import { type Answer } from '../knowledge/answer';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type Passage } from '../knowledge/documents/passages';
import { type ReadWarning } from '../documents/readWarning';
import { type DocumentStore } from './documentPorts';
import { type ReadingWarning } from './documentViews';

/** Words of a document that a topic or a guide quotes. */
export interface QuotedWords {
  /** "ämnet ”Ge råd utan att ge svar”" */
  readonly by: string;
  readonly document: string;
  readonly quote: string;
}

/** What HR's service needs for managing documents. */
export interface DocumentLibrary {
  readonly store: DocumentStore;
  /** Reads a file in a thread with limits; one file at a time. */
  read(name: string, bytes: Buffer, earlier?: KnowledgeDocument): Promise<ReadOutcome>;
  /** Everything that topics and guides quote. */
  quoted(): readonly QuotedWords[];
  /** What the bot would answer a person who may read everything; with a document instead of the published one. */
  ask(question: string, draft?: FiledDocument): Promise<Answer>;
  /** The card of a reply. */
  cardOf(reply: Reply): object | undefined;
  /** Looks now what is published, and does not wait for it. */
  look(): void;
  /** Questions that people may ask of a passage, made from its words; best first. */
  suggest(passage: Passage): readonly string[];
  /** Questions that a language model of the region's own proposes; undefined where there is none. @throws {ModelFault} */
  readonly propose?: (passage: Passage) => Promise<readonly string[]>;
  /** What was uncertain while a file was read, and what to look at, in words for HR. */
  warningsIn(warnings: readonly ReadWarning[]): readonly ReadingWarning[];
  /** Years after which HR is asked to review a document. */
  readonly oldYears: number;
}
