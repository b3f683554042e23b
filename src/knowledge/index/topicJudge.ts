import { wordsOf, type Word } from '../text/swedish';
import { isLongWay, type Topic } from '../topics/topic';
import { marginsOf, trainTopicModel } from '../topics/topicModel';

/** Tells which topic a question is about. It is learned from all ways to ask, also the long ones. */
export interface TopicJudge {
  /** How far a question belongs to each topic, by the topic's id. */
  readonly margins: (words: readonly Word[]) => ReadonlyMap<string, number>;
  /** The id of the topic with a long way to ask in these very words; undefined where there is none. */
  readonly knownBy: (words: readonly Word[]) => string | undefined;
}

/**
 * A judge over stored rows. `topics` are ids in the order of the weights in each row. `rowsOf` reads the rows of features.
 * `topicOf` finds the topic of a long way to ask, by its sorted stems.
 */
export const judgeOf = (
  topics: readonly string[],
  rowsOf: Parameters<typeof marginsOf>[2],
  topicOf: (words: string) => string | undefined,
): TopicJudge => ({
  margins: (words) => {
    const margins = marginsOf(words, topics.length, rowsOf);
    return new Map(topics.map((topic, number) => [topic, margins[number]!]));
  },
  knownBy: (words) => topicOf(sameWords(words)),
});

/** A topic judge in memory, which is learned at the first question. */
export function loadedTopicJudge(topics: readonly Topic[]): TopicJudge {
  const ways = longWays(topics);
  let rows: ReturnType<typeof trainTopicModel> | undefined;
  return judgeOf(
    topics.map(({ id }) => id),
    () => (rows ??= trainTopicModel(topics)),
    (words) => ways.get(words),
  );
}

/** The long ways to ask for topics: their stems, sorted -> the topic's id. */
export const longWays = (topics: readonly Topic[]): ReadonlyMap<string, string> =>
  new Map(topics.flatMap(({ id, asked }) => asked.filter(isLongWay).map((way) => [sameWords(wordsOf(way)), id])));

/** The same text for all texts with the same stems, in any order. */
const sameWords = (words: readonly Word[]): string => [...new Set(words.map(({ stem }) => stem))].sort().join(' ');
