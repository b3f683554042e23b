import { chooseTopic, isTopic, knownTopic, topicAround, topicBeside, topicInstead } from './chooseTopic';
import { isStraight, nearTopics, wantsAdvice, type NearTopics } from './nearTopics';
import { asksForTerm, isOneFact, isStory } from './wantsTopic';
import { isTermOf, offered } from './nearTerm';
import { isAboutBot } from './aboutBot';
import { documentsAsked } from './documentFacts';
import { type KnowledgeDocument } from './documents/document';
import { absentNames } from './ranking/absentNames';
import { followUpsTo } from './followUps';
import { type Library } from './library';
import { type Passage } from './documents/passages';
import { readQuestion, type Question } from './ranking/question';
import { quote, type Quote, type QuoteLength } from './ranking/quote';
import { nearest, type Ranked } from './search';
import { idIn } from './text/lexicon';
import { rankTopics, type NearTopic } from './rankTopics';
import { passageIdOf, type Topic } from './topics/topic';
import { besides, furtherSources, others } from './besides';
import { type Disagreement } from './ranking/disagreement';
import { decideOutcome, isLikely } from './ranking/answerOutcome';
import { isForeign, isKnownOutside } from './ranking/foreign';
import { wellKnown } from './ranking/fairMatch';
import { asksForOneFact, factAsked, type FactAsked } from './ranking/factAsked';

/**
 * What the library answers to a question. The same question always gives the same answer: there is no language model and no
 * clock.
 */
export type Answer =
  | {
      readonly outcome: 'found';
      readonly quote: Quote;
      /** Up to two short quotations of other documents that also answer, where the answer is in several documents. */
      readonly beside: readonly Quote[];
      /** What the quotations beside the first one differ in, where they do. */
      readonly differs?: Disagreement;
      /** Up to two further sources, best first. */
      readonly more: readonly Quote[];
      /** Up to three other questions that the documents answer. */
      readonly followUps: readonly string[];
    }
  | {
      readonly outcome: 'topic';
      readonly topic: Topic;
      /** Topics to continue with. */
      readonly next: readonly Topic[];
    }
  | {
      readonly outcome: 'unsure';
      /** Up to three candidates to choose from, best first; none where only a topic is near. */
      readonly candidates: readonly Quote[];
      readonly near: NearTopics;
      /** The fact that is asked for, where the nearest passage does not hold it. */
      readonly lacks?: FactAsked;
      /** Names that are asked for and that no document holds. They have letters, spaces and hyphens only. */
      readonly absent?: readonly string[];
    }
  | {
      readonly outcome: 'none';
      readonly near: NearTopics;
      readonly absent?: readonly string[];
      /** The documents about which the question asks who wrote them, when, or under which number. */
      readonly documents?: readonly KnowledgeDocument[];
    };

type Found = Extract<Answer, { outcome: 'found' }>;

/** How many candidates further passages are chosen from. */
const considered = 8;
/** A quotation beside the first one is short, because three together fill a phone. */
const shortQuote: QuoteLength = { longest: 260, whole: 300 };
const mostMore = 2;
/** How many of the candidates may be topics. */
const topicsBeside = 12;
/** The share of a term that a passage must have to be near, where the question asks what the term means. */
const leastOfTerm = 0.6;
/** How many questions to continue with are shown. */
const mostFollowUps = 3;
const fitsButton = (question: string): boolean => question.length <= 50;

