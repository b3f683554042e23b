import { factWanted, type FactType } from './factType';
import { likeEnough, nearInText } from './nearInText';
import { holdsAsked, isOpenQuestion } from './holdsAsked';
import { defines, saysYesOrNo, showsWay, wantsComparison, wantsDefinition } from './questionType';
import { alike, stemsOf } from './likeness';
import { mostLikeness } from '../text/lexicon';
import { type Passage } from '../documents/passages';
import { type Question, type Term } from './question';
import { sentencesOf, type Span } from '../text/sentences';
import { wordsOf, type Word } from '../text/swedish';

/** A passage as ids of its stems (without function words), for weighing it against questions. */
export interface Weighable {
  readonly passage: Passage;
  readonly heading: readonly number[];
  /** Where its sentences are. */
  readonly spans: readonly Span[];
  /** Ids and words of its sentences, and then of its known questions, which say what it answers. */
  readonly sentences: readonly (readonly number[])[];
  readonly words: readonly (readonly Word[])[];
  /** The different stems of one of them, computed when first needed. */
  readonly stemsAt: (sentence: number) => ReadonlySet<string>;
  /** What its known questions ask for. */
  readonly asksFor: readonly (FactType | 'definition' | undefined)[];
  /** Ids of the first words of each. */
  readonly openings: readonly (readonly number[])[];
  readonly substance: number;
  /** Whether it says who wrote the document and how to reach them. It only answers a question about that. */
  readonly isImprint: boolean;
  readonly showsWay: boolean;
  /** It says, or is known to be asked, how things differ. */
  readonly compares: boolean;
}

/** What speaks for a passage. Every share is of the weight of the question's terms, from 0 to 1. */
export interface Evidence {
  /** Covered by text or heading. */
  readonly cover: number;
  /** Whether it has enough of what is asked to be an answer. */
  readonly holds: boolean;
  /** Whether the question is open (holdsAsked.ts). The same for every passage. */
  readonly isOpen: boolean;
  /** The same share as `cover` without names of documents: whose words they are does not tell what they say. */
  readonly topic: number;
  /** Covered by the best sentence together with the heading. */
  readonly sentence: number;
  /** The share of neighbours in the question that are near each other in the text too. */
  readonly order: number;
  /** How like the question the most similar known question of the passage is: the F measure of what each has of the other. */
  readonly likeKnown: number;
  /** How like the question one sentence is, as a set of words with function words. */
  readonly alike: number;
  /** Covered by the first words of one sentence: the sentence is about it, and does not only mention it. */
  readonly subject: number;
  /** How plainly the passage defines the topic, where a definition is asked for. */
  readonly definition: number;
  /** 1 where the question asks how to do something and the passage shows how. */
  readonly way: number;
  /** 1 where the question asks for a yes or a no and the passage begins with one; -1 where only the passage does. */
  readonly yesOrNo: number;
  /** Whether it says enough to answer anything: from 0 to 1, and below 0 for a table of contents or a footer. */
  readonly substance: number;
  /** 1 where the question names the passage's document. */
  readonly named: number;
  /** Whether the passage lacks a name in the question. */
  readonly lacksName: boolean;
  /** How much the question's words say together; a definition may be about one common word. The same for every passage. */
  readonly telling: number;
  /** The share that the library knows at all, the same for every passage. */
  readonly known: number;
}

/** From this many different words on, a passage can answer alone. With fewer than the second number it is a footer. */
const substantial = 8;
const trifle = 4;
/** A table of contents names every subject and answers nothing, so every passage that says something comes before it. */
const nothing = -4;
/** The most characters of an imprint. */
const longestImprint = 300;
const mostlyNames = 0.4;
const isContents = ({ heading }: Passage) =>
  heading.some((part) => /^(agenda|innehåll|innehållsförteckning|dagordning)$/i.test(part));

/** Whether a passage says who wrote and how to reach them: few words, most of them names, or an e-mail address. */
function isImprint({ text }: Passage): boolean {
  if (text.length > longestImprint) return false;
  // The first word of a line, an item or a cell has a capital letter anyway.
  const within = text.split(/\n *(?:- )?|\t/).flatMap((part) => part.match(/(?<=[\p{L}\p{N}.,)]\s)\p{L}+/gu) ?? []);
  const names = within.filter((word) => /^\p{Lu}/u.test(word));
  return /\S@\S/.test(text) || (names.length >= 2 && names.length / within.length >= mostlyNames);
}

/** How many first words of a sentence say what it is about. */
const opening = 3;

