import { readDocuments, type KnowledgeDocument } from './document';
import { passagesOf, type Passage } from './passages';
import { buildIndex, type Index } from './search';

/** Everything that answers are made from. Immutable: a new set of documents is a new library. */
export interface Library {
  readonly documents: readonly KnowledgeDocument[];
  readonly passages: readonly Passage[];
  readonly index: Index;
}

export function loadLibrary(folder: string): Library {
  return libraryOf(readDocuments(folder).flatMap(passagesOf));
}

export function libraryOf(passages: readonly Passage[]): Library {
  const documents = [...new Set(passages.map((passage) => passage.document))];
  return { documents, passages, index: buildIndex(passages) };
}