/** Answers a question from the library. `without` are ids of passages that must not answer, because they already have. */
export function ask(library: Library, text: string, without: readonly string[] = []): Answer {
  const { vocabulary, wording } = library.index;
  const question = readQuestion(vocabulary, wording, text);
  const answer = answerTo(library, question, text, without);
  if (answer.outcome === 'unsure' || answer.outcome === 'none') {
    const documents = documentsAsked(library.documents, question.words);
    if (documents.length > 0) return { outcome: 'none', near: { others: [] }, documents };
  }
  const absent = absentNames(vocabulary, wording, question, text);
  if (!absent) return answer;
  // How others do something helps a person who asks how Stockholm does it. It does not help a person who asks for
  // a number or a reason there.
  const { names, isWhere, isLaw, rest = '' } = absent;
  // Nobody else's words say what a law says.
  if (isLaw) return { outcome: 'none', near: { others: [] }, absent: names };
  if (!rest || asksForOneFact(question) || question.fact === 'reason') return naming(names, answer);
  const aboutOthers = readQuestion(vocabulary, wording, rest);
  const ofOthers = answerTo(library, aboutOthers, rest, without);
  // The documents say nothing about the weather, in Östersund or elsewhere.
  if (isWhere && answer.outcome === 'none' && ofOthers.outcome === 'none') return answer;
  const isOurs = aboutOthers.words.every(({ stop, stem }) => stop || idIn(vocabulary.lexicon, stem) !== undefined);
  const isNear = ofOthers.outcome === 'unsure' && answer.outcome === 'none' && isOurs;
  const helpsMore = isNear || ofOthers.outcome === 'found' || ofOthers.outcome === 'topic';
  return naming(names, helpsMore ? ofOthers : answer);
}

/** The answer to a question about somebody whom the documents do not name. It is about others, so it is never "found". */
function naming(absent: readonly string[], answer: Answer): Answer {
  switch (answer.outcome) {
    case 'found':
      return { outcome: 'unsure', candidates: allQuotes(answer).slice(0, 3), near: { others: [] }, absent };
    case 'topic':
      return { outcome: 'unsure', candidates: [], near: { shown: answer.topic, others: answer.next }, absent };
    case 'unsure':
    case 'none':
      return { ...answer, absent };
  }
}

function answerTo(library: Library, question: Question, text: string, without: readonly string[]): Answer {
  const { vocabulary, wording } = library.index;
  if (question.saysNothing || question.wantsPresentState || isAboutBot(question.words))
    return { outcome: 'none', near: { others: [] } };
  // A person who asks for more has had the best passage, so the next one only has to answer.
  const isMore = ({ id }: Passage, confidence: number) =>
    !without.includes(id) && confidence >= wording.weights.thresholds.unsure;
  const ranked = weighed(library, question, without.length).filter(
    ({ passage, confidence }) => without.length === 0 || isMore(passage, confidence),
  );
  if (isKnownOutside(ranked)) return { outcome: 'none', near: { others: [] } };
  const ranking = rankTopics(library, question, ranked)
    .filter(({ topic }) => !without.includes(passageIdOf(topic)))
    .filter(coversAsMuchAs(ranked));
  const known = knownTopic(library, question, ranked);
  if (known) return topicAnswer(library, known);
  // A manager's story has words of its own, and nobody has written what a new passage is asked.
  const isNew = (ranked.find((one) => !isTopic(one))?.passage.asked?.length ?? 0) < wellKnown;
  const sureness = Math.max(ranking[0]?.confidence ?? 0, ...ranked.map(({ confidence }) => confidence));
  if (!isStory(question) && !isNew && isForeign(vocabulary, wording, question, sureness))
    return { outcome: 'none', near: offered(nearTopics(library, question, ranking, false)) };
  // A topic has no templates, forms or links.
  const asksForForm = question.fact === 'form' && isOneFact(question);
  const topic = asksForForm ? undefined : chooseTopic(question, ranked, ranking);
  if (topic) return topicAnswer(library, topic);
  return citing(library, question, text, ranked, ranking);
}

/**
 * A topic has many ways to ask, and a new passage has few known questions or none. Where it holds more of the question all the
 * same, the topic is about something else.
 */
function coversAsMuchAs(ranked: readonly Ranked[]): (topic: NearTopic) => boolean {
  const best = ranked.find((one) => !isTopic(one));
  const least = best && (best.passage.asked?.length ?? 0) < wellKnown ? best.evidence.cover : 0;
  return ({ cover }) => cover >= least;
}

