import { type KnowledgeDocument } from '../documents/document';
import { weighable, type Weighable } from '../ranking/evidence';
import { lexiconOf } from '../text/lexicon';
import { type Passage } from '../documents/passages';
import { matching, postingsOf, type Match, type Text } from './postings';
import { type Vocabulary, type SearchResources } from '../ranking/question';
import { indexed } from './terms';
import { topicPassage, type Topic } from '../topics/topic';
import { loadedTopicJudge, type TopicJudge } from './topicJudge';
import { loadedScope, type ScopeReader } from './scopeTable';
import { type ScopeQuestions } from '../scope/scopeModel';

/** Passages ready to be searched, each by its number; in memory (here) or on disk (indexFile.ts). */
export interface Index {
  readonly vocabulary: Vocabulary;
  readonly wording: SearchResources;
  /** The passages that have any of these terms (term -> weight), best first, without the hidden ones. */
  readonly matching: (terms: ReadonlyMap<string, number>, hidden?: ReadonlySet<number>) => readonly Match[];
  /** The numbers of the passages of a document. */
  readonly textsOf: (document: KnowledgeDocument) => readonly number[];
  readonly entry: (text: number) => Weighable;
  readonly topics: TopicJudge;
  /** How a question compares with known questions, whatever the passages say. */
  readonly scope: ScopeReader;
}

/** The questions from which it is learned what a library answers and what not. */
export const scopeQuestions = (
  passages: readonly Passage[],
  topics: readonly Topic[],
  outOfScope: readonly string[],
): ScopeQuestions => ({
  // A topic's own question is one that many people ask, and passages answer it too.
  asked: [...passages.flatMap(({ asked = [] }) => asked), ...topics.map(({ question }) => question)],
  ways: topics.flatMap(({ question, asked }) => [question, ...asked]),
  outOfScope,
});

/** The documents of these passages, each once, in the order of the passages. */
export const documentsOf = (passages: readonly Passage[]): KnowledgeDocument[] => [
  ...new Set(passages.map(({ document }) => document)),
];

/** The stems of passages, and the number of passages with each. */
export interface WordTally {
  readonly stems: readonly string[];
  readonly holding: readonly number[];
}

/** The passages that are indexed, and the topics among them. */
export interface Tallied {
  readonly passages: readonly Passage[];
  readonly topics: readonly Topic[];
}

/** Calls `each` with the terms of one passage after another, and counts the stems at the same time. */
export function tallyWords(passages: readonly Passage[], each: (text: Text, at: number) => void): WordTally {
  const documents = documentsOf(passages);
  const holding = new Map<string, number>();
  passages.forEach((passage, at) => {
    const { terms, length, stems, said } = indexed(passage, documents);
    for (const stem of stems) if (!holding.has(stem)) holding.set(stem, 0);
    for (const stem of said) holding.set(stem, (holding.get(stem) ?? 0) + 1);
    each({ terms, length }, at);
  });
  return { stems: [...holding.keys()], holding: [...holding.values()] };
}

/**
 * Builds the search index of passages and topics in memory. A topic is indexed as one more passage, after all cited passages.
 * `wording` holds the word lists of the search, `outOfScope` the questions that documents like these never answer. It takes
 * seconds and much memory for a large library: see cachedIndex.
 */
export function buildIndex(
  cited: readonly Passage[],
  wording: SearchResources,
  topics: readonly Topic[] = [],
  outOfScope: readonly string[] = [],
): Index {
  const passages = [...cited, ...topics.map(topicPassage)];
  const texts: Text[] = [];
  const counted = tallyWords(passages, (text) => texts.push(text));
  const postings = postingsOf(texts);
  const vocabulary = vocabularyOf(counted, documentsOf(passages), cited.length);
  const entries = passages.map((passage) => entryOf(vocabulary, passage));
  return {
    vocabulary,
    wording,
    matching: (terms, hidden) => matching((term) => postings.get(term), terms, passages.length, hidden),
    textsOf: (document) => passages.flatMap((passage, text) => (passage.document === document ? [text] : [])),
    entry: (text) => entries[text]!,
    topics: loadedTopicJudge(topics),
    scope: loadedScope(scopeQuestions(cited, topics, outOfScope)),
  };
}

/**
 * The stems of a library, by whose counts a word's rarity is told. `passages` is the number of cited passages, without topics.
 */
export const vocabularyOf = (
  { stems, holding }: WordTally,
  documents: readonly KnowledgeDocument[],
  passages: number,
): Vocabulary => ({ lexicon: lexiconOf(stems), holding, passages, documents });

/** A passage as ranking weighs it. A stem that the library does not have gets the id -1. */
export const entryOf = ({ lexicon }: Vocabulary, passage: Passage): Weighable =>
  weighable(passage, (stem) => lexicon.ids.get(stem) ?? -1);
