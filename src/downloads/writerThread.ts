import { parentPort, workerData } from 'node:worker_threads';
import { type WrittenDocument } from './document';
import { writePdf, type PdfWords } from './writePdf';
import { writeWord } from './writeWord';

/** What writeInThread passes to the thread. */
export interface WritingTask {
  readonly format: 'pdf' | 'word';
  readonly written: WrittenDocument;
  readonly words: PdfWords;
}

const { format, written, words } = workerData as WritingTask;

/** The code of the thread that writeInThread starts: it writes one file, once. */
void (format === 'pdf' ? writePdf(written, words) : writeWord(written)).then((bytes) => parentPort?.postMessage(bytes));
