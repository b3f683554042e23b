import { type Library } from './library';
import { type Question } from './ranking/question';
import { type Ranked } from './search';
import { passageIdOf, quotesOf, type Topic } from './topics/topic';

/** A topic beside a question. */
export interface NearTopic {
  readonly topic: Topic;
  /** How likely it is, from 0 to 1, that the question is one for this topic. */
  readonly confidence: number;
  /** The share of the question's telling words that stand in its ways to ask, from 0 to 1. */
  readonly cover: number;
}

/**
 * What the search's score of a topic, and of the best passage that it quotes, add to the learned margin. Set by left-out ways to
 * ask.
 */
const shares = { score: 0.03, quoted: 0.015 };
/** A difference of this margin makes one topic e times as likely as another. */
const temperature = 0.2;
/** Platt's scaling of the chance among topics and of the search's own confidence, fitted to left-out ways and to unanswerable questions (docs/search.md). */
const scaling = { chance: 0.96, found: 0.34, constant: 0.75 };
/** The confidence of a topic that the search did not find; one minus this is the highest. */
const leastFound = 0.01;

const odds = (chance: number) => Math.log(chance / (1 - chance));
const bounded = (chance: number) => Math.min(1 - leastFound, Math.max(leastFound, chance));

/**
 * At most twelve topics, those nearest to a question first, by what was learned from the ways to ask and by what the search
 * found.
 */
export function rankTopics({ index, topics }: Library, question: Question, ranked: readonly Ranked[]): NearTopic[] {
  const margins = index.topics.margins(question.words);
  const found = new Map(ranked.map((one) => [one.passage.id, one]));
  const quoting = quotingIn(topics);
  /** The score of the best passage that each topic quotes. */
  const quoted = new Map<Topic, number>();
  for (const { passage, score } of ranked)
    for (const topic of quoting.get(passage.id) ?? []) quoted.set(topic, Math.max(quoted.get(topic) ?? 0, score));
  const scored = [...topics.values()].map((topic) => {
    const own = found.get(passageIdOf(topic));
    const score =
      (margins.get(topic.id) ?? 0) + shares.score * (own?.score ?? 0) + shares.quoted * (quoted.get(topic) ?? 0);
    return { topic, score, confidence: own?.confidence ?? 0, cover: own?.evidence.cover ?? 0 };
  });
  const highest = Math.max(...scored.map(({ score }) => score));
  const chanceOf = (score: number) => Math.exp((score - highest) / temperature);
  const all = scored.reduce((sum, { score }) => sum + chanceOf(score), 0);
  return scored
    .sort((one, other) => other.score - one.score)
    .slice(0, mostNear)
    .map(({ topic, score, confidence, cover }) => {
      if (topics.size < fewestLearned) return { topic, confidence, cover };
      const sum =
        scaling.chance * Math.log(chanceOf(score) / all) + scaling.found * odds(bounded(confidence)) + scaling.constant;
      return { topic, confidence: 1 / (1 + Math.exp(-sum)), cover };
    })
    .sort((one, other) => other.confidence - one.confidence);
}

/** The topics that quote a passage, by its id. They are listed once for each library: there are hundreds of quotes. */
const listed = new WeakMap<Library['topics'], ReadonlyMap<string, readonly Topic[]>>();
function quotingIn(topics: Library['topics']): ReadonlyMap<string, readonly Topic[]> {
  const known = listed.get(topics);
  if (known) return known;
  const quoting = new Map<string, Topic[]>();
  for (const topic of topics.values())
    for (const { passage } of quotesOf(topic)) quoting.set(passage.id, [...(quoting.get(passage.id) ?? []), topic]);
  listed.set(topics, quoting);
  return quoting;
}

/** No question is near to more topics than this. */
const mostNear = 12;
/** Among fewer topics, the classifier's order says nothing, and only the search decides. */
const fewestLearned = 10;
