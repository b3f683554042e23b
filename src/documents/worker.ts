import { parentPort, workerData } from 'node:worker_threads';
import { Unreadable } from '../files/unreadable';
import { compose } from './compose';
import { type DocumentFault } from './fault';
import { read } from './read';
import { type Job, type Outcome } from './thread';

/** The inside of thread.ts: one file, read once. */
const { name, bytes, facts, earlier } = workerData as Job;
void read(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  .then((read): Outcome => ({ read, made: compose(name, read, facts, earlier) }))
  .catch((error: unknown): Outcome => {
    if (error instanceof Unreadable) return { fault: error.fault as DocumentFault, detail: error.detail };
    return { fault: 'broken', detail: '' };
  })
  .then((outcome) => parentPort?.postMessage(outcome));
