import { isAsking, isFilling } from '../ranking/questionType';
import { type KnowledgeDocument } from '../documents/document';
import { type Passage } from '../documents/passages';
import { type Text } from './postings';
import { synonymsOf, type Question, type Vocabulary, type SearchResources } from '../ranking/question';
import { gramsOf, wordsOf, type Word } from '../text/swedish';

/**
 * How much other words of a question weigh in the index, where a telling word weighs 1. "Hur" and "vad" tell a way from a fact.
 */
const weightInIndex = { asking: 0.5, name: 0.4, synonym: 0.7, synonymPart: 0.35, document: 1 };
/** How many words of a question are searched. The subject comes near the beginning, and more words only cost time. */
const mostWords = 100;
/** How much all letter grams of one size weigh together beside their word's stem, times the root of their number. */
const gramWeight = 1;
/** Short grams find misspellings and inflections, long ones tell compounds apart. */
const compoundGrams = 6;
const gramSizes = [4, compoundGrams];
/** How much a pair of words weighs that are together as in the question: "ta över", "ansvar för". */
const pairWeight = 1;

/** One term stands for a document's publisher and aliases. So they are found, and do not fill a short passage. */
const documentTerm = (at: number) => `@${at}`;
const gramTerm = (gram: string) => `·${gram}`;
const gramTerms = (word: Word, size: number) => (word.stop ? [] : gramsOf(word.folded, size).map(gramTerm));
/** Whether a term of the index is a piece of a word ("·lit"), and not a stem. */
export const isGram = (term: string): boolean => term.startsWith('·');
/** Pairs of neighbouring words, function words among them. */
const pairTerms = (words: readonly Word[]) => words.slice(1).map(({ stem }, at) => `${words[at]!.stem}·${stem}`);
/** The terms of words that have been seen, because most words occur again. Emptied when it has grown too large. */
const met = new Map<string, readonly string[]>();
const mostMet = 50_000;

function wordTerms(word: Word): readonly string[] {
  const found = met.get(word.folded);
  if (found) return found;
  if (met.size >= mostMet) met.clear();
  const terms = [word.stem, ...gramSizes.flatMap((size) => gramTerms(word, size))];
  met.set(word.folded, terms);
  return terms;
}

/** The stems of words, without stop words. A stem occurs as often as its word. */
export const telling = (words: readonly Word[]): string[] => words.flatMap(({ stop, stem }) => (stop ? [] : [stem]));

/** What a passage is found by: its own words, those of its headings and its document, and its known questions. */
export interface Grouped {
  /** The terms by word. The terms of one word are the same array in every passage. */
  readonly groups: readonly (readonly string[])[];
  /** In terms. The questions of asked.yaml do not count, so they do not make a passage longer. */
  readonly length: number;
}

/** The terms by which a passage is found. `number` is the place of its document in the list of documents. */
export function groupedTerms({ document, heading, text, asked = [] }: Passage, number: number): Grouped {
  const own = [...new Set([document.title, ...heading])].concat(text).join('\n');
  const words = wordsOf([own, ...asked].join('\n'));
  const groups = [[documentTerm(number)], ...words.map(wordTerms)];
  const isOwn = ({ start }: Word) => start < own.length;
  const ownWords = words.filter(isOwn).length;
  const length =
    groups.slice(0, 1 + ownWords).reduce((sum, group) => sum + group.length, 0) + Math.max(0, ownWords - 1);
  return { groups: [...groups, pairTerms(words)], length };
}

/** A passage as the index stores it, and its own stems. */
export interface Indexed extends Text {
  /** The stems of everything that is searched, each as often as it occurs. */
  readonly stems: readonly string[];
  /** The stems of text, headings and questions, each once. The number of passages with a stem says how rare it is. */
  readonly said: ReadonlySet<string>;
}

/** A passage as the index stores it. `documents` must hold the passage's document: its place there is part of the terms. */
export function indexed(passage: Passage, documents: readonly KnowledgeDocument[]): Indexed {
  const { document, heading, text, asked = [] } = passage;
  const { groups, length } = groupedTerms(passage, documents.indexOf(document));
  const said = telling(wordsOf([text, ...heading, ...asked].join('\n')));
  const stems = telling(wordsOf(document.title)).concat(said);
  // How rare a word is, is counted in the documents only.
  return { terms: groups.flat(), length, stems, said: new Set(passage.topic ? [] : said) };
}

/** The terms for which a question searches the index: term -> weight. */
export function queryTerms(
  { documents }: Vocabulary,
  { synonyms }: SearchResources,
  question: Question,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  const addGrams = (letters: string, size: number, weight: number) => {
    const grams = gramsOf(letters, size);
    for (const gram of grams) add(gramTerm(gram), weight / Math.sqrt(grams.length));
  };
  const names = new Set(question.terms.filter((term) => term.names).map((term) => term.stem));
  const words = question.words.slice(0, mostWords);
  for (const pair of pairTerms(words)) add(pair, pairWeight);
  for (const word of words) {
    if (word.stop || isAsking(word) || isFilling(word)) {
      if (!isFilling(word)) add(word.stem, weightInIndex.asking);
      continue;
    }
    const weight = names.has(word.stem) ? weightInIndex.name : 1;
    add(word.stem, weight);
    for (const size of gramSizes) addGrams(word.folded, size, weight * gramWeight);
    for (const meant of synonymsOf(word.stem, question.asked, synonyms)) {
      add(meant, weight * weightInIndex.synonym);
      addGrams(meant, compoundGrams, weight * weightInIndex.synonymPart);
    }
  }
  for (const document of question.named) add(documentTerm(documents.indexOf(document)), weightInIndex.document);
  return weights;
}
