import { type Library } from './library';
import { type Passage } from './documents/passages';
import { type Quote } from './ranking/quote';
import { type Question } from './ranking/question';
import { isFirstPerson } from './ranking/questionType';
import { type Ranked } from './search';
import { type Word } from './text/swedish';
import { longestIndexed, quotesOf, type Topic } from './topics/topic';
import { type NearTopic } from './rankTopics';

/** How sure the search must be of a topic, from 0 to 1, and how much less sure than of the best passage it may be (below 0: how much surer it must be). */
interface Fit {
  readonly least: number;
  readonly behind: number;
}

/** Who tells of their own situation, asks for a way or types a few key words is helped more by several quotations. */
const ownSituation: Fit = { least: 0.5, behind: 0.02 };
/** Who asks for a fact is answered by the passage that has it. */
const fact: Fit = { least: 0.85, behind: -0.05 };
/** The confidence that a topic needs to answer where the search is sure of it, by itself, and to a story. */
const leastAgreed = 0.35;
const leastAlone = 0.6;
const leastInStory = 0.35;
/** How much surer the best passage may be of a story, whose everyday words many passages cover. */
const behindInStory = 0.5;
/** A question in the very words of one that the topic is known to answer; a cosine of words. */
const sameWords = 0.95;

/** The topic that answers a question better than any passage does; undefined where there is none. `ranked` and `ranking` come best first. */
export function chooseTopic(
  { topics, index }: Library,
  question: Question,
  ranked: readonly Ranked[],
  ranking: readonly NearTopic[],
): Topic | undefined {
  const known =
    index.topics.knownBy(question.words) ??
    ranked.find((one) => isTopic(one) && one.evidence.alike >= sameWords)?.passage.topic;
  if (known !== undefined) return topics.get(known);
  const [nearest] = ranking;
  // Who names a document wants its words.
  if (!nearest || question.named.size > 0) return undefined;
  const { topic, confidence } = nearest;
  const found = ranked.find(({ passage }) => passage.topic === topic.id);
  if (found?.evidence.lacksName) return undefined;
  const passage = ranked.find((one) => !isTopic(one))?.confidence ?? 0;
  const isOwn = isOwnSituation(question);
  const { least, behind } = isOwn ? ownSituation : fact;
  if (found && confidence >= leastAgreed && found.confidence >= least && found.confidence + behind >= passage)
    return topic;
  if (!isOwn) return undefined;
  const isFit = isStory(question)
    ? confidence >= leastInStory && confidence + behindInStory >= passage
    : confidence >= leastAlone && confidence >= passage;
  return isFit ? topic : undefined;
}

/** Somebody tells at length what has happened to them: quotations on the subject help more than the passage with most of the words. */
const isStory = ({ words }: Question): boolean => words.length > longestIndexed && words.some(isFirstPerson);

/** Topics that are offered where nothing is a straight answer. */
const offered = 3;
/** The confidence that a topic needs to be offered by its name, and to be shown whole. */
const leastOffered = 0.12;
const leastShown = 0.36;
const leastShownInStory = 0.25;
/** The confidence that a topic needs to be proposed next after a passage. A topic that quotes the passage needs less. */
const leastBeside = 0.5;
const leastBesideQuoted = 0.2;
/** The confidence that a topic needs to answer in place of a passage that it quotes, and how many of its quotations are looked at. */
const leastAround = 0.3;
const firstQuotes = 3;

/** The topics near a question that nothing answers straight. */
export interface NearTopics {
  /** Near enough to be shown in place of single passages. */
  readonly shown?: Topic;
  /** To choose from, best first. */
  readonly others: readonly Topic[];
}

/** Who asks for a fact or names a document is not helped by a topic that is only near. */
export function nearTopics(question: Question, ranking: readonly NearTopic[]): NearTopics {
  if (!isOwnSituation(question) || question.named.size > 0) return { others: [] };
  const [first, ...others] = ranking.filter(({ confidence }) => confidence >= leastOffered).slice(0, offered);
  if (!first) return { others: [] };
  const rest = others.map(({ topic }) => topic);
  const least = isStory(question) ? leastShownInStory : leastShown;
  return first.confidence >= least ? { shown: first.topic, others: rest } : { others: [first.topic, ...rest] };
}

/** The topic that is proposed next after a passage: the nearest one that is sure enough. */
export function topicBeside(ranking: readonly NearTopic[], answering: Passage): Topic | undefined {
  const isQuoted = (topic: Topic) => quotesOf(topic).some(({ passage }) => passage.id === answering.id);
  return ranking.find(({ topic, confidence }) => confidence >= (isQuoted(topic) ? leastBesideQuoted : leastBeside))
    ?.topic;
}

/**
 * The topic that says what a passage says, and more beside it: it quotes at least half of what the passage would be quoted with,
 * among its first quotations. Undefined where there is none, and for who wants no more than the passage.
 */
export function topicAround(
  question: Question,
  ranking: readonly NearTopic[],
  { passage, excerpt }: Quote,
): Topic | undefined {
  if (!isOwnSituation(question) || question.named.size > 0) return undefined;
  const isSaidBy = (topic: Topic) =>
    quotesOf(topic)
      .slice(0, firstQuotes)
      .some(
        ({ passage: { id }, text }) =>
          id === passage.id &&
          (text.includes(excerpt) || (excerpt.includes(text) && text.length >= excerpt.length / 2)),
      );
  return ranking.find(({ topic, confidence }) => confidence >= leastAround && isSaidBy(topic))?.topic;
}

export const isTopic = ({ passage }: Ranked): boolean => passage.topic !== undefined;

/** "Finns det forskning …": only a passage can answer that. */
const asksWhatThereIs = (words: readonly Word[]) =>
  words.some(
    ({ folded }, at) => folded === 'finns' && /^(det|nan|nagon|nagot|nagra)$/.test(words[at + 1]?.folded ?? ''),
  );

/** True for who tells of their own situation, asks for a way or types key words: not for a fact or a definition. */
export const isOwnSituation = ({ wantsWay, words, fact, definitionOf }: Question): boolean =>
  wantsWay || words.some(isFirstPerson) || (!fact && !definitionOf && !asksWhatThereIs(words));
