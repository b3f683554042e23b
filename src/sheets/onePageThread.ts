import { parentPort, workerData } from 'node:worker_threads';
import { writeOnePage, type OnePage } from './writeOnePage';

/** The code of the thread that onePageInThread starts: it writes one page, once. */
void writeOnePage(workerData as OnePage).then((bytes) => parentPort?.postMessage(bytes));
