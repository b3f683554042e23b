import { Worker } from 'node:worker_threads';
import { type OnePage } from './writeOnePage';

/**
 * Writes a page (PDF) in a thread of its own: pdfkit takes 23 MB and up to 70 ms for a page, and nobody else should wait for it.
 * `script` is the built onePageThread.ts.
 * @throws what went wrong there
 */
export const onePageInThread = (script: string, page: OnePage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: page });
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that writes a page ended with ${code}.`)));
  });
