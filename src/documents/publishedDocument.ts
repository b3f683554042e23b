import { type AskedQuestions } from '../knowledge/documents/asked';
import { type KnowledgeDocument } from '../knowledge/documents/document';

/** A document as it lies in a folder of documents: its file, its source's words and what people ask of it. */
export interface FiledDocument {
  readonly id: string;
  /** The whole Markdown file, front matter included. */
  readonly text: string;
  readonly plain: string;
  readonly asked: readonly AskedQuestions[];
  /** What the front matter says. */
  readonly facts: KnowledgeDocument;
  /** Tells it from the same document with another text, or with other questions. */
  readonly hash: string;
}

/** A document of a release, before it is in the store. */
export interface SeedDocument extends FiledDocument {
  readonly passages: number;
}

/** What instances share: the documents that answers come from. store/library.ts provides it. */
export interface SharedLibrary {
  /** Grows with every change of what is answered from. */
  version(): Promise<number>;
  /** By id. All of one moment. */
  published(): Promise<readonly FiledDocument[]>;
  /** Puts documents in that are new, and the next version of those that nobody in HR has changed. */
  seed(documents: readonly SeedDocument[]): Promise<void>;
}
