import { Unreadable } from '../files/unreadable';
import { composeMarkdown } from './composeMarkdown';
import { type DocumentFault } from './documentFault';
import { readDocument } from './readDocument';
import { type Job, type ReadOutcome } from './readOutcome';

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
