import { Unreadable } from '../files/unreadable';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { composeMarkdown, type ComposedDocument, type Facts } from './composeMarkdown';
import { type ReadResult } from './content';
import { type DocumentFault } from './documentFault';
import { readDocument } from './readDocument';

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

/** Reads a file and makes a document of it, without a limit of time or memory: see readInWorker. It never rejects. */
export async function readJob({ name, bytes, facts, earlier }: Job): Promise<ReadOutcome> {
  try {
    const read = await readDocument(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return { read, made: composeMarkdown(name, read, facts, earlier) };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.fault as DocumentFault, detail: error.detail };
    return { fault: 'broken', detail: '' };
  }
}
