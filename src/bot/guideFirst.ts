import { type Flow } from '../coaching/flow';
import { type Answer } from '../knowledge/answer';
import { isFirstPerson } from '../knowledge/ranking/questionType';
import { alike } from '../knowledge/ranking/evidence';
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
  const guides = flows.map((flow) => ({
    flow,
    ways: [...flow.asked, ...flow.starts].map(wordsOf),
    others: flow.notAsked.map(wordsOf),
  }));
  return (text, answer, named) => {
    const words = wordsOf(text);
    const [best] = guides
      .map(({ flow, ways, others }) => ({ flow, others, likeness: alike(ways, words) }))
      .sort((one, other) => other.likeness - one.likeness);
    if (!best || best.likeness < like || asksForFact(text, words)) return undefined;
    const { flow, others, likeness } = best;
    if (alike(others, words) > likeness) return undefined;
    if (likeness >= sameWords) return flow;
    if (!words.some(isFirstPerson)) return undefined;
    if (likeness >= nearly) return flow;
    const isTold = likeness >= told && flow.id === named && !asksSomething(text);
    return isTold || isFound(flow, likeness, words, answer) ? flow : undefined;
  };
}

/** "Varför …", "Vem …", "Vad är …": who asks for no way, nor for words to say, wants an answer. */
const asksForFact = (text: string, words: readonly Word[]): boolean =>
  beginsAsking(text) && !wantsWay(words) && !/^\s*vad (säger|svarar|ska) jag\b/i.test(text);

/** Whether the search found a topic of the guide, and none of what else is asked of that topic is more like the message. */
function isFound({ id, asked }: Flow, likeness: number, words: readonly Word[], answer: Answer): boolean {
  if (answer.outcome !== 'topic' || answer.topic.guide !== id) return false;
  const { question, asked: all } = answer.topic;
  const others = [question, ...all].filter((way) => !asked.includes(way));
  return likeness >= alike(others.map(wordsOf), words);
}
