import path from 'node:path';
import { type Allowance, readInWorker } from '../../src/documents/readInWorker';
import { composeMarkdown } from '../../src/documents/composeMarkdown';
import { type ReadResult } from '../../src/documents/content';
import { readJob } from '../../src/documents/readJob';
import { readDocument } from '../../src/documents/readDocument';

const script = path.join(__dirname, '../../dist/src/documents/readerThread.js');

/** What a file becomes; rejects with Unreadable. Without the thread that the service reads in: starting one takes longer than most files. */
export async function read(name: string, bytes: Buffer): Promise<ReadResult> {
  // A reader may take the buffer for itself.
  const result = await readDocument(name, Buffer.from(bytes));
  composeMarkdown(name, result, {});
  return result;
}

/** What is wrong with a file; undefined where nothing is. With limits it is read in the service's thread. */
export async function faultOf(name: string, bytes: Buffer, allowed?: Allowance): Promise<string | undefined> {
  // A reader may take the buffer for itself.
  const job = { name, bytes: Buffer.from(bytes), facts: {} };
  const outcome = await (allowed ? readInWorker(script, job, allowed) : readJob(job));
  return 'fault' in outcome ? outcome.fault : undefined;
}
