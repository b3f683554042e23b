import { type Actor } from '../campaigns/ports';
import { type AskedQuestions } from '../knowledge/documents/asked';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type ReadingWarning } from './documentViews';

/** Whether people get answers from a document: `none` until it has been published. */
export type LiveState = 'none' | 'published' | 'withdrawn';

/** A document's state and versions. */
export interface DocumentStand {
  readonly live: LiveState;
  /** The version that is published or withdrawn; 0 while there is none. */
  readonly version: number;
  /** The version that has been read and not yet published. */
  readonly draft?: number;
}

/** A document as the store has it, without its text. */
export interface StoredDocument extends DocumentStand {
  readonly id: string;
  /** Its state before the latest publication or withdrawal; undefined where that cannot be undone. */
  readonly before?: DocumentStand;
  readonly revision: number;
  /** The local day of the last change. */
  readonly changedOn: string;
  /** Whether a release has another text, while HR's text stays. */
  readonly hasNewerSeed: boolean;
}

/** What a list shows of a version. */
export interface VersionFacts {
  readonly version: number;
  readonly facts: KnowledgeDocument;
  readonly passages: number;
  readonly warnings: readonly ReadingWarning[];
  /** The local day. */
  readonly madeOn: string;
}

/** One version of a document. */
export interface DocumentVersion extends VersionFacts {
  /** The whole Markdown file, front matter included. */
  readonly text: string;
  /** The words of the source only. */
  readonly plain: string;
  readonly asked: readonly AskedQuestions[];
  /** Proposed questions that HR does not want. */
  readonly dropped: readonly string[];
}

/** A document with the version that is shown of it. */
export interface ListedDocument extends StoredDocument {
  readonly shown: VersionFacts;
}

/** A change of a document. It is written into the audit log in the same transaction. */
export interface DocumentChange {
  readonly by: Actor;
  readonly act: string;
  /** The document's state after the change. */
  readonly next: DocumentStand & Pick<StoredDocument, 'before'>;
  /** Versions that are new or have other facts or questions. */
  readonly put?: readonly Omit<DocumentVersion, 'madeOn'>[];
  /** The draft that is deleted. */
  readonly drop?: number;
  /** Another document that changes with it: both change, or neither. */
  readonly also?: Pick<DocumentChange, 'act' | 'next'> & { readonly seen: StoredDocument };
}

/** The stored documents. What answers come from changes in one transaction. */
export interface DocumentStore {
  /** Sorted by title. A document that was never published is shown by its draft. */
  list(): Promise<readonly ListedDocument[]>;
  find(id: string): Promise<StoredDocument | undefined>;
  version(id: string, version: number): Promise<DocumentVersion | undefined>;
  /** Stores a new document as a draft. False where there is one with that id. */
  add(id: string, draft: Omit<DocumentVersion, 'version' | 'madeOn'>, by: Actor): Promise<boolean>;
  /** False where somebody else has changed the document since it was seen. */
  change(seen: StoredDocument, change: DocumentChange): Promise<boolean>;
  /** Deletes a document that was never published. False where somebody else has changed it. */
  remove(seen: StoredDocument, by: Actor): Promise<boolean>;
  /** The latest first. */
  history(id: string): Promise<readonly { readonly act: string; readonly name: string; readonly at: string }[]>;
}
