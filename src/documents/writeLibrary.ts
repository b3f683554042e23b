import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { makeFolder, makePrivateFolder } from '../shared/folder';
import { askedFile, readAsked, type AskedQuestions } from '../knowledge/documents/asked';
import { type FiledDocument } from './publishedDocument';

/** What a folder of documents holds besides the documents: topics, word lists, weights. */
const isBeside =
  (seed: string) =>
  (file: string): boolean => {
    const name = path.relative(seed, file);
    return !/^[^/\\]*\.md$/.test(name) && name !== 'sources' && name !== 'asked.yaml';
  };

/** A folder name for these documents together with the release's files. `stamp` is a text that changes when those files do. */
export const nameOfLibrary = (documents: readonly FiledDocument[], stamp: string): string =>
  createHash('sha256')
    .update(JSON.stringify([stamp, documents.map(({ id, hash }) => [id, hash])]))
    .digest('hex')
    .slice(0, 32);

/**
 * Writes documents into a new folder, as the search reads them, beside the documents of the release (`seed`). The folder appears
 * when it is complete.
 * @throws what the file system throws
 */
export function writeLibrary(folder: string, seed: string, documents: readonly FiledDocument[]): void {
  makePrivateFolder(path.dirname(folder));
  const draft = `${folder}.${randomUUID()}.new`;
  try {
    cpSync(seed, draft, { recursive: true, filter: isBeside(seed) });
    writeDocuments(draft, documents);
    // The same file has the same index, which the build has made.
    if (existsSync(askedFile(seed))) cpSync(askedFile(seed), askedFile(draft));
    writeAsked(
      draft,
      documents.flatMap(({ asked }) => asked),
    );
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Writes each document and its source's words as files of a folder. */
export function writeDocuments(folder: string, documents: readonly FiledDocument[]): void {
  makeFolder(path.join(folder, 'sources'));
  for (const { id, text, plain, facts } of documents) {
    writeFileSync(path.join(folder, `${id}.md`), text);
    writeFileSync(path.join(folder, 'sources', facts.source), plain);
  }
}

/** Writes what people ask into a folder of documents. A file with the same content is not touched, so its comments stay. @throws where the file cannot be read or written */
export function writeAsked(folder: string, asked: readonly AskedQuestions[]): void {
  if (isSame(asked, readAsked(folder))) return;
  if (asked.length) writeFileSync(askedFile(folder), stringify(asked, { lineWidth: 0 }));
  else rmSync(askedFile(folder), { force: true });
}

/** Whether both hold the same questions, in any order. A question for two documents is in both. */
function isSame(asked: readonly AskedQuestions[], seed: readonly AskedQuestions[]): boolean {
  const written = (each: readonly AskedQuestions[]) => [
    ...new Set(each.map((one) => JSON.stringify([one.quote, one.questions]))),
  ];
  return written(asked).sort().join('\n') === written(seed).sort().join('\n');
}

/** Deletes everything in a folder of libraries except `kept`. */
export function removeOtherLibraries(folder: string, kept: readonly string[]): void {
  for (const name of readdirSync(folder))
    if (!kept.includes(name)) rmSync(path.join(folder, name), { recursive: true, force: true });
}
