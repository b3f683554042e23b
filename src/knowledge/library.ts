import path from 'node:path';
import { once } from '../shared/once';
import { readBackground } from './text/background';
import { readDocuments, type KnowledgeDocument } from './documents/document';
import { readAsked, withAsked } from './documents/asked';
import { answeredFollowUps, readFollowUps, type FollowUp } from './followUps';
import { openIndex, writeIndex, type IndexFile } from './index/indexFile';
import { buildIndex, type Index } from './index/buildIndex';
import { cachedIndex, rebuiltIndex } from './indexCache';
import { passagesOf, type Passage } from './documents/passages';
import { type SearchResources } from './ranking/question';
import { readSynonyms } from './text/synonyms';
import { readWeights } from './ranking/weights';
import { readOutOfScope } from './scope/outOfScope';
import { readTopics } from './topics/readTopics';
import { isTopicsDocument, type Topic } from './topics/topic';

/** Everything that answers are made from. It never changes: other documents make another library. */
export interface Library {
  readonly documents: readonly KnowledgeDocument[];
  readonly index: Index;
  /** The passage with this id; undefined where there is none. */
  readonly passage: (id: string) => Passage | undefined;
  /** The passages of the document with this id, in order; none where there is no such document. */
  readonly passagesIn: (document: string) => readonly Passage[];
  readonly topics: ReadonlyMap<string, Topic>;
  /** Computed when it is first needed. Each candidate is a search, and a start should not wait for them. */
  readonly followUps: () => readonly FollowUp[];
}

/** A library that is in memory as a whole. */
export interface LoadedLibrary extends Library {
  readonly passages: readonly Passage[];
}

/**
 * The library of the documents in a folder. Its index is a file in `indexes`, which is searched on disk, and is built where it
 * belongs to other documents.
 * @throws {Error} that names the file that cannot be read
 */
export function openLibrary(folder: string, indexes: string): Library {
  const wording = readWording(folder);
  const { index, passage, passagesIn, topics } = openKept(folder, indexes, wording);
  const questions = readQuestions(folder);
  const followUps = once(() => answeredFollowUps(index, questions));
  return { documents: documentsIn(index), index, passage, passagesIn, topics: byId(topics), followUps };
}

/** What a full disk or an interrupted copy has left is made again. */
function openKept(folder: string, indexes: string, wording: SearchResources): IndexFile {
  const file = cachedIndex(folder, indexes);
  try {
    return openIndex(file, wording);
  } catch {
    return openIndex(rebuiltIndex(folder, indexes), wording);
  }
}

/** The library of the documents in a folder, in memory only. @throws {Error} that names the file that cannot be read */
export const loadLibrary = (folder: string): LoadedLibrary =>
  libraryOf(
    loadPassages(folder),
    readWording(folder),
    readQuestions(folder),
    readTopics(folder),
    readOutOfScope(folder),
  );

/** A library in memory. Only those of the questions that the passages answer become follow-ups. */
export function libraryOf(
  passages: readonly Passage[],
  wording: SearchResources,
  questions: readonly string[] = [],
  topics: readonly Topic[] = [],
  outOfScope: readonly string[] = [],
): LoadedLibrary {
  const index = buildIndex(passages, wording, topics, outOfScope);
  const found = byId(passages);
  return {
    documents: documentsIn(index),
    passages,
    index,
    passage: (id) => found.get(id),
    passagesIn: (id) => passages.filter(({ document }) => document.id === id),
    topics: byId(topics.map((topic) => withPassages(topic, found))),
    followUps: once(() => answeredFollowUps(index, questions)),
  };
}

/** A library of these passages whose index is written into a new file and searched there, as the service does. */
export function storedLibrary(file: string, passages: readonly Passage[], wording: SearchResources): Library {
  writeIndex(file, { passages });
  const { index, passage, passagesIn } = openIndex(file, wording);
  return { documents: documentsIn(index), index, passage, passagesIn, topics: new Map(), followUps: () => [] };
}

/** A topic whose quotations point to the library's own passages, with their known questions. */
const withPassages = (topic: Topic, passages: ReadonlyMap<string, Passage>): Topic => ({
  ...topic,
  parts: topic.parts.map((part) => ({
    ...part,
    quotes: part.quotes.map((quote) => ({ ...quote, passage: passages.get(quote.passage.id) ?? quote.passage })),
  })),
});

const documentsIn = ({ vocabulary }: Index) => vocabulary.documents.filter((document) => !isTopicsDocument(document));

const byId = <T extends { readonly id: string }>(each: readonly T[]): ReadonlyMap<string, T> =>
  new Map(each.map((one) => [one.id, one]));

/** The passages of the documents in a folder, in order. @throws {Error} that names the file that cannot be read */
export const loadPassages = (folder: string): Passage[] =>
  withQuestions(readDocuments(folder).flatMap(passagesOf), folder);

/** The passages, each with the questions that the folder's asked.yaml has for it. @throws where that file cannot be read */
export const withQuestions = (passages: readonly Passage[], folder: string): Passage[] =>
  withAsked(passages, readAsked(folder));

/** Reads the word lists and the weights of the search from a folder. @throws where a file is missing or has a line that cannot be used */
export function readWording(folder: string): SearchResources {
  return {
    background: readBackground(path.join(folder, 'background.tsv')),
    synonyms: readSynonyms(path.join(folder, 'synonyms.yaml')),
    weights: readWeights(path.join(folder, 'weights.json')),
  };
}

const readQuestions = (folder: string) => readFollowUps(path.join(folder, 'questions.yaml'));
