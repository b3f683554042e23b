import { parentPort, workerData } from 'node:worker_threads';
import { type WrittenDocument } from './document';
import { writePdf, type PdfWords } from './writePdf';
import { writeWord } from './writeWord';

/** What writeInThread hands over. */
export interface WritingTask {
  readonly format: 'pdf' | 'word';
  readonly written: WrittenDocument;
  readonly words: PdfWords;
}

const { format, written, words } = workerData as WritingTask;

/** The inside of the thread that writeInThread starts: one file, written once. */
void (format === 'pdf' ? writePdf(written, words) : writeWord(written)).then((bytes) => parentPort?.postMessage(bytes));
