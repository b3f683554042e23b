import { type Library } from './library';
import { type Passage } from './documents/passages';
import { type Quote } from './ranking/quote';
import { type Question } from './ranking/question';
import { type Ranked } from './search';
import { type Word } from './text/swedish';
import { quotesOf, type Topic } from './topics/topic';

/** How sure a topic must be, from 0 to 1, and how much less sure than the best passage it may be (below 0: how much surer it must be). */
interface Fit {
  readonly least: number;
  readonly behind: number;
}

/** Who tells of their own situation, asks for a way or types a few key words is helped more by several quotations. */
const ownSituation: Fit = { least: 0.5, behind: 0.02 };
/** Who asks for a fact is answered by the passage that has it. */
const fact: Fit = { least: 0.85, behind: -0.05 };
/** A question in the very words of one that the topic is known to answer; a cosine of words. */
const sameWords = 0.95;

/** The topic that answers a question better than any passage does; undefined where there is none. `ranked` comes best first. */
export function chooseTopic(
  { topics, index }: Library,
  question: Question,
  ranked: readonly Ranked[],
): Topic | undefined {
  const told = index.topics.knownBy(question.words);
  if (told) return topics.get(told);
  const fitting = ranked.filter(isTopic);
  const known = fitting.find(({ evidence }) => evidence.alike >= sameWords);
  if (known) return topics.get(known.passage.topic!);
  const [best] = fitting;
  // Who names a document wants its words.
  if (!best || question.named.size > 0) return undefined;
  const passage = ranked.find((one) => !isTopic(one))?.confidence ?? 0;
  const { least, behind } = isOwnSituation(question) ? ownSituation : fact;
  const isFit = best.confidence >= least && best.confidence + behind >= passage && !best.evidence.lacksName;
  return isFit ? topics.get(best.passage.topic!) : undefined;
}

/** Topics that are offered where nothing is a straight answer. */
const offered = 3;
/** The confidence that a topic needs to be offered by its name, and to be shown whole. */
const leastOffered = 0.03;
const leastShown = 0.3;
/** The confidence that a topic needs to be proposed next after a passage. A topic that quotes the passage needs less. */
const leastBeside = 0.4;
const leastBesideQuoted = 0.15;
/** The confidence that a topic needs to answer in place of a passage that it quotes, and how many of its quotations are looked at. */
const leastAround = 0.1;
const firstQuotes = 3;
/** This share of the score of the best passage that a topic quotes is added to the topic's own score. */
const quotedShare = 0.5;

/** The topics near a question that nothing answers straight. */
export interface NearTopics {
  /** Near enough to be shown in place of single passages. */
  readonly shown?: Topic;
  /** To choose from, best first. */
  readonly others: readonly Topic[];
}

/** Who asks for a fact or names a document is not helped by a topic that is only near. */
export function nearTopics(library: Library, question: Question, ranked: readonly Ranked[]): NearTopics {
  if (!isOwnSituation(question) || question.named.size > 0) return { others: [] };
  const [first, ...others] = ranking(library, ranked).slice(0, offered);
  if (!first) return { others: [] };
  const rest = others.map(({ topic }) => topic);
  return first.confidence >= leastShown ? { shown: first.topic, others: rest } : { others: [first.topic, ...rest] };
}

/** The topic that is proposed next after a passage: the nearest one that is sure enough. */
export function topicBeside(library: Library, ranked: readonly Ranked[], answering: Passage): Topic | undefined {
  const isQuoted = (topic: Topic) => quotesOf(topic).some(({ passage }) => passage.id === answering.id);
  return ranking(library, ranked).find(
    ({ topic, confidence }) => confidence >= (isQuoted(topic) ? leastBesideQuoted : leastBeside),
  )?.topic;
}

/**
 * The topic that says what a passage says, and more beside it: it quotes at least half of what the passage would be quoted with,
 * among its first quotations. Undefined where there is none, and for who wants no more than the passage.
 */
export function topicAround(
  library: Library,
  question: Question,
  ranked: readonly Ranked[],
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
  return ranking(library, ranked).find(({ topic, confidence }) => confidence >= leastAround && isSaidBy(topic))?.topic;
}

interface NearTopic {
  readonly topic: Topic;
  readonly confidence: number;
  readonly score: number;
}

/** Best first. */
function ranking({ topics }: Library, ranked: readonly Ranked[]): NearTopic[] {
  const scores = new Map(ranked.map(({ passage, score }) => [passage.id, score]));
  return ranked
    .filter((one) => isTopic(one) && one.confidence >= leastOffered)
    .flatMap(({ passage, score, confidence }) => {
      const topic = topics.get(passage.topic!);
      if (!topic) return [];
      const quoted = Math.max(0, ...quotesOf(topic).map((quote) => scores.get(quote.passage.id) ?? 0));
      return [{ topic, confidence, score: score + quotedShare * quoted }];
    })
    .sort((one, other) => other.score - one.score);
}

export const isTopic = ({ passage }: Ranked): boolean => passage.topic !== undefined;

const firstPerson = new Set('jag ja mig mej min mitt mina vi oss var vart vara'.split(' '));
export const isFirstPerson = ({ folded }: Word): boolean => firstPerson.has(folded);

/** "Finns det forskning …": only a passage can answer that. */
const asksWhatThereIs = (words: readonly Word[]) =>
  words.some(
    ({ folded }, at) => folded === 'finns' && /^(det|nan|nagon|nagot|nagra)$/.test(words[at + 1]?.folded ?? ''),
  );

/** True for who tells of their own situation, asks for a way or types key words: not for a fact or a definition. */
export const isOwnSituation = ({ wantsWay, words, fact, definitionOf }: Question): boolean =>
  wantsWay || words.some(isFirstPerson) || (!fact && !definitionOf && !asksWhatThereIs(words));
