import { parentPort, workerData } from 'node:worker_threads';
import { writeOnePage, type OnePage } from './writeOnePage';

/** The inside of the thread that onePageInThread starts: one page, written once. */
void writeOnePage(workerData as OnePage).then((bytes) => parentPort?.postMessage(bytes));
