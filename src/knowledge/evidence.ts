import { defines, showsWay } from './cues';
import { type Passage } from './passages';
import { type Question, type Term } from './question';
import { sentencesOf, type Span } from './sentences';
import { wordsOf, type Word } from './swedish';

/** A passage as ids of its stems (function words left out), to be weighed against questions. */
export interface Weighable {
  readonly passage: Passage;
  readonly heading: readonly number[];
  /** Where its sentences stand, and below them their ids and words. */
  readonly spans: readonly Span[];
  readonly sentences: readonly (readonly number[])[];
  readonly words: readonly (readonly Word[])[];
  readonly substance: number;
  readonly showsWay: boolean;
}

/** What speaks for a passage; every share is of the weight of the question's terms, from 0 to 1. */
export interface Evidence {
  /** Covered by text or heading. */
  readonly cover: number;
  /** Covered by the best sentence together with the heading. */
  readonly sentence: number;
  /** Covered by the very same stems, not only like ones. */
  readonly exact: number;
  /** Neighbours in the question that are near each other in the text too, of all neighbours. */
  readonly order: number;
  /** How plainly the passage defines the topic, where a definition is asked for. */
  readonly definition: number;
  /** 1 where a way is asked for and the passage shows ways. */
  readonly way: number;
  /** Whether there is enough of it to answer anything: from 0 to 1, and below 0 for a list of contents or a footer. */
  readonly substance: number;
  /** 1 where the question names the passage's document. */
  readonly named: number;
  /** How much the question's words tell together; a definition may be asked of one common word. The same for every passage. */
  readonly telling: number;
  /** Known to the library at all: the same for every passage of a question, and what the rest of it is about is not here. */
  readonly known: number;
}

/** A passage of so many different words can answer on its own; one of so few is a footer or an address. */
const substantial = 8;
const trifle = 4;
/** A list of what is to come names every subject and answers nothing: what says something goes before it. */
const nothing = -4;
/** Characters. */
const longestImprint = 300;
const mostlyNames = 0.4;
const isContents = ({ heading }: Passage) =>
  heading.some((part) => /^(agenda|innehåll|innehållsförteckning|dagordning)$/i.test(part));

/** Who wrote, and where to reach them: few words, most of them names, or an e-mail address. */
function isImprint({ text }: Passage): boolean {
  if (text.length > longestImprint) return false;
  // What begins a line, an item or a cell is capitalised anyway.
  const within = text.split(/\n *(?:- )?|\t/).flatMap((part) => part.match(/(?<=[\p{L}\p{N}.,)]\s)\p{L}+/gu) ?? []);
  const names = within.filter((word) => /^\p{Lu}/u.test(word));
  return /\S@\S/.test(text) || (names.length >= 2 && names.length / within.length >= mostlyNames);
}

export function weighable(passage: Passage, idOf: (stem: string) => number): Weighable {
  const ids = (words: readonly Word[]) => words.flatMap((word) => (word.stop ? [] : [idOf(word.stem)]));
  const spans = sentencesOf(passage.text);
  const words = spans.map(({ start, end }) => wordsOf(passage.text.slice(start, end)));
  const sentences = words.map(ids);
  const stems = new Set(sentences.flat());
  const isBare = isContents(passage) || isImprint(passage) || stems.size < trifle;
  const substance = isBare ? nothing : Math.min(1, stems.size / substantial);
  const heading = ids(wordsOf(passage.heading.join('\n')));
  return { passage, heading, spans, sentences, words, substance, showsWay: showsWay(passage) };
}

const nearness = 3;
const likeEnough = 0.6;

export function evidenceOf(entry: Weighable, question: Question): Evidence {
  const { terms, meant, definitionOf, wantsWay, named } = question;
  const isNamed = named.has(entry.passage.document);
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const share = (values: readonly number[]) =>
    terms.reduce((sum, term, at) => sum + term.weight * (values[at] ?? 0), 0) / total;
  /** A passage has its document's name without saying it. */
  const inHeading = terms.map((term) => (term.names && isNamed ? 1 : best(term, entry.heading)));
  // Most sentences have nothing to do with most questions.
  const sentences = entry.sentences.filter((ids) => ids.some((id) => meant[id]));
  const inSentences = sentences.map((ids) => terms.map((term, at) => Math.max(inHeading[at] ?? 0, best(term, ids))));
  const anywhere = inSentences.reduce(
    (most, sentence) => most.map((like, at) => Math.max(like, sentence[at] ?? 0)),
    inHeading,
  );
  return {
    cover: share(anywhere),
    sentence: Math.max(...[inHeading, ...inSentences].map(share)),
    exact: share(anywhere.map((like) => (like === 1 ? 1 : 0))),
    order: order(sentences, terms),
    definition: definitionOf ? defines(entry.words, entry.passage.heading, definitionOf) * standing(entry.passage) : 0,
    way: wantsWay && entry.showsWay ? 1 : 0,
    substance: entry.substance,
    named: isNamed ? 1 : 0,
    telling: definitionOf ? Math.max(1, total) : total,
    known: share(terms.map((term) => (term.names && isNamed ? 1 : term.known))),
  };
}

/** Of those who define a thing, who decides or reports goes before who proposes, and both before who was interviewed. */
function standing({ weight, document }: Passage): number {
  if (weight === document.quoteWeight) return 0.5;
  return /förslag/i.test(weight) ? 0.8 : 1;
}

export function best({ like }: Term, ids: readonly number[]): number {
  let most = 0;
  for (const id of ids) most = Math.max(most, like[id] ?? 0);
  return most;
}

function order(sentences: Weighable['sentences'], terms: readonly Term[]): number {
  const pairs = terms.slice(1).map((term, at) => [terms[at] ?? term, term] as const);
  if (pairs.length === 0) return 0;
  const meets = ([one, other]: readonly [Term, Term]) =>
    sentences.some((ids) =>
      ids.some(
        (id, at) =>
          (one.like[id] ?? 0) >= likeEnough &&
          ids.some((near, to) => to !== at && Math.abs(to - at) <= nearness && (other.like[near] ?? 0) >= likeEnough),
      ),
    );
  return pairs.filter(meets).length / pairs.length;
}
