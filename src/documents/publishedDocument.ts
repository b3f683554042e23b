import { type AskedQuestions } from '../knowledge/documents/asked';
import { type KnowledgeDocument } from '../knowledge/documents/document';

/** A document as a folder of documents holds it: its file, its source's words and what people ask about it. */
export interface FiledDocument {
  readonly id: string;
  /** The whole Markdown file, front matter included. */
  readonly text: string;
  readonly plain: string;
  readonly asked: readonly AskedQuestions[];
  /** What the front matter says. */
  readonly facts: KnowledgeDocument;
  /** A text that differs where the document has another text or other questions. */
  readonly hash: string;
}

/** A document of a release, before it is in the store. */
export interface SeedDocument extends FiledDocument {
  readonly passages: number;
}

/** The documents from which all instances answer. store/library.ts provides it. */
export interface SharedLibrary {
  /** Grows with every change of the documents that answer. */
  version(): Promise<number>;
  /** The published documents, by id, all of one moment. */
  published(): Promise<readonly FiledDocument[]>;
  /** Adds documents that are new, and the next version of those that nobody in HR has changed. */
  seed(documents: readonly SeedDocument[]): Promise<void>;
}
