import { rarity, type Background } from '../text/background';
import { factWanted, saysKind, type FactType } from './factType';
import { isToldAmount, numbersPresupposed } from './presupposed';
import {
  definedIn,
  isDoer,
  isManner,
  named,
  topicOf,
  wantsComparison,
  wantsDefinition,
  wantsPresentState,
  wantsWay,
  wantsYesOrNo,
} from './questionType';
import { type KnowledgeDocument } from '../documents/document';
import { likenesses, type Lexicon } from '../text/lexicon';
import { isPlace } from '../text/properNames';
import { type Synonyms } from '../text/synonyms';
import { spelt } from '../text/spelling';
import { wordsOf, type Word } from '../text/swedish';
import { stemsOf } from './likeness';
import { type Weights } from './weights';

/** What is known besides the documents: Swedish words at large, and what evidence is worth. */
export interface SearchResources {
  readonly background: Background;
  readonly synonyms: Synonyms;
  readonly weights: Weights;
}

/** The words of a library: its stems, and the number of passages with each, by id. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly holding: readonly number[];
  readonly passages: number;
  readonly documents: readonly KnowledgeDocument[];
}

/** A word of a question, and the stems of the library that it may mean. */
export interface Term {
  readonly stem: string;
  /** How much the word says, from 0 to 1. */
  readonly weight: number;
  /** Likeness from 0 to 1, by stem id. */
  readonly like: Float64Array;
  /** The likeness of the nearest stem. */
  readonly known: number;
  /** Whether it names a document ("Skåne"). Then every passage of that document has it. */
  readonly names: boolean;
  /** Whether it is written as a name ("Stockholm", "LAS"). Such a word must be in the answer. */
  readonly isProper: boolean;
  /** Whether it is the name of a place, also in small letters. */
  readonly isPlace: boolean;
  /** Whether it is who does what is asked about ("hur jobbar *polisen*"). */
  readonly isDoer: boolean;
}

/** A question as the search reads it. */
export interface Question {
  readonly words: readonly Word[];
  /** The different stems of its words, function words among them. */
  readonly stems: ReadonlySet<string>;
  /** The stems of its words, with spaces between. */
  readonly asked: string;
  /** Its telling words, each once. */
  readonly terms: readonly Term[];
  /** Whether it has function words only ("för att"). */
  readonly saysNothing: boolean;
  /** 1 for each stem of the library that one of the words may mean, by id. */
  readonly meant: Uint8Array;
  /** The stems of what the question asks a definition of. */
  readonly definitionOf?: readonly string[];
  readonly wantsWay: boolean;
  readonly wantsComparison: boolean;
  readonly wantsYesOrNo: boolean;
  /** Whether it asks how something is today, which no document says. */
  readonly wantsPresentState: boolean;
  readonly named: ReadonlySet<KnowledgeDocument>;
  /** What kind of fact is asked for. */
  readonly fact?: FactType;
  /** Numbers that the question takes for granted. */
  readonly numbers: readonly string[];
}

/**
 * The most characters that are read, and the most terms. What a question is about comes at its beginning; more only costs time.
 */
const mostCharacters = 2000;
const mostTerms = 40;
/** How much the word after "hur" says beside the other words. */
const mannerTells = 0.7;
/** A synonym counts as nearly the same word. */
const synonymLikeness = 0.85;

/**
 * Analyses a question: its words, the terms with their weights, and the documents that it names. Only the beginning of a long
 * question is read.
 */
