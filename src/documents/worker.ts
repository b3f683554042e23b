import { parentPort, workerData } from 'node:worker_threads';
import { Unreadable } from '../files/unreadable';
import { type DocumentFault } from './fault';
import { read } from './read';
import { type Outcome } from './thread';

/** The inside of thread.ts: one file, read once. */
const { name, bytes } = workerData as { name: string; bytes: Uint8Array };
void read(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  .then((read): Outcome => ({ read }))
  .catch((error: unknown): Outcome => {
    if (error instanceof Unreadable) return { fault: error.fault as DocumentFault, detail: error.detail };
    return { fault: 'broken', detail: '' };
  })
  .then((outcome) => parentPort?.postMessage(outcome));