/**
 * The passages and topics from which an answer is chosen, best first. `more` adds that many candidates, for a search that leaves
 * some out.
 */
export const weighed = ({ index }: Library, question: Question, more = 0): Ranked[] =>
  nearest(index, question, considered + topicsBeside + more, considered + more);

/** What passages answer to a question, or the topics near it where no passage answers. */
function citing(
  library: Library,
  question: Question,
  text: string,
  all: readonly Ranked[],
  ranking: readonly NearTopic[],
): Answer {
  const ranked = all.filter((one) => !isTopic(one)).slice(0, considered);
  const [best] = ranked;
  const { weights } = library.index.wording;
  const quoteOf = ({ entry }: Ranked) => quote(question, entry);
  const isNear = best && isLikely(weights, best);
  const instead = isNear && (topicAround(question, ranking, quoteOf(best)) ?? topicInstead(question, ranking, ranked));
  if (instead) return topicAnswer(library, instead);
  const decided = decideOutcome(weights, ranked);
  const near = nearTopics(library, question, ranking, decided !== 'none');
  const isBetterNear = wantsAdvice(question, near, ranking, ranked) || isTermOf(question, near, ranking, best);
  const outcome = decided === 'found' && isBetterNear ? 'unsure' : decided;
  if (outcome !== 'found' && near.shown && isStraight(question, near, ranking, ranked))
    return topicAnswer(library, near.shown);
  if (!best || outcome === 'none')
    return near.shown
      ? { outcome: 'unsure', candidates: [], near, lacks: best && factAsked(question, best.grounds) }
      : { outcome: 'none', near };
  if (outcome === 'unsure') {
    // A text with half of the term says nothing of it.
    if (asksForTerm(question) && !near.shown && best.evidence.cover < leastOfTerm) return { outcome: 'none', near };
    const candidates = [best, ...others(ranked).slice(0, 2)].map(quoteOf);
    return { outcome, candidates, near, lacks: factAsked(question, best.grounds) };
  }
  const { beside, differs } = besides(weights, question, best, others(ranked));
  const more = furtherSources(best, others(ranked)).filter((one) => !beside.includes(one));
  const next = topicBeside(ranking, best.passage);
  return found(
    library,
    text,
    {
      quote: quoteOf(best),
      beside: beside.map(({ entry }) => quote(question, entry, shortQuote)),
      more: more.slice(0, mostMore).map(quoteOf),
      ...(differs && { differs }),
    },
    next && fitsButton(next.question) && next.question !== text ? next.question : undefined,
  );
}

const topicAnswer = ({ topics }: Library, topic: Topic): Answer => ({
  outcome: 'topic',
  topic,
  next: topic.next.flatMap((id) => topics.get(id) ?? []),
});

/** The passage with this id as an answer of its own; undefined when the documents no longer have it. */
export function cite(library: Library, id: string): Found | undefined {
  const passage = library.passage(id);
  return passage && found(library, passage.text, { quote: { passage, excerpt: passage.text }, beside: [], more: [] });
}

/** `first` is the question that comes first among those to continue with. */
function found(
  library: Library,
  question: string,
  quotes: Omit<Found, 'outcome' | 'followUps'>,
  first?: string,
): Found {
  const others = followUpsTo(
    library.followUps(),
    question,
    allQuotes(quotes).map(({ passage }) => passage),
  );
  return {
    outcome: 'found',
    ...quotes,
    followUps: first ? [first, ...others.filter((other) => other !== first)].slice(0, mostFollowUps) : others,
  };
}

/** All quotes of an answer, in the order in which they are shown. */
export const allQuotes = ({ quote, beside, more }: Omit<Found, 'outcome' | 'followUps'>): Quote[] => [
  quote,
  ...beside,
  ...more,
];