export function readQuestion(
  { lexicon, holding, passages, documents }: Vocabulary,
  wording: SearchResources,
  text: string,
): Question {
  const words = spelt(lexicon, holding, wording.background, wordsOf(text.slice(0, mostCharacters)));
  const about = named(documents, words);
  const names = new Set([...about].flatMap((document) => namesOf(document)));
  const fact = factWanted(text, words);
  const topic = fact ? withoutKind(fact, topicOf(words)) : withoutAmounts(words, topicOf(words));
  const asked = words.map((word) => word.stem).join(' ');
  const meant = new Uint8Array(lexicon.stems.length);
  const terms = topic
    .filter(isFirst)
    .slice(0, mostTerms)
    .map((word): Term => {
      const like = withSynonyms(lexicon, likenesses(lexicon, word.stem), word.stem, asked, wording.synonyms);
      for (const id of like.keys()) meant[id] = 1;
      const { id, likeness: known } = nearest(like);
      const here = known === 0 ? 1 : rarity(passages, holding[id] ?? 0);
      const atLarge = rarity(wording.background.passages, wording.background.counts.get(word.stem) ?? 0);
      const weight = ((here + atLarge) / 2) * (isManner(words, word) ? mannerTells : 1);
      return {
        stem: word.stem,
        weight,
        like: byId(like, lexicon),
        known,
        names: names.has(word.stem),
        isProper: isProper(text, word),
        isPlace: isPlace(word.folded),
        isDoer: isDoer(words, word),
      };
    });
  const definitionOf = wantsDefinition(words)
    ? definedIn(words)
        .filter((word) => !names.has(word.stem))
        .map((word) => word.stem)
    : undefined;
  return {
    words,
    stems: stemsOf(words),
    asked,
    terms,
    saysNothing: words.every(({ stop }) => stop),
    meant,
    definitionOf,
    wantsWay: wantsWay(words),
    wantsComparison: wantsComparison(words),
    wantsYesOrNo: wantsYesOrNo(words),
    named: about,
    fact,
    wantsPresentState: wantsPresentState(words, fact !== undefined && fact !== 'reason'),
    numbers: numbersPresupposed(text, words),
  };
}

/** What a question is about, without the numbers of what somebody has, where anything else is left. */
function withoutAmounts(words: readonly Word[], topic: readonly Word[]): readonly Word[] {
  const rest = topic.filter((word) => !isToldAmount(words, words.indexOf(word)));
  return rest.length ? rest : topic;
}

/** What a question is about, without the words for the kind of fact, where anything else is left. */
function withoutKind(fact: FactType, topic: readonly Word[]): readonly Word[] {
  const rest = topic.filter((word) => !saysKind(fact, word));
  return rest.length ? rest : topic;
}

/** Whether a word has a capital letter inside a sentence. Two letters are too few for a name: "HR", "IT". */
const isProper = (text: string, { start, end }: Word) =>
  end - start > 2 && /\p{Lu}/u.test(text.charAt(start)) && /[\p{L}\p{N},;)”"] *$/u.test(text.slice(0, start));

const isFirst = (word: Word, at: number, words: readonly Word[]) =>
  words.findIndex((other) => other.stem === word.stem) === at;

const namesOf = ({ publisher, aliases }: KnowledgeDocument) =>
  [publisher, ...aliases].flatMap((name) => wordsOf(name).map((word) => word.stem));

/**
 * The synonyms of a word, and of a phrase in the question that begins with it ("säga emot"). `asked` are the question's stems.
 */
export function synonymsOf(stem: string, asked: string, synonyms: Synonyms): readonly string[] {
  const [begun, said] = [`${stem} `, ` ${asked} `];
  const found: string[] = [];
  for (const [phrase, meant] of synonyms) {
    if (isFormOf(stem, phrase) || (phrase.startsWith(begun) && said.includes(` ${phrase} `))) found.push(...meant);
  }
  return found;
}

/**
 * Snowball leaves the article or the plural of some words: "pappersarbetet" beside "pappersarbet". Any two letters more would make
 * "hemma" a form of "hemlig", and "vända" one of "vän".
 */
const isFormOf = (stem: string, asked: string) =>
  stem === asked ||
  (asked.length > 2 && stem.startsWith(asked) && /^(?:et|en|an|at|er)$/.test(stem.slice(asked.length)));

function withSynonyms(
  lexicon: Lexicon,
  like: Map<number, number>,
  stem: string,
  asked: string,
  synonyms: Synonyms,
): Map<number, number> {
  for (const meant of synonymsOf(stem, asked, synonyms)) {
    for (const [id, likeness] of likenesses(lexicon, meant)) {
      like.set(id, Math.max(like.get(id) ?? 0, likeness * synonymLikeness));
    }
  }
  return like;
}

/** The stem that is most like this one; the likeness is 0 where there is none. */
function nearest(like: ReadonlyMap<number, number>): { readonly id: number; readonly likeness: number } {
  let best = { id: -1, likeness: 0 };
  for (const [id, likeness] of like) if (likeness > best.likeness) best = { id, likeness };
  return best;
}

/** An array without gaps, because it is read for every word of every passage that is weighed. */
function byId(like: ReadonlyMap<number, number>, { stems }: Lexicon): Float64Array {
  const dense = new Float64Array(stems.length);
  for (const [id, likeness] of like) dense[id] = likeness;
  return dense;
}
