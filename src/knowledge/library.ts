import path from 'node:path';
import { readBackground } from './background';
import { readDocuments, type KnowledgeDocument } from './document';
import { answered, readFollowUps, type FollowUp } from './followUps';
import { passagesOf, type Passage } from './passages';
import { type Wording } from './question';
import { buildIndex, type Index } from './search';
import { readSynonyms } from './synonyms';

/** Everything that answers are made from. Immutable: a new set of documents is a new library. */
export interface Library {
  readonly documents: readonly KnowledgeDocument[];
  readonly passages: readonly Passage[];
  readonly index: Index;
  readonly followUps: readonly FollowUp[];
}

/** The documents in a folder, with the words that help to search them. Throws where a file cannot be read, naming it. */
export function loadLibrary(folder: string): Library {
  const passages = readDocuments(folder).flatMap(passagesOf);
  return libraryOf(passages, readWording(folder), readFollowUps(path.join(folder, 'questions.yaml')));
}

export function readWording(folder: string): Wording {
  return {
    background: readBackground(path.join(folder, 'background.tsv')),
    synonyms: readSynonyms(path.join(folder, 'synonyms.yaml')),
  };
}

/** Of the questions, only those that the passages answer become follow-ups. */
export function libraryOf(passages: readonly Passage[], wording: Wording, questions: readonly string[] = []): Library {
  const documents = [...new Set(passages.map((passage) => passage.document))];
  const index = buildIndex(passages, wording);
  return { documents, passages, index, followUps: answered(index, questions) };
}
