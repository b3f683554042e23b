import { factWanted, type FactType } from './factType';
import { holdsAsked } from './holdsAsked';
import { defines, saysYesOrNo, showsWay, wantsComparison, wantsDefinition } from './questionType';
import { alike } from './likeness';
import { mostLikeness } from '../text/lexicon';
import { type Passage } from '../documents/passages';
import { type Question, type Term } from './question';
import { sentencesOf, type Span } from '../text/sentences';
import { wordsOf, type Word } from '../text/swedish';

/** A passage as ids of its stems (function words left out), to be weighed against questions. */
export interface Weighable {
  readonly passage: Passage;
  readonly heading: readonly number[];
  /** Where its sentences stand. */
  readonly spans: readonly Span[];
  /** Ids and words of its sentences, and after those of the questions asked of it: what they say it answers. */
  readonly sentences: readonly (readonly number[])[];
  readonly words: readonly (readonly Word[])[];
  /** What the questions asked of it ask for. */
  readonly asksFor: readonly (FactType | 'definition' | undefined)[];
  /** Ids of what each begins with. */
  readonly openings: readonly (readonly number[])[];
  readonly substance: number;
  /** Who wrote, and where to reach them: it answers who asks for such a fact, and nobody else. */
  readonly isImprint: boolean;
  readonly showsWay: boolean;
  /** It says, or is known to be asked, how things differ. */
  readonly compares: boolean;
}