/**
 * Splits a passage into the sentences and word ids that ranking compares with a question. The questions of asked.yaml come after
 * the passage's own sentences. `idOf` gives a stem's id in the lexicon.
 */
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
  // A passage with a known question is never too short.
  const isBare = !passage.asked && (isContents(passage) || ofImprint || stems.size < trifle);
  const substance = isBare ? nothing : passage.topic ? 1 : Math.min(1, stems.size / substantial);
  const heading = ids(wordsOf(passage.heading.join('\n')));
  const stemsIn: ReadonlySet<string>[] = [];
  return {
    passage,
    heading,
    spans,
    sentences,
    words,
    stemsAt: (sentence) => (stemsIn[sentence] ??= stemsOf(words[sentence]!)),
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

/** Returns what speaks for and against a passage as the answer to a question. Shares are from 0 to 1. */
export function evidenceOf(entry: Weighable, question: Question): Evidence {
  const { stems, terms, meant, definitionOf, wantsWay, named } = question;
  const isNamed = named.has(entry.passage.document);
  const weights = terms.map(({ weight }) => weight);
  const total = sum(weights) || 1;
  const share = (values: ArrayLike<number>) => dot(weights, values) / total;
  const unnamed = terms.map(({ names, weight }) => (names ? 0 : weight));
  /** A passage counts as having its document's name. */
  const inHeading = terms.map((term) => (term.names && isNamed ? 1 : best(term, entry.heading)));
  const anywhere = [...inHeading];
  const here = [...inHeading];
  let [sentence, subject, likeKnown] = [share(inHeading), 0, 0];
  const near: number[] = [];
  // Loops and no nested arrays, because this runs for dozens of passages of every question.
  for (let at = 0; at < entry.sentences.length; at++) {
    const ids = entry.sentences[at]!;
    const ours = meantAmong(ids, meant);
    // Most sentences have no word of the question.
    if (ours.length === 0) continue;
    near.push(at);
    const isKnown = at >= entry.spans.length;
    const common = isKnown ? ours.length / ids.length : 1;
    const trust = isKnown ? otherwise + (1 - otherwise) * common : 1;
    const first = meantAmong(entry.openings[at]!, meant);
    let said = 0;
    let covered = 0;
    for (let nth = 0; nth < terms.length; nth++) {
      const like = best(terms[nth]!, ours);
      here[nth] = Math.max(inHeading[nth]!, trust * like);
      covered += weights[nth]! * like;
      anywhere[nth] = Math.max(anywhere[nth]!, here[nth]!);
      if (first.length > 0 && isSaid(terms[nth]!, first)) said += weights[nth]!;
    }
    if (isKnown) likeKnown = Math.max(likeKnown, harmonic(covered / total, common));
    sentence = Math.max(sentence, share(here));
    subject = Math.max(subject, said / total);
  }
  const cover = share(anywhere);
  const definition = definitionOf
    ? defines(entry.words.slice(0, entry.spans.length), entry.passage.heading, definitionOf) * standing(entry.passage)
    : 0;
  const like = alike(near.map(entry.stemsAt), stems);
  const without = (values: readonly number[]) => share(values.map((value) => (value < likeEnough ? 1 : 0)));
  const [missing, unknown] = [without(anywhere), without(terms.map(({ known }) => known))];
  return {
    cover,
    holds: holdsAsked(question, entry, { cover, definition, likeKnown, alike: like, unknown, missing }),
    isOpen: isOpenQuestion(question),
    topic: sum(unnamed) ? dot(unnamed, anywhere) / sum(unnamed) : cover,
    sentence,
    order: nearInText(entry.sentences, near, terms),
    likeKnown,
    alike: like,
    subject,
    definition,
    way: wantsWay && entry.showsWay ? 1 : 0,
    yesOrNo: saysYesOrNo(entry.passage.text) ? (question.wantsYesOrNo ? 1 : -1) : 0,
    substance: entry.isImprint && !question.fact ? nothing : entry.substance,
    named: isNamed ? 1 : 0,
    lacksName: terms.some(({ isProper, isDoer }, at) => (isProper || isDoer) && (anywhere[at] ?? 0) < likeEnough),
    telling: definitionOf ? Math.max(1, total) : total,
    known: share(terms.map((term) => (term.names && isNamed ? 1 : term.known))),
  };
}

/** A known question of a passage counts less where it also asks for much else. */
const otherwise = 0.7;

const none: readonly number[] = [];
/** Those of a sentence's word ids that the question may mean. All other words have no likeness to any term. */
export function meantAmong(ids: readonly number[], meant: Uint8Array): readonly number[] {
  let ours: number[] | undefined;
  for (const id of ids) if (meant[id]) (ours ??= []).push(id);
  return ours ?? none;
}

const harmonic = (one: number, other: number) => (2 * one * other) / (one + other || 1);

/** Among passages that define a thing, decisions and reports come before proposals, and both before interviews. */
function standing({ weight, document }: Passage): number {
  if (weight === document.quoteWeight) return 0.5;
  return /förslag/i.test(weight) ? 0.8 : 1;
}

/** How like the term is to the word that is most like it, from 0 to 1. `ids` are word ids of the lexicon. */
export function best({ like }: Term, ids: readonly number[]): number {
  let most = 0;
  for (const id of ids) most = Math.max(most, like[id] ?? 0);
  return most;
}

/**
 * Whether a term is said: the same word, or an inflection that the stemmer misses. A part of a compound is about something else.
 */
const isSaid = (term: Term, ids: readonly number[]) => best(term, ids) >= mostLikeness;
