import { Worker } from 'node:worker_threads';
import { type WritingTask } from './writerThread';

/** Milliseconds and megabytes that a file may take: some twenty times what the longest guide takes. */
const patience = 20_000;
const resourceLimits = { maxOldGenerationSizeMb: 256 };

/**
 * Writes a PDF or a Word file in a thread of its own. The libraries take tens of megabytes, which the thread gives back, and
 * other people do not wait. `script` is the built writerThread.ts.
 * @throws what went wrong there
 */
export const writeInThread = (script: string, task: WritingTask): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: task, resourceLimits });
    const timer = setTimeout(() => {
      reject(new Error('The thread that writes a file took too long.'));
      void worker.terminate();
    }, patience);
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The thread that writes a file ended with ${code}.`));
    });
  });
