import lunr from 'lunr';
import { isAsking, isFilling } from './cues';
import { evidenceOf, weighable, type Evidence, type Weighable } from './evidence';
import { lexiconOf } from './lexicon';
import { type Passage } from './passages';
import { readQuestion, synonymsOf, type Question, type Vocabulary, type Wording } from './question';
import { gramsOf, wordsOf, type Word } from './swedish';

/** Passages ready to be searched. */
export interface Index {
  readonly entries: readonly Weighable[];
  readonly vocabulary: Vocabulary;
  readonly wording: Wording;
  readonly lunr: lunr.Index;
}

/** A passage that answers a question more or less; `score` has no unit and compares within one question only. */
export interface Ranked {
  readonly passage: Passage;
  readonly score: number;
  /** What the index itself made of it, before the evidence was weighed. */
  readonly match: number;
  readonly evidence: Evidence;
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

/**
 * What each kind of evidence is worth, beside the index's own match (its share of the best match). The lexical ones follow a
 * softmax regression over SweQUAD-MC's training questions, shrunk towards the match; definition, way, substance and named say
 * what those questions do not ask. Recall is flat around these values: halving or doubling one moves it by about a point.
 */
const worth: Readonly<Record<(typeof kinds)[number] | 'match', number>> = {
  match: 5.5,
  cover: 2,
  sentence: 1.2,
  exact: 0.3,
  order: 0.7,
  definition: 3,
  way: 1,
  substance: 1,
  named: 1,
};

export function buildIndex(passages: readonly Passage[], wording: Wording): Index {
  const documents = [...new Set(passages.map((passage) => passage.document))];
  const builder = new lunr.Builder();
  builder.k1(1);
  builder.field('terms');
  const texts = passages.map((passage) => wordsOf(searchedText(passage)));
  texts.forEach((words, at) => {
    const document = documentTerm(documents.indexOf((passages[at] as Passage).document));
    builder.add({ id: String(at), terms: [document, ...words.flatMap((word) => [word.stem, ...gramTerms(word)])] });
  });
  const lexicon = lexiconOf(texts.flatMap((words) => words.flatMap((word) => (word.stop ? [] : [word.stem]))));
  const idOf = (stem: string) => lexicon.ids.get(stem) ?? -1;
  const entries = passages.map((passage) => weighable(passage, idOf));
  const holding = new Array<number>(lexicon.stems.length).fill(0);
  for (const { stems, heading } of entries)
    for (const id of new Set([...stems, ...heading])) holding[id] = (holding[id] ?? 0) + 1;
  const vocabulary = { lexicon, holding, passages: passages.length, documents };
  return { entries, vocabulary, wording, lunr: builder.build() };
}

/** The passages nearest to a question, best first. Any text is a question: it has no query language. */
export function search(index: Index, text: string, limit: number): Ranked[] {
  const question = readQuestion(index.vocabulary, index.wording, text);
  const matches = index.lunr.query((query) => {
    for (const [term, boost] of queryTerms(index, question)) query.term(term, { boost, usePipeline: false });
  });
  const bestMatch = matches[0]?.score || 1;
  return matches
    .slice(0, Math.max(candidates, limit))
    .map(({ ref, score }): Ranked => {
      const entry = index.entries[Number(ref)] as Weighable;
      const evidence = evidenceOf(entry, question);
      return { passage: entry.passage, score: scoreOf(score / bestMatch, evidence), match: score, evidence };
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, limit);
}

const kinds = ['cover', 'sentence', 'exact', 'order', 'definition', 'way', 'substance', 'named'] as const;
const scoreOf = (match: number, evidence: Evidence) =>
  kinds.reduce((sum, kind) => sum + worth[kind] * evidence[kind], worth.match * match);

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
