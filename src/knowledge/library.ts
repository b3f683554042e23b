import path from 'node:path';
import { readBackground } from './background';
import { readDocuments, type KnowledgeDocument } from './document';
import { passagesOf, type Passage } from './passages';
import { type Wording } from './question';
import { buildIndex, type Index } from './search';
import { readSynonyms } from './synonyms';

/** Everything that answers are made from. Immutable: a new set of documents is a new library. */
export interface Library {
  readonly documents: readonly KnowledgeDocument[];
  readonly passages: readonly Passage[];
  readonly index: Index;
}

/** The documents in a folder, with the words that help to search them. Throws where a file cannot be read, naming it. */
export function loadLibrary(folder: string): Library {
  return libraryOf(readDocuments(folder).flatMap(passagesOf), readWording(folder));
}

export function readWording(folder: string): Wording {
  return {
    background: readBackground(path.join(folder, 'background.tsv')),
    synonyms: readSynonyms(path.join(folder, 'synonyms.yaml')),
  };
}

export function libraryOf(passages: readonly Passage[], wording: Wording): Library {
  const documents = [...new Set(passages.map((passage) => passage.document))];
  return { documents, passages, index: buildIndex(passages, wording) };
}
