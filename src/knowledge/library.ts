import path from 'node:path';
import { readBackground } from './background';
import { readDocuments, type KnowledgeDocument } from './document';
import { answered, readFollowUps, type FollowUp } from './followUps';
import { passagesOf, type Passage } from './passages';
import { type Wording } from './question';
import { buildIndex, type Index } from './search';
import { readSynonyms } from './synonyms';
import { readWeights } from './weights';

/** Everything that answers are made from. Immutable: a new set of documents is a new library. */
export interface Library {
  readonly documents: readonly KnowledgeDocument[];
  readonly passages: readonly Passage[];
  readonly index: Index;
  readonly followUps: readonly FollowUp[];
}

/** The documents in a folder, with the words that help to search them. Throws where a file cannot be read, naming it. */
export function loadLibrary(folder: string): Library {
  return libraryOf(loadPassages(folder), readWording(folder), readFollowUps(path.join(folder, 'questions.yaml')));
}

/** The passages of the documents in a folder, in their order. Throws where a file cannot be read, naming it. */
export const loadPassages = (folder: string): Passage[] => readDocuments(folder).flatMap(passagesOf);

export const documentsOf = (passages: readonly Passage[]): KnowledgeDocument[] => [
  ...new Set(passages.map(({ document }) => document)),
];

export function readWording(folder: string): Wording {
  return {
    background: readBackground(path.join(folder, 'background.tsv')),
    synonyms: readSynonyms(path.join(folder, 'synonyms.yaml')),
    weights: readWeights(path.join(folder, 'weights.json')),
  };
}

/** Of the questions, only those that the passages answer become follow-ups. */
export function libraryOf(passages: readonly Passage[], wording: Wording, questions: readonly string[] = []): Library {
  const index = buildIndex(passages, wording);
  return { documents: documentsOf(passages), passages, index, followUps: answered(index, questions) };
}
