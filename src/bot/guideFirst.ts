import { type Flow } from '../coaching/flow';
import { type Answer } from '../knowledge/answer';
import { isFirstPerson } from '../knowledge/ranking/questionType';
import { alike, likeness, stemsOf } from '../knowledge/ranking/likeness';
import { wantsWay } from '../knowledge/ranking/questionType';
import { wordsOf, type Word } from '../knowledge/text/swedish';
import { asksSomething, beginsAsking } from './language';

/** A message in the very words of one of the ways to ask for a guide; a cosine of words. */
const sameWords = 0.95;
/** Nearly in those words: enough where managers write of themselves. */
const nearly = 0.8;
/** A message that is so like one of them asks for the guide where the search says so too. */
const like = 0.5;
/** A message that is so like one of them, and holds the guide's everyday words, tells of what the guide does. */
const told = 0.6;

/**
 * The guide that serves better than an answer; undefined where the answer comes first. `named` is the guide whose everyday
 * words all stand in the message. One word, or a question about a thing, is no reason for a guide.
 */
export type GuideFirst = (text: string, answer: Answer, named?: string) => Flow | undefined;

export function guideFirstAmong(flows: readonly Flow[]): GuideFirst {
  const stems = (text: string) => stemsOf(wordsOf(text));
  // The stems are found once: there are hundreds of ways to ask, and each is compared with every question.
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
      .map(({ flow, ways, others }) => ({ flow, others, near: most(ways) }))
      .sort((one, other) => other.near - one.near);
    if (!best || best.near < like) return undefined;
    const { flow, others, near } = best;
    if (most(others) > near) return undefined;
    if (near >= sameWords) return flow;
    if (!words.some(isFirstPerson)) return undefined;
    if (near >= nearly) return flow;
    const isTold = near >= told && flow.id === named && !asksSomething(text);
    return isTold || isFound(flow, near, words, answer) ? flow : undefined;
  };
}

/** "Varför …", "Vem …", "Vad är …": who asks for no way, nor for words to say, wants an answer. */
const asksForFact = (text: string, words: readonly Word[]): boolean =>
  beginsAsking(text) && !wantsWay(words) && !/^\s*vad (säger|svarar|ska) jag\b/i.test(text);

/** Whether the search found a topic of the guide, and none of what else is asked of that topic is more like the message. */
function isFound({ id, asked }: Flow, near: number, words: readonly Word[], answer: Answer): boolean {
  if (answer.outcome !== 'topic' || answer.topic.guide !== id) return false;
  const { question, asked: all } = answer.topic;
  const others = [question, ...all].filter((way) => !asked.includes(way));
  return near >= alike(others.map(wordsOf), words);
}
