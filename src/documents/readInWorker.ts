import { Worker } from 'node:worker_threads';
import { type DocumentFault, documentLimits } from './documentFault';
import { type Job, type ReadOutcome } from './readOutcome';

export interface Allowance {
  readonly megabytes: number;
  readonly milliseconds: number;
}

/** Milliseconds between two looks at the memory. In this time a file unpacks to some ten megabytes. */
const WATCH = 25;

/**
 * Reads a file and makes a document of it in a thread, which is ended where it takes more memory or time than allowed. `script`
 * is the built readerThread.ts. The engine does not limit buffers, so the memory of the whole process is measured and one file is
 * read at a time. A fault is part of the result; it never rejects.
 */
export async function readInWorker(
  script: string,
  job: Job,
  allowed: Allowance = documentLimits,
): Promise<ReadOutcome> {
  const before = process.memoryUsage.rss();
  const worker = new Worker(script, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: allowed.megabytes },
    // The libraries' own warnings are of no use to a reader.
    stdout: true,
    stderr: true,
  });
  const timers: NodeJS.Timeout[] = [];
  try {
    return await new Promise<ReadOutcome>((resolve) => {
      const fail = (fault: DocumentFault) => resolve({ fault, detail: '' });
      timers.push(setTimeout(fail, allowed.milliseconds, 'tooSlow'));
      timers.push(
        setInterval(() => {
          if (process.memoryUsage.rss() - before > allowed.megabytes * 1e6) fail('tooHeavy');
        }, WATCH),
      );
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooHeavy' : 'broken'),
      );
      worker.once('exit', () => fail('broken'));
    });
  } finally {
    timers.forEach(clearInterval);
    await worker.terminate();
  }
}
