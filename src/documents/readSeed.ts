import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readAsked } from '../knowledge/documents/asked';
import { documentFiles, parseDocument } from '../knowledge/documents/document';
import { passagesOf } from '../knowledge/documents/passages';
import { bare } from '../knowledge/documents/verbatim';
import { type SeedDocument } from './publishedDocument';

/**
 * The documents of a folder, each with the words of its source and the questions that people ask of it.
 * @throws {Error} that says what is wrong with a file
 */
export function readSeed(folder: string): SeedDocument[] {
  const read = documentFiles(folder).map((file) => {
    const text = readFileSync(file, 'utf8');
    const { body, ...facts } = parseDocument(file, text);
    const passages = passagesOf({ body, ...facts });
    const source = path.join(folder, 'sources', facts.source);
    const plain = existsSync(source) ? readFileSync(source, 'utf8') : '';
    return { id: facts.id, text, plain, facts, passages: passages.length, said: passages.map((one) => bare(one.text)) };
  });
  const asked = readAsked(folder).map((one) => ({ ...one, bare: bare(one.quote) }));
  return read.map(({ said, ...document }) => {
    const own = asked
      .filter((one) => said.some((words) => words.includes(one.bare)))
      .map(({ quote, questions }) => ({ quote, questions }));
    const hash = createHash('sha256')
      .update(JSON.stringify([document.text, document.plain, own]))
      .digest('hex');
    return { ...document, asked: own, hash: hash.slice(0, 32) };
  });
}
