import { isAsking, isFilling } from './cues';
import { type KnowledgeDocument } from './document';
import { type Passage } from './passages';
import { synonymsOf, type Question, type Vocabulary, type Wording } from './question';
import { gramsOf, wordsOf, type Word } from './swedish';

/** How much the words of a question weigh in the index beside its telling words' 1; "hur" and "vad" tell a way from a fact. */
const weightInIndex = { asking: 0.5, name: 0.4, synonym: 0.4, document: 1 };
/** What a question is about stands at its beginning: more words only cost time. */
const mostWords = 100;
/** How much all letter grams of a size weigh together beside their word's stem, times the root of their number. */
const gramWeight = 1;
/** Short ones meet through misspellings and inflections, long ones tell compounds apart. */
const gramSizes = [4, 6];
/** How much two words weigh that stand together as they were asked: "ta över", "ansvar för". */
const pairWeight = 1;

/** One term stands for a document's publisher and aliases, so that they are found and do not swamp a short passage. */
const documentTerm = (at: number) => `@${at}`;
const gramTerms = (word: Word, size: number) => (word.stop ? [] : gramsOf(word.folded, size).map((gram) => `·${gram}`));
export const isGram = (term: string): boolean => term.startsWith('·');
/** Neighbours, function words among them. */
const pairTerms = (words: readonly Word[]) => words.slice(1).map(({ stem }, at) => `${words[at]!.stem}·${stem}`);
const telling = (words: readonly Word[]): string[] => words.flatMap(({ stop, stem }) => (stop ? [] : [stem]));

/** A passage as the index has it: what it is found by, and the stems that it says itself. */
export interface Indexed {
  readonly terms: readonly string[];
  /** Of all that is searched; each as often as it comes. */
  readonly stems: readonly string[];
  /** Of text and headings, each once: in how many passages a stem stands tells how much it tells. */
  readonly said: ReadonlySet<string>;
}

/** What is searched of a passage is its own words below those of its headings and document. */
export function indexed(
  { document, heading, text, asked = [] }: Passage,
  documents: readonly KnowledgeDocument[],
): Indexed {
  const words = wordsOf([...new Set([document.title, ...heading])].concat(text, asked).join('\n'));
  return {
    terms: [
      documentTerm(documents.indexOf(document)),
      ...words.flatMap((word) => [word.stem, ...gramSizes.flatMap((size) => gramTerms(word, size))]),
      ...pairTerms(words),
    ],
    stems: telling(words),
    said: new Set(telling(wordsOf([text, ...heading, ...asked].join('\n')))),
  };
}

/** What a question asks the index for: term -> how much it weighs. */
export function queryTerms(
  { documents }: Vocabulary,
  { synonyms }: Wording,
  question: Question,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, Math.max(weight, weights.get(term) ?? 0));
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
    for (const size of gramSizes) {
      const grams = gramTerms(word, size);
      for (const gram of grams) add(gram, (weight * gramWeight) / Math.sqrt(grams.length));
    }
    for (const meant of synonymsOf(word.stem, question.asked, synonyms)) add(meant, weightInIndex.synonym);
  }
  for (const document of question.named) add(documentTerm(documents.indexOf(document)), weightInIndex.document);
  return weights;
}
