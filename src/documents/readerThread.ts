import { parentPort, workerData } from 'node:worker_threads';
import { readJob } from './readJob';
import { type Job } from './readOutcome';

/** The code of the reader's thread: it reads one file, once. */
void readJob(workerData as Job).then((outcome) => parentPort?.postMessage(outcome));
