import { parentPort, workerData } from 'node:worker_threads';
import { Unreadable } from '../files/unreadable';
import { composeMarkdown } from './composeMarkdown';
import { type DocumentFault } from './documentFault';
import { readDocument } from './readDocument';
import { type Job, type ReadOutcome } from './readInWorker';

/** The code of the reader's thread: it reads one file, once. */
const { name, bytes, facts, earlier } = workerData as Job;
void readDocument(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  .then((read): ReadOutcome => ({ read, made: composeMarkdown(name, read, facts, earlier) }))
  .catch((error: unknown): ReadOutcome => {
    if (error instanceof Unreadable) return { fault: error.fault as DocumentFault, detail: error.detail };
    return { fault: 'broken', detail: '' };
  })
  .then((outcome) => parentPort?.postMessage(outcome));
