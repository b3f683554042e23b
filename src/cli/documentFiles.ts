import { readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { projectRoot } from '../shared/config';
import { readTexts } from '../shared/texts';
import { type Facts, idOf, noPublisher } from '../documents/composeMarkdown';
import { documentLimits, remedyOf } from '../documents/documentFault';
import { warningLines } from '../documents/readWarning';
import { saveDocument, deleteDocument } from '../documents/saveDocument';
import { readInWorker } from '../documents/readInWorker';
import { findDocument } from '../knowledge/documents/document';
import { words } from '../knowledge/documents/fidelity';
import { type ReadResult } from '../documents/content';

const script = join(projectRoot, 'dist/src/documents/readerThread.js');

type Print = (line: string) => void;

/** Puts files into the folder as documents, each for itself and with one line; gives the exit code. */
export const add = (folder: string, files: readonly string[], facts: Facts, print: Print): Promise<number> =>
  each(files, print, async (file) => {
    const id = idFor(file);
    if (findDocument(folder, id))
      throw new Error(`${id} finns redan. Byt ut det med: npm run knowledge -- replace ${file}`);
    return put(folder, file, facts);
  });

/** Puts files in the place of the documents that have their names; what was known of those stays. */
export const replace = (folder: string, files: readonly string[], facts: Facts, print: Print): Promise<number> =>
  each(files, print, async (file) => {
    const id = idFor(file);
    if (!findDocument(folder, id))
      throw new Error(`${id} finns inte. Lägg in det med: npm run knowledge -- add ${file}`);
    return put(folder, file, facts);
  });

/** Takes documents away, by id or by file name. */
export const remove = (folder: string, names: readonly string[], _: Facts, print: Print): Promise<number> =>
  each(names, print, (name) => {
    const document = findDocument(folder, idFor(name.replace(/\.[a-z]+$/i, '')));
    if (!document) throw new Error('finns inte. Se vad dokumenten heter med: npm run knowledge -- list');
    deleteDocument(folder, document);
    return Promise.resolve(`${document.id} · borttaget · ${document.title}`);
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
  if (!id)
    throw new Error('filens namn har varken bokstäver eller siffror. Ge den ett namn, t.ex. ledarskapspolicy.pdf.');
  return id;
}

/** Reads a file, and changes nothing before it is known to be sound. Gives what a person in HR sees of it. */
async function put(folder: string, file: string, facts: Facts): Promise<string> {
  const earlier = findDocument(folder, idOf(file));
  const job = { name: basename(file), bytes: bytesOf(file), facts, ...(earlier && { earlier }) };
  const outcome = await readInWorker(script, job);
  if ('fault' in outcome) throw new Error(remedyOf(outcome.fault, outcome.detail));
  const { read, made } = outcome;
  saveDocument(folder, made.document, made.text, read.plain);
  const { id, title, body, publisher } = made.document;
  const told = [id, title, `${words(body).length} ord`, pagesOf(file, read)];
  if (publisher === noPublisher) told.push('utgivare saknas: ange den med replace och --publisher');
  const { readWarnings } = readTexts(join(projectRoot, 'cards'));
  return [told.filter(Boolean).join(' · '), ...warningLines(readWarnings, read.warnings)].join('\n  ');
}

function pagesOf(file: string, { pages }: ReadResult): string {
  if (pages === undefined) return '';
  const [one, many] = extname(file).toLowerCase() === '.pptx' ? ['bild', 'bilder'] : ['sida', 'sidor'];
  return `${pages} ${pages === 1 ? one : many}`;
}

function bytesOf(file: string): Buffer {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Error('filen finns inte. Kontrollera namnet och mappen.');
  if (!found.isFile()) throw new Error('det är ingen fil. Ange filerna, en efter en.');
  if (found.size > documentLimits.bytes) throw new Error(remedyOf('tooLarge'));
  try {
    return readFileSync(file);
  } catch {
    throw new Error('filen går inte att öppna. Kontrollera att du får läsa den.');
  }
}
