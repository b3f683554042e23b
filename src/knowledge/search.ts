import { isAsking, isFilling } from './cues';
import { confidenceOf, groundsOf } from './confidence';
import { evidenceOf, weighable, type Evidence, type Weighable } from './evidence';
import { lexiconOf } from './lexicon';
import { type Passage } from './passages';
import { matching, postingsOf, type Postings } from './postings';
import { readQuestion, synonymsOf, type Question, type Vocabulary, type Wording } from './question';
import { gramsOf, wordsOf, type Word } from './swedish';
import { type Weights } from './weights';

/** Passages ready to be searched. */
export interface Index {
  readonly entries: readonly Weighable[];
  readonly vocabulary: Vocabulary;
  readonly wording: Wording;
  readonly postings: Postings;
}

/** A passage that answers a question more or less; `score` has no unit and compares within one question only. */
export interface Ranked {
  readonly passage: Passage;
  readonly entry: Weighable;
  readonly score: number;
  /** What the index itself made of it, as a share of its best. */
  readonly match: number;
  readonly evidence: Evidence;
  /** How likely it is, from 0 to 1, that it answers the question. */
  readonly confidence: number;
}

/** How much the words of a question weigh in the index beside its telling words' 1; "hur" and "vad" tell a way from a fact. */
const weightInIndex = { asking: 0.5, name: 0.4, synonym: 0.4, document: 1 };
/** What a question is about stands at its beginning: more words only cost time. */
const mostWords = 100;
/** How much all letter grams of a word weigh together beside its stem, times the root of their number. */
const gramWeight = 2;
const gramSize = 5;
/** The index's best are weighed again by their evidence. */
const candidates = 50;

export function buildIndex(passages: readonly Passage[], wording: Wording): Index {
  const documents = [...new Set(passages.map((passage) => passage.document))];
  const texts = passages.map((passage) => wordsOf(searchedText(passage)));
  const postings = postingsOf(
    passages.map(({ document }, at) => [
      documentTerm(documents.indexOf(document)),
      ...(texts[at] ?? []).flatMap((word) => [word.stem, ...gramTerms(word)]),
    ]),
  );
  const lexicon = lexiconOf(texts.flatMap((words) => words.flatMap((word) => (word.stop ? [] : [word.stem]))));
  const idOf = (stem: string) => lexicon.ids.get(stem) ?? -1;
  const entries = passages.map((passage) => weighable(passage, idOf));
  const holding = new Array<number>(lexicon.stems.length).fill(0);
  for (const { sentences, heading } of entries)
    for (const id of new Set([...sentences.flat(), ...heading])) holding[id] = (holding[id] ?? 0) + 1;
  const vocabulary = { lexicon, holding, passages: passages.length, documents };
  return { entries, vocabulary, wording, postings };
}

/** The passages nearest to a question, best first. Any text is a question: it has no query language. */
export const search = (index: Index, text: string, limit: number): Ranked[] =>
  nearest(index, readQuestion(index.vocabulary, index.wording, text), limit);

/** The passages nearest to a question that has been read, best first. */
export function nearest(index: Index, question: Question, limit: number): Ranked[] {
  const matches = matching(index.postings, queryTerms(index, question), index.entries.length);
  const bestMatch = matches[0]?.score || 1;
  const { weights } = index.wording;
  return matches
    .slice(0, Math.max(candidates, limit))
    .map(({ text, score }): Ranked => {
      const entry = index.entries[text] as Weighable;
      const evidence = evidenceOf(entry, question);
      const confidence = confidenceOf(weights, groundsOf(evidence, index.entries.length));
      const match = score / bestMatch;
      return { passage: entry.passage, entry, score: scoreOf(weights, match, evidence), match, evidence, confidence };
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, limit);
}

function scoreOf({ ranking, cues }: Weights, match: number, evidence: Evidence): number {
  const { match: worth, ...lexical } = ranking;
  const weights = Object.entries({ ...lexical, ...cues }) as [keyof Evidence, number][];
  return weights.reduce((sum, [kind, weight]) => sum + weight * evidence[kind], worth * match);
}

/** What is searched of a passage: its own words below those of its headings and document. */
function searchedText({ document, heading, text }: Passage): string {
  return [...new Set([document.title, ...heading])].concat(text).join('\n');
}

/** One term stands for a document's publisher and aliases, so that they are found and do not swamp a short passage. */
const documentTerm = (at: number) => `@${at}`;
const gramTerms = (word: Word) => (word.stop ? [] : gramsOf(word.folded, gramSize).map((gram) => `·${gram}`));

function queryTerms({ vocabulary, wording }: Index, question: Question): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  const names = new Set(question.terms.filter((term) => term.names).map((term) => term.stem));
  for (const word of question.words.slice(0, mostWords)) {
    if (word.stop || isAsking(word) || isFilling(word)) {
      if (!isFilling(word)) add(word.stem, weightInIndex.asking);
      continue;
    }
    const weight = names.has(word.stem) ? weightInIndex.name : 1;
    add(word.stem, weight);
    const grams = gramTerms(word);
    for (const gram of grams) add(gram, (weight * gramWeight) / Math.sqrt(grams.length));
    for (const meant of synonymsOf(word.stem, question.asked, wording.synonyms)) add(meant, weightInIndex.synonym);
  }
  for (const document of question.named)
    add(documentTerm(vocabulary.documents.indexOf(document)), weightInIndex.document);
  return weights;
}
