import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../shared/folder';
import { type KnowledgeDocument, readDocuments } from '../knowledge/documents/document';

/** The file of a document in a folder of documents. */
const fileOf = (folder: string, id: string): string => join(folder, `${id}.md`);
const sourceOf = (folder: string, source: string): string => join(folder, 'sources', source);

/**
 * Writes a document (`text` is its whole file) and the words of its source. Each file is written whole, the document last, so a
 * reader of the folder sees the old or the new version.
 * @throws what the file system throws; then the document has not changed
 */
export function saveDocument(folder: string, { id, source }: KnowledgeDocument, text: string, plain: string): void {
  makeFolder(join(folder, 'sources'));
  const files = [
    { place: sourceOf(folder, source), content: plain },
    { place: fileOf(folder, id), content: text },
  ].map((file) => ({ ...file, draft: `${file.place}.${process.pid}.new` }));
  try {
    for (const { draft, content } of files) writeFileSync(draft, content, { flush: true });
    for (const { draft, place } of files) renameSync(draft, place);
  } finally {
    for (const { draft } of files) rmSync(draft, { force: true });
  }
}

/**
 * Deletes a document from a folder of documents. Its source is deleted too, unless another document has the same source.
 * @throws where the document's file does not exist
 */
export function deleteDocument(folder: string, { id, source }: KnowledgeDocument): void {
  rmSync(fileOf(folder, id));
  if (readDocuments(folder).every((document) => document.source !== source))
    rmSync(sourceOf(folder, source), { force: true });
}