/** What speaks for a passage; every share is of the weight of the question's terms, from 0 to 1. */
export interface Evidence {
  /** Covered by text or heading. */
  readonly cover: number;
  /** Whether it has enough of what is asked to be an answer. */
  readonly holds: boolean;
  /** The same share as `cover`, but for names of documents: whose words they are says nothing of what they say. */
  readonly topic: number;
  /** Covered by the best sentence together with the heading. */
  readonly sentence: number;
  /** Neighbours in the question that are near each other in the text too, of all neighbours. */
  readonly order: number;
  /** How like the question the nearest question is that is known to be asked of the passage: the F measure of what each has of the other. */
  readonly likeKnown: number;
  /** How like one sentence is to the question as a set of words, function words among them. */
  readonly alike: number;
  /** Covered by what the first words of one sentence are: it is about that, and not only mentions it. */
  readonly subject: number;
  /** How plainly the passage defines the topic, where a definition is asked for. */
  readonly definition: number;
  /** 1 where a way is asked for and the passage shows ways. */
  readonly way: number;
  /** 1 where a yes or a no is asked for and the passage begins with one; -1 where it begins so and something else is asked. */
  readonly yesOrNo: number;
  /** Whether there is enough of it to answer anything: from 0 to 1, and below 0 for a list of contents or a footer. */
  readonly substance: number;
  /** 1 where the question names the passage's document. */
  readonly named: number;
  /** Whether the question has a name that the passage has not. */
  readonly lacksName: boolean;
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

/** A sentence is about what its first so many words are. */
const opening = 3;

export function weighable(passage: Passage, idOf: (stem: string) => number): Weighable {
  const ids = (words: readonly Word[]) => words.flatMap((word) => (word.stop ? [] : [idOf(word.stem)]));
  const spans = sentencesOf(passage.text);
  const own = spans.map(({ start, end }) => wordsOf(passage.text.slice(start, end)));
  const asked = (passage.asked ?? []).map((text) => ({ text, words: wordsOf(text) }));
  const words = own.concat(asked.map((question) => question.words));
  const asksFor = asked.map(
    ({ text, words }) => factWanted(text, words) ?? (wantsDefinition(words) ? 'definition' : undefined),
  );
  const sentences = words.map(ids);
  const openings = words.map((sentence) => ids(sentence.slice(0, opening)));
  const stems = new Set(own.flatMap(ids));
  const ofImprint = isImprint(passage);
  // What somebody is known to ask for is enough.
  const isBare = !passage.asked && (isContents(passage) || ofImprint || stems.size < trifle);
  const substance = isBare ? nothing : passage.topic ? 1 : Math.min(1, stems.size / substantial);
  const heading = ids(wordsOf(passage.heading.join('\n')));
  return {
    passage,
    heading,
    spans,
    sentences,
    words,
    asksFor,
    openings,
    substance,
    isImprint: ofImprint,
    showsWay: showsWay(passage),
    compares: words.some(wantsComparison),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const dot = (weights: readonly number[], values: ArrayLike<number>) =>
  weights.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0);

const nearness = 3;
const likeEnough = 0.6;

/** Returns what speaks for and against a passage as the answer to a question. Shares are from 0 to 1. */
export function evidenceOf(entry: Weighable, question: Question): Evidence {
  const { words, terms, meant, definitionOf, wantsWay, named } = question;
  const isNamed = named.has(entry.passage.document);
  const weights = terms.map(({ weight }) => weight);
  const total = sum(weights) || 1;
  const share = (values: ArrayLike<number>) => dot(weights, values) / total;
  const unnamed = terms.map(({ names, weight }) => (names ? 0 : weight));
  /** A passage has its document's name without saying it. */
  const inHeading = terms.map((term) => (term.names && isNamed ? 1 : best(term, entry.heading)));
  const anywhere = [...inHeading];
  const here = [...inHeading];
  let [sentence, subject, likeKnown] = [share(inHeading), 0, 0];
  const near: number[] = [];
  // Loops, and no arrays of arrays: this is done for dozens of passages of every question.
  for (const [at, ids] of entry.sentences.entries()) {
    // Most sentences have nothing to do with most questions.
    if (!ids.some((id) => meant[id])) continue;
    near.push(at);
    const isKnown = at >= entry.spans.length;
    const common = isKnown ? commonOf(ids, meant) : 1;
    const trust = isKnown ? otherwise + (1 - otherwise) * common : 1;
    let [said, covered] = [0, 0];
    for (const [nth, term] of terms.entries()) {
      const like = best(term, ids);
      here[nth] = Math.max(inHeading[nth]!, trust * like);
      covered += weights[nth]! * like;
      anywhere[nth] = Math.max(anywhere[nth]!, here[nth]);
      said += isSaid(term, entry.openings[at]!) ? weights[nth]! : 0;
    }
    if (isKnown) likeKnown = Math.max(likeKnown, harmonic(covered / total, common));
    sentence = Math.max(sentence, share(here));
    subject = Math.max(subject, said / total);
  }
  const cover = share(anywhere);
  const definition = definitionOf
    ? defines(entry.words.slice(0, entry.spans.length), entry.passage.heading, definitionOf) * standing(entry.passage)
    : 0;
  return {
    cover,
    holds: holdsAsked(question, entry, { cover, definition, likeKnown }),
    topic: sum(unnamed) ? dot(unnamed, anywhere) / sum(unnamed) : cover,
    sentence,
    order: order(entry.sentences, near, terms),
    likeKnown,
    alike: alike(
      near.map((at) => entry.words[at]!),
      words,
    ),
    subject,
    definition,
    way: wantsWay && entry.showsWay ? 1 : 0,
    yesOrNo: saysYesOrNo(entry.passage.text) ? (question.wantsYesOrNo ? 1 : -1) : 0,
    substance: entry.isImprint && !question.fact ? nothing : entry.substance,
    named: isNamed ? 1 : 0,
    lacksName: terms.some(({ isProper }, at) => isProper && (anywhere[at] ?? 0) < likeEnough),
    telling: definitionOf ? Math.max(1, total) : total,
    known: share(terms.map((term) => (term.names && isNamed ? 1 : term.known))),
  };
}

/** A question that was asked of a passage tells less where it asks of much else than this one. */
const otherwise = 0.7;
function commonOf(asked: readonly number[], meant: Uint8Array): number {
  return asked.reduce((count, id) => count + (meant[id] ?? 0), 0) / (asked.length || 1);
}

const harmonic = (one: number, other: number) => (2 * one * other) / (one + other || 1);

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

/** Only the same word, or an inflection that the stemmer misses: a compound's part is about something else. */
const isSaid = (term: Term, ids: readonly number[]) => best(term, ids) >= mostLikeness;

function order(sentences: Weighable['sentences'], near: readonly number[], terms: readonly Term[]): number {
  const pairs = terms.slice(1).map((term, at) => [terms[at] ?? term, term] as const);
  if (pairs.length === 0) return 0;
  const meets = ([one, other]: readonly [Term, Term]) => near.some((at) => areNear(one, other, sentences[at]!));
  return pairs.filter(meets).length / pairs.length;
}

function areNear(one: Term, other: Term, ids: readonly number[]): boolean {
  for (const [at, id] of ids.entries()) {
    if ((one.like[id] ?? 0) < likeEnough) continue;
    const until = Math.min(ids.length - 1, at + nearness);
    for (let to = Math.max(0, at - nearness); to <= until; to++)
      if (to !== at && (other.like[ids[to]!] ?? 0) >= likeEnough) return true;
  }
  return false;
}
