import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type WrittenDocument } from '../../src/knowledge/documents/document';
import { type LoadedLibrary, loadPassages, openLibrary } from '../../src/knowledge/library';

export const knowledge = path.resolve(__dirname, '../../knowledge');

/** Kept from test to test, as the service keeps indexes from start to start. */
export const indexes = path.resolve(__dirname, '../../dist/test-index');

/** Apart from those, which are the built service's: an index belongs to the programs that made it. */
export const ownIndexes = path.resolve(__dirname, '../../dist/test-index-of-src');

/** The product's own documents, opened once for all test files of a worker: jest/runtime.cjs loads this file once. */
export const theLibrary = (): LoadedLibrary =>
  (opened ??= { ...openLibrary(knowledge, ownIndexes), passages: loadPassages(knowledge) });
let opened: LoadedLibrary | undefined;

export const documentOf = (body: string, facts: Partial<WrittenDocument> = {}): WrittenDocument => ({
  id: 'prov',
  title: 'Ett prov',
  publisher: 'Region Prov',
  aliases: [],
  kind: 'Presentation',
  weight: 'Presentation',
  source: 'prov.txt',
  body,
  ...facts,
});

const isLarge = (name: string) => ['asked.yaml', 'topics', 'outOfScope.yaml'].includes(path.basename(name));

/** Copies the documents, with few questions and no topics, because such a library is built and opened quickly. */
export function copySmallLibrary(to: string): void {
  cpSync(knowledge, to, { recursive: true, filter: (name) => !isLarge(name) });
  writeFileSync(path.join(to, 'questions.yaml'), '- Vad är tillit?\n');
}
