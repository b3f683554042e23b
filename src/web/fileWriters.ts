import path from 'node:path';
import { type WrittenDocument } from '../downloads/document';
import { writeInThread } from '../downloads/writeInThread';
import { writeMarkdown } from '../downloads/writeMarkdown';
import { projectRoot } from '../shared/config';
import { type Texts } from '../shared/texts';
import { writtenPage } from './writtenPage';

const script = path.join(projectRoot, 'dist/src/downloads/writerThread.js');

/** The functions that write a document to a file, one for each format. */
export function fileWriters({ ownData: { file: words } }: Texts) {
  const inThread = (format: 'pdf' | 'word') => (written: WrittenDocument) =>
    writeInThread(script, { format, written, words: { pageOf: words.pageOf, lettersMissing: words.lettersMissing } });
  return { pdf: inThread('pdf'), word: inThread('word'), markdown: writeMarkdown, html: writtenPage };
}
