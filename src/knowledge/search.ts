import lunr from 'lunr';
import { type Passage } from './passages';
import { gramsOf, wordsOf, type Word } from './swedish';

/** Passages ready to be searched. */
export interface Index {
  readonly passages: readonly Passage[];
  readonly lunr: lunr.Index;
}

/** A passage that answers a question more or less; `score` has no unit and compares within one question only. */
export interface Ranked {
  readonly passage: Passage;
  readonly score: number;
}

/** Function words count, but half: "hur" and "vad" tell a way from a fact. */
const stopWordWeight = 0.5;
/** How much all letter grams of a word weigh together beside its stem, times the root of their number. */
const gramWeight = 2;
const gramSize = 5;

export function buildIndex(passages: readonly Passage[]): Index {
  const builder = new lunr.Builder();
  builder.k1(1);
  builder.field('terms');
  passages.forEach((passage, at) => builder.add({ id: String(at), terms: termsOf(wordsOf(searchedText(passage))) }));
  return { passages, lunr: builder.build() };
}

export function search(index: Index, question: string, limit: number): Ranked[] {
  const weights = new Map<string, number>();
  for (const word of wordsOf(question)) for (const [term, weight] of weighted(word)) weights.set(term, weight);
  const found = index.lunr.query((query) => {
    for (const [term, boost] of weights) query.term(term, { boost, usePipeline: false });
  });
  return found.slice(0, limit).flatMap(({ ref, score }) => {
    const passage = index.passages[Number(ref)];
    return passage ? [{ passage, score }] : [];
  });
}

/** What is searched of a passage: its own words below those of its headings and document. */
function searchedText({ document, heading, text }: Passage): string {
  return [...new Set([document.title, ...heading])].concat(text).join('\n');
}

const termsOf = (words: readonly Word[]): string[] => words.flatMap((word) => weighted(word).map(([term]) => term));

function weighted(word: Word): [term: string, weight: number][] {
  if (word.stop) return [[word.stem, stopWordWeight]];
  const grams = gramsOf(word.folded, gramSize).map((gram) => `·${gram}`);
  return [[word.stem, 1], ...grams.map((gram): [string, number] => [gram, gramWeight / Math.sqrt(grams.length)])];
}
