import { type Flow } from '../coaching/flow';
import { type Answer } from '../knowledge/answer';
import { isFirstPerson } from '../knowledge/ranking/questionType';
import { alike, stemsOf } from '../knowledge/ranking/likeness';
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
  const ways = flows.map(({ asked, starts }) => [...asked, ...starts].map(stems));
  const nearestTo = nearestAmong(ways);
  const others = flows.map(({ notAsked }) => notAsked.map(stems));
  return (text, answer, named) => {
    const words = wordsOf(text);
    if (asksForFact(text, words)) return undefined;
    const said = stemsOf(words);
    const { at, near } = nearestTo(said);
    const flow = flows[at];
    if (!flow || near < like) return undefined;
    if (alike(others[at]!, said) > near) return undefined;
    if (near >= sameWords) return flow;
    if (!words.some(isFirstPerson)) return undefined;
    if (isOfOther(flow, ways[at]!, said, answer)) return undefined;
    if (near >= nearly) return flow;
    const isTold = near >= told && flow.id === named && !asksSomething(text);
    return isTold || isFound(flow, near, words, answer) ? flow : undefined;
  };
}

/**
 * Returns the function that finds the list with the way to ask that is most like what was said: its place among the lists (the
 * first of several), and the cosine. The ways are found by their stems, because most of the hundreds have hardly one in common
 * with a message.
 */
function nearestAmong(lists: readonly (readonly ReadonlySet<string>[])[]) {
  const ways = lists.flatMap((list, at) => list.map((stems) => ({ at, stems })));
  /** The numbers of the ways with a stem. */
  const holding = new Map<string, number[]>();
  for (const [number, { stems }] of ways.entries())
    for (const stem of stems) {
      const numbers = holding.get(stem);
      if (numbers) numbers.push(number);
      else holding.set(stem, [number]);
    }
  return (said: ReadonlySet<string>): { readonly at: number; readonly near: number } => {
    const common = new Uint16Array(ways.length);
    for (const stem of said) for (const number of holding.get(stem) ?? []) common[number]! += 1;
    let best = { at: 0, near: 0 };
    for (const [number, { at, stems }] of ways.entries()) {
      const near = common[number]! / Math.sqrt(stems.size * said.size || 1);
      if (near > best.near) best = { at, near };
    }
    return best;
  };
}

/** Whether a question wants an answer and no guide: "Varför …", "Vem …", "Vad är …". */
const asksForFact = (text: string, words: readonly Word[]): boolean =>
  beginsAsking(text) && !wantsWay(words) && !/^\s*vad (säger|svarar|ska) jag\b/i.test(text);

/**
 * Whether the search found a topic of another guide, and the message has a word of that topic that no way to ask for this guide
 * has. For the guide about delegating, "lyssna" is such a word in "Hur blir jag bättre på att lyssna?".
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
    stemsOf(words),
  );

/**
 * Whether the search found a topic of the guide, and the message is more like the guide than like other ways to ask for that
 * topic.
 */
function isFound({ id, asked }: Flow, near: number, words: readonly Word[], answer: Answer): boolean {
  return answer.outcome === 'topic' && answer.topic.guide === id && near >= nearOthers(answer.topic, asked, words);
}
