import { type Library } from './library';
import { type Question } from './ranking/question';
import { type Ranked } from './search';
import { type Topic } from './topics/topic';
import { type NearTopic } from './rankTopics';
import { wellKnown } from './ranking/fairMatch';
import { isFirstPerson } from './ranking/questionType';
import { asksForTerm, isOneFact, isOwnSituation, isStory, mayBeOwn, tells, wantsHelp } from './wantsTopic';

/** The topics that are offered where nothing answers directly. */
const offered = 3;

/**
 * The confidence that a topic needs where nothing answers directly: to be offered by name, to be shown whole, and to be shown for
 * a story.
 */
interface Near {
  readonly offered: number;
  readonly shown: number;
  readonly shownInStory: number;
}

/** Where passages are near too, a topic that may be right helps more than they do. */
const besidePassages: Near = { offered: 0.08, shown: 0.2, shownInStory: 0.25 };
/** Where nothing is near, most questions are about something that the documents do not cover. */
const besideNothing: Near = { offered: 0.12, shown: 0.36, shownInStory: 0.2 };

/** The topic for a story that no other topic covers. A library may have none. */
const forAnyStory = 'tank-igenom';
export const isForAnyStory = ({ id }: Topic): boolean => id === forAnyStory;

/** The share of a term that a topic's ways to ask must have. */
const leastOfTerm = 0.4;

/** The topics near a question that nothing answers directly. */
export interface NearTopics {
  /** Near enough to be shown instead of single passages. */
  readonly shown?: Topic;
  /** To choose from, best first. */
  readonly others: readonly Topic[];
}

/** How much likelier than the next a topic must be to be shown whole, unless it is likely enough by itself. */
const ahead = 2;
const likely = 0.4;

/** "Schemat som jag bestämde blev fel" is as near to what it is about as to what has happened: then the person chooses. */
const isAhead = (first: NearTopic, second?: NearTopic): boolean =>
  first.confidence >= likely || first.confidence >= ahead * (second?.confidence ?? 0);

/** The confidence that a topic needs to be offered first, or third, to a person who tells something. Below it, the topic for any situation comes. */
const leastToldOffered = 0.15;

/** Fewer topics than this give no choice. */
const fewestToChoose = 2;

/**
 * Whether the person is asked to choose among topics: no topic is near enough to be shown, and no single passage is worth as much
 * as a choice.
 */
export const isChoice = ({ shown, others }: NearTopics): boolean => !shown && others.length >= fewestToChoose;

/**
 * The topics near a question. They do not help where the question asks for a fact or names a document. `isAnyPassageNear` says
 * whether passages could be shown instead of a topic.
 */
export function nearTopics(
  { topics }: Library,
  question: Question,
  ranking: readonly NearTopic[],
  isAnyPassageNear: boolean,
): NearTopics {
  const isOfTerm = asksForTerm(question);
  const isFitting = isOfTerm || (isAnyPassageNear ? mayBeOwn(question) : isOwnSituation(question));
  if (!isFitting || isOneFact(question) || question.named.size > 0) return { others: [] };
  const least = isAnyPassageNear ? besidePassages : besideNothing;
  const near = ranking
    .filter(({ confidence, cover }) => confidence >= least.offered && (!isOfTerm || cover >= leastOfTerm))
    .slice(0, offered);
  const [first, ...rest] = near;
  const others = near.map(({ topic }) => topic);
  const isTold = isStory(question) || tells(question);
  const any = isTold ? topics.get(forAnyStory) : undefined;
  const confidence = first?.confidence ?? 0;
  if (first && confidence >= (isTold ? least.shownInStory : least.shown))
    if (!isAnyPassageNear || isAhead(first, rest[0]))
      return { shown: first.topic, others: rest.map(({ topic }) => topic) };
  if (any && isAnyPassageNear && confidence < leastToldOffered)
    return { shown: any, others: others.filter((one) => one !== any) };
  return { others: (near[offered - 1]?.confidence ?? 0) >= leastToldOffered ? others : withAny(others, any) };
}

/** The nearest topics, and in the last place the one for any situation. */
const withAny = (others: readonly Topic[], any: Topic | undefined): readonly Topic[] =>
  any ? [...others.filter((one) => one !== any).slice(0, offered - 1), any] : others;

/** From this confidence on, a topic that is near is right as often as the topics that answer: in seven of ten left-out ways to ask. */
const leastStraight = 0.5;
const leastStraightInStory = 0.4;

/** Whether the topic that is shown as near is so likely the right one that it is an answer, and likelier than the best passage of `ranked`. */
export function isStraight(
  question: Question,
  { shown }: NearTopics,
  [nearest]: readonly NearTopic[],
  [passage]: readonly Pick<Ranked, 'confidence'>[],
): boolean {
  // A topic says neither what a term means nor how things differ.
  if (!shown || nearest?.topic !== shown || asksForTerm(question) || question.wantsComparison) return false;
  const { confidence } = nearest;
  return isStory(question)
    ? confidence >= leastStraightInStory
    : confidence >= leastStraight && confidence >= (passage?.confidence ?? 0);
}

/**
 * For topics near a manager's own situation to come before the passage that is found: the confidence that a topic needs, and what
 * the passage may not reach of confidence and of likeness between its best sentence and the question.
 */
const advising = { least: 0.2, confidence: 0.85, alike: 0.4 };

/**
 * Whether a manager who writes about themselves is better helped by the topics near it than by the passage that is found. A new
 * passage has few known questions, and topics know nothing of what it says.
 */
export const wantsAdvice = (
  question: Question,
  near: NearTopics,
  [nearest]: readonly NearTopic[],
  [passage]: readonly Pick<Ranked, 'confidence' | 'evidence' | 'passage'>[],
): boolean =>
  passage !== undefined &&
  (passage.passage.asked?.length ?? 0) >= wellKnown &&
  passage.confidence < advising.confidence &&
  passage.evidence.alike < advising.alike &&
  question.words.some(isFirstPerson) &&
  wantsHelp(question) &&
  (near.shown !== undefined || isChoice(near)) &&
  (nearest?.confidence ?? 0) >= advising.least;
