import { type Flow } from '../coaching/flow';
import { type Answer } from '../knowledge/answer';
import { isFirstPerson } from '../knowledge/ranking/questionType';
import { alike, likeness, stemsOf } from '../knowledge/ranking/likeness';
import { wantsWay } from '../knowledge/ranking/questionType';
import { wordsOf, type Word } from '../knowledge/text/swedish';
import { type Topic } from '../knowledge/topics/topic';
import { asksSomething, beginsAsking } from './language';

/** A message is in the same words as a way to ask for a guide from this cosine of words on. */
const sameWords = 0.95;
/** Nearly the same words: enough where managers write about themselves. */
const nearly = 0.8;
/** From this likeness on, a message asks for the guide where the search says so too. */
const like = 0.5;
/** From this likeness on, a message that holds the guide's everyday words is about what the guide does. */
const told = 0.6;

/**
 * Returns the guide that helps more than an answer; undefined where the answer comes first. `named` is the guide whose everyday
 * words are all in the message. A message of one word, or a question about a thing, leads to no guide.
 */
export type GuideFirst = (text: string, answer: Answer, named?: string) => Flow | undefined;

/**
 * Returns the function that chooses between a guide and an answer. It compares messages with `asked`, `starts` and `notAsked` of
 * these flows, which are read once here.
 */
export function guideFirstAmong(flows: readonly Flow[]): GuideFirst {
  const stems = (text: string) => stemsOf(wordsOf(text));
  // The stems are computed once: there are hundreds of ways to ask, and each is compared with every question.
  const guides = flows.map((flow) => ({
    flow,
    ways: [...flow.asked, ...flow.starts].map(stems),
    others: flow.notAsked.map(stems),
  }));
  return (text, answer, named) => {
    const words = wordsOf(text);
    if (asksForFact(text, words)) return undefined;
    const said = stemsOf(words);
    const most = (ways: readonly ReadonlySet<string>[]) => Math.max(0, ...ways.map((way) => likeness(way, said)));
    const [best] = guides
      .map(({ flow, ways, others }) => ({ flow, ways, others, near: most(ways) }))
      .sort((one, other) => other.near - one.near);
    if (!best || best.near < like) return undefined;
    const { flow, ways, others, near } = best;
    if (most(others) > near) return undefined;
    if (near >= sameWords) return flow;
    if (!words.some(isFirstPerson)) return undefined;
    if (isOfOther(flow, ways, said, answer)) return undefined;
    if (near >= nearly) return flow;
    const isTold = near >= told && flow.id === named && !asksSomething(text);
    return isTold || isFound(flow, near, words, answer) ? flow : undefined;
  };
}

/** Whether a question wants an answer and no guide: "Varför …", "Vem …", "Vad är …". */
const asksForFact = (text: string, words: readonly Word[]): boolean =>
  beginsAsking(text) && !wantsWay(words) && !/^\s*vad (säger|svarar|ska) jag\b/i.test(text);

/**
 * Whether the search found a topic of another guide, and the message has a word that is asked of the topic and never of the guide:
 * "Hur blir jag bättre på att lyssna?", where the guide is asked how one gets better at delegating.
 */
const isOfOther = (
  { id }: Flow,
  ways: readonly ReadonlySet<string>[],
  said: ReadonlySet<string>,
  answer: Answer,
): boolean =>
  answer.outcome === 'topic' &&
  answer.topic.guide !== id &&
  answer.topic.rehearsal !== id &&
  answer.topic.asked.some((way) =>
    [...stemsOf(wordsOf(way))].some((stem) => said.has(stem) && ways.every((one) => !one.has(stem))),
  );

/** How like a message is to the nearest way to ask for a topic that is not a way to ask for the guide. */
const nearOthers = ({ question, asked }: Topic, ofGuide: readonly string[], words: readonly Word[]): number =>
  alike(
    [question, ...asked].filter((way) => !ofGuide.includes(way)).map((way) => stemsOf(wordsOf(way))),
    words,
  );

/**
 * Whether the search found a topic of the guide, and the message is more like the guide than like other ways to ask for that
 * topic.
 */
function isFound({ id, asked }: Flow, near: number, words: readonly Word[], answer: Answer): boolean {
  return answer.outcome === 'topic' && answer.topic.guide === id && near >= nearOthers(answer.topic, asked, words);
}
