import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { projectRoot } from '../shared/config';
import { writingIn } from '../shared/folder';
import { readTexts } from '../shared/texts';
import { type Facts, idOf, noPublisher } from '../documents/composeMarkdown';
import { documentLimits, remedyOf } from '../documents/documentFault';
import { warningLines } from '../documents/readWarning';
import { saveDocument, deleteDocument } from '../documents/saveDocument';
import { readInWorker } from '../documents/readInWorker';
import { findDocument } from '../knowledge/documents/document';
import { words } from '../knowledge/documents/fidelity';
import { type ReadResult } from '../documents/content';
import { cliTexts } from './cliTexts';
import { fill } from '../shared/fill';

const { files: texts } = cliTexts;
const script = join(projectRoot, 'dist/src/documents/readerThread.js');

type Print = (line: string) => void;

/**
 * Adds files to the folder as new documents. Each file is handled on its own and printed on one line. Returns the exit code: 1
 * where one was refused.
 */
export const add = (folder: string, files: readonly string[], facts: Facts, print: Print): Promise<number> =>
  each(files, print, async (file) => {
    const id = idFor(file);
    if (findDocument(folder, id)) throw new Error(fill(texts.isThere, { id, file }));
    return put(folder, file, facts);
  });

/**
 * Replaces the documents that have the names of these files. Their facts and questions stay. Returns the exit code: 1 where one
 * was refused.
 */
export const replace = (folder: string, files: readonly string[], facts: Facts, print: Print): Promise<number> =>
  each(files, print, async (file) => {
    const id = idFor(file);
    if (!existsSync(file)) throw new Error(texts.noFile);
    if (!findDocument(folder, id)) throw new Error(fill(texts.isNotThere, { id, file }));
    return put(folder, file, facts);
  });

/** Deletes documents, by id or by file name. Returns the exit code: 1 where one does not exist. */
export const remove = (folder: string, names: readonly string[], _: Facts, print: Print): Promise<number> =>
  each(names, print, (name) => {
    const document = findDocument(folder, idFor(name.replace(/\.[a-z]+$/i, '')));
    if (!document) throw new Error(texts.nothingToRemove);
    deleteDocument(folder, document);
    return Promise.resolve(fill(texts.removed, { id: document.id, title: document.title }));
  });

async function each(names: readonly string[], print: Print, act: (name: string) => Promise<string>): Promise<number> {
  let code = 0;
  for (const name of names) {
    try {
      print(await act(name));
    } catch (error) {
      print(`${basename(name)}: ${error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error)}`);
      code = 1;
    }
  }
  return code;
}

function idFor(file: string): string {
  const id = idOf(file);
  if (!id) throw new Error(texts.noName);
  return id;
}

/** Reads a file, and changes nothing until it is known to be sound. Returns the line to print. */
async function put(folder: string, file: string, facts: Facts): Promise<string> {
  const earlier = findDocument(folder, idOf(file));
  const job = { name: basename(file), bytes: bytesOf(file), facts, ...(earlier && { earlier }) };
  const outcome = await readInWorker(script, job);
  if ('fault' in outcome) throw new Error(remedyOf(outcome.fault, outcome.detail));
  const { read, made } = outcome;
  writingIn(folder, () => saveDocument(folder, made.document, made.text, read.plain));
  const { id, title, body, publisher } = made.document;
  const told = [id, title, fill(texts.words, { count: words(body).length }), pagesOf(file, read)];
  if (publisher === noPublisher) told.push(texts.noPublisher);
  const { readWarnings } = readTexts(join(projectRoot, 'cards'));
  return [told.filter(Boolean).join(' · '), ...warningLines(readWarnings, read.warnings)].join('\n  ');
}

function pagesOf(file: string, { pages }: ReadResult): string {
  if (pages === undefined) return '';
  const isSlides = extname(file).toLowerCase() === '.pptx';
  const [one, many] = isSlides ? [texts.slide, texts.slides] : [texts.page, texts.pages];
  return fill(pages === 1 ? one : many, { count: pages });
}

function bytesOf(file: string): Buffer {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Error(texts.noFile);
  if (!found.isFile()) throw new Error(texts.notFile);
  if (found.size > documentLimits.bytes) throw new Error(remedyOf('tooLarge'));
  try {
    return readFileSync(file);
  } catch {
    throw new Error(texts.notOpened);
  }
}
