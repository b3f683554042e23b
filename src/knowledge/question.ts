import { rarity, type Background } from './background';
import { named, topicOf, wantsDefinition, wantsWay } from './cues';
import { type KnowledgeDocument } from './document';
import { likenesses, type Lexicon } from './lexicon';
import { type Synonyms } from './synonyms';
import { wordsOf, type Word } from './swedish';

/** What Swedish at large knows beside the documents. */
export interface Wording {
  readonly background: Background;
  readonly synonyms: Synonyms;
}

/** The words of a library: its stems, and in how many passages each stands, by id. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly holding: readonly number[];
  readonly passages: number;
  readonly documents: readonly KnowledgeDocument[];
}

/** A word of a question, and which stems of the library it may mean. */
export interface Term {
  readonly stem: string;
  /** How much the word tells, from 0 to 1. */
  readonly weight: number;
  /** Stem id -> likeness from 0 to 1. */
  readonly like: ReadonlyMap<number, number>;
  /** It names a document ("Skåne"), so every passage of that document has it. */
  readonly names: boolean;
}

/** A question as the search reads it. */
export interface Question {
  readonly words: readonly Word[];
  /** The stems of its words, with spaces between. */
  readonly asked: string;
  /** Its telling words, each once. */
  readonly terms: readonly Term[];
  /** Stems of what a definition is asked of. */
  readonly definitionOf?: readonly string[];
  readonly wantsWay: boolean;
  readonly named: ReadonlySet<KnowledgeDocument>;
}

/** What a question is about stands at its beginning: more words than this only cost time. */
const mostCharacters = 2000;
const mostTerms = 40;
/** A synonym is nearly the word. */
const synonymLikeness = 0.7;

export function readQuestion(
  { lexicon, holding, passages, documents }: Vocabulary,
  wording: Wording,
  text: string,
): Question {
  const words = wordsOf(text.slice(0, mostCharacters));
  const about = named(documents, words);
  const names = new Set([...about].flatMap((document) => namesOf(document)));
  const topic = topicOf(words);
  const asked = words.map((word) => word.stem).join(' ');
  const terms = topic
    .filter(isFirst)
    .slice(0, mostTerms)
    .map((word): Term => {
      const like = withSynonyms(lexicon, likenesses(lexicon, word.stem), word.stem, asked, wording.synonyms);
      const known = nearest(like);
      const here = known === undefined ? 1 : rarity(passages, holding[known] ?? 0);
      const atLarge = rarity(wording.background.passages, wording.background.counts.get(word.stem) ?? 0);
      const weight = (here + atLarge) / 2;
      return { stem: word.stem, weight, like, names: names.has(word.stem) };
    });
  const definitionOf = wantsDefinition(words)
    ? topic.filter((word) => !names.has(word.stem)).map((word) => word.stem)
    : undefined;
  return { words, asked, terms, definitionOf, wantsWay: wantsWay(words), named: about };
}

const isFirst = (word: Word, at: number, words: readonly Word[]) =>
  words.findIndex((other) => other.stem === word.stem) === at;

const namesOf = ({ publisher, aliases }: KnowledgeDocument) =>
  [publisher, ...aliases].flatMap((name) => wordsOf(name).map((word) => word.stem));

/** The word's own synonyms, and those of a phrase in the asked stems that it stands first in ("säga emot"). */
export function synonymsOf(stem: string, asked: string, synonyms: Synonyms): readonly string[] {
  return [...synonyms].flatMap(([phrase, meant]) =>
    isFormOf(stem, phrase) || (phrase.startsWith(`${stem} `) && ` ${asked} `.includes(` ${phrase} `)) ? meant : [],
  );
}

/** Snowball leaves the article of some words: "pappersarbetet" beside "pappersarbet". */
const isFormOf = (stem: string, asked: string) => stem.startsWith(asked) && stem.length - asked.length <= 2;

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

function nearest(like: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [id, likeness] of like) if (best === undefined || likeness > (like.get(best) ?? 0)) best = id;
  return best;
}
