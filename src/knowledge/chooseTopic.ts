import { type Library } from './library';
import { type Passage } from './documents/passages';
import { type Quote } from './ranking/quote';
import { type Question } from './ranking/question';
import { type Ranked } from './search';
import { quotesOf, type Topic } from './topics/topic';
import { type NearTopic } from './rankTopics';
import { asksWhatThereIs, isOwnSituation, isStory, tells, wantsHelp } from './wantsTopic';

/**
 * How sure the search must be of a topic, from 0 to 1, and how much less sure than of the best passage it may be. Below 0 it must
 * be that much surer.
 */
interface Fit {
  readonly least: number;
  readonly behind: number;
}

/**
 * For a person who tells about an own situation, asks for a way or types a few key words: several quotations help more than one.
 */
const ownSituation: Fit = { least: 0.5, behind: 0.02 };
/** For a question about a fact: the passage with the fact answers it. */
const fact: Fit = { least: 0.85, behind: -0.05 };
/** The confidence that a topic needs to answer where the search is sure of it too, where it is not, and for a story. */
const leastAgreed = 0.4;
const leastAlone = 0.63;
const leastInStory = 0.4;
/** How much surer the best passage may be for a story. Many passages cover a story's everyday words. */
const behindInStory = 0.5;
/** From this cosine on, a question is in the same words as one that the topic is known to answer. */
const sameWords = 0.95;

/** The topic that is known to answer a question, in the same words or nearly. */
export function knownTopic(
  { topics, index }: Library,
  question: Question,
  ranked: readonly Ranked[],
): Topic | undefined {
  const known =
    index.topics.knownBy(question.words) ??
    ranked.find((one) => isTopic(one) && one.evidence.alike >= sameWords)?.passage.topic;
  return known === undefined ? undefined : topics.get(known);
}

/**
 * The topic that answers a question better than any passage, where none is known to answer it (`knownTopic`); undefined where there
 * is none. `ranked` and `ranking` have the best first.
 */
export function chooseTopic(
  question: Question,
  ranked: readonly Ranked[],
  ranking: readonly NearTopic[],
): Topic | undefined {
  const [nearest] = ranking;
  // A person who names a document wants its words.
  if (!nearest || question.named.size > 0) return undefined;
  const { topic, confidence } = nearest;
  const found = ranked.find(({ passage }) => passage.topic === topic.id);
  if (found?.evidence.lacksName) return undefined;
  const passage = ranked.find((one) => !isTopic(one))?.confidence ?? 0;
  const isOwn = isOwnSituation(question);
  const { least, behind } = isOwn ? ownSituation : fact;
  if (found && confidence >= leastAgreed && found.confidence >= least && found.confidence + behind >= passage)
    return topic;
  if (!isOwn && !asksWhatThereIs(question)) return undefined;
  const isFit = isStory(question)
    ? confidence >= leastInStory && confidence + behindInStory >= passage
    : confidence >= leastAlone && confidence >= passage;
  return isFit ? topic : undefined;
}

/**
 * The confidence that a topic needs to answer instead of a passage that is found: a sure one, or another. Everyday words make many
 * a passage sure of a story.
 */
const leastBefore = { sure: 0.65, other: 0.5 };
const leastBeforeInStory = { sure: 0.45, other: 0.35 };
const surePassage = 0.8;

/** The topic that helps more than the passage that was found; undefined where the question asks for the passage. */
export function topicInstead(
  question: Question,
  [nearest]: readonly NearTopic[],
  [passage]: readonly Ranked[],
): Topic | undefined {
  if (!nearest || !passage || !wantsHelp(question) || !isOwnSituation(question) || question.named.size > 0)
    return undefined;
  const { sure, other } = isStory(question) || tells(question) ? leastBeforeInStory : leastBefore;
  return nearest.confidence >= (passage.confidence >= surePassage ? sure : other) ? nearest.topic : undefined;
}

/** The confidence that a topic needs to be proposed next after a passage. A topic that quotes the passage needs less. */
const leastBeside = 0.5;
const leastBesideQuoted = 0.2;

/** The topic to propose next after a passage: the nearest one, where it is sure enough. */
export function topicBeside(ranking: readonly NearTopic[], answering: Passage): Topic | undefined {
  const isQuoted = (topic: Topic) => quotesOf(topic).some(({ passage }) => passage.id === answering.id);
  return ranking.find(({ topic, confidence }) => confidence >= (isQuoted(topic) ? leastBesideQuoted : leastBeside))
    ?.topic;
}

/**
 * The confidence that a topic needs to answer instead of a passage that it quotes, and how many of its quotations are looked at.
 */
const leastAround = 0.3;
const firstQuotes = 3;

/**
 * The topic that quotes a passage among its first quotations, at least half of what would be shown of it, and says more beside
 * it. Undefined where there is none, or the question asks for the passage only.
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

/** Whether a passage is a topic's own, which the index holds beside the documents' passages. */
export const isTopic = ({ passage }: Ranked): boolean => passage.topic !== undefined;
