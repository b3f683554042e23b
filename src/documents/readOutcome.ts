import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type ComposedDocument, type Facts } from './composeMarkdown';
import { type ReadResult } from './content';
import { type DocumentFault } from './documentFault';

/** A file, the facts about it, and the document that it replaces. */
export interface Job {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly facts: Facts;
  readonly earlier?: KnowledgeDocument;
}

/** What came of it. */
export type ReadOutcome =
  | { readonly read: ReadResult; readonly made: ComposedDocument }
  | { readonly fault: DocumentFault; readonly detail: string };
