import { ask, weighed, type Answer } from '../answer';
import { chooseTopic, knownTopic, isTopic } from '../chooseTopic';
import { type Passage } from '../documents/passages';
import { type Library } from '../library';
import { contributionsOf } from '../ranking/confidence';
import { mayBeFound } from '../ranking/answerOutcome';
import { type FactType } from '../ranking/factType';
import { type Grounds } from '../ranking/grounds';
import { readQuestion, type Question } from '../ranking/question';
import { rankTopics } from '../rankTopics';

/** What a question asks for. */
export type AsksFor = FactType | 'definition' | 'way' | 'yesOrNo';

/** What spoke for or against the passage, how much there was of it, and what it added to the confidence in log odds. */
export interface WeighedGround {
  readonly kind: keyof Grounds;
  readonly value: number;
  readonly added: number;
}

/** Why a question got its outcome. */
export interface ExplainedOutcome {
  readonly outcome: Answer['outcome'];
  readonly asksFor: readonly AsksFor[];
  /** Names that are asked for and that no document holds. */
  readonly absent: readonly string[];
  /** The passage or topic that decides; undefined where no passage has a word of the question. */
  readonly best?: {
    readonly passage: Passage;
    readonly confidence: number;
    /** What spoke for it first, what spoke against it last. */
    readonly grounds: readonly WeighedGround[];
    /** Whether it can never answer, however sure: it lacks a name, or the question says too little. */
    readonly isNeverFound: boolean;
  };
  /** What spoke most against the best passage where it is not found: up to three grounds, worst first. */
  readonly against: readonly (keyof Grounds)[];
  /** Ids of the nearest topics, best first, and how likely each is. */
  readonly near: readonly { readonly topic: string; readonly confidence: number }[];
}

const mostAgainst = 3;
/** Log odds. A feature that adds less decides nothing. */
const leastAgainst = 0.2;
const mostNear = 3;

/** Returns the outcome of a question and the reasons, as data. HR's page and `npm run ask -- --explain` put it into words. */
export function explainOutcome(library: Library, text: string): ExplainedOutcome {
  const { vocabulary, wording } = library.index;
  const question = readQuestion(vocabulary, wording, text);
  const found = weighed(library, question);
  const topics = rankTopics(library, question, found);
  const topic = knownTopic(library, question, found) ?? chooseTopic(question, found, topics);
  // A topic that the classifier finds near may have none of the question's words.
  const best = (topic && found.find(({ passage }) => passage.topic === topic.id)) ?? found.find((one) => !isTopic(one));
  const answer = ask(library, text);
  const added = best ? contributionsOf(wording.weights, best.grounds) : undefined;
  const grounds = Object.entries(added ?? {})
    .map(([kind, worth]) => ({
      kind: kind as keyof Grounds,
      value: best!.grounds[kind as keyof Grounds],
      added: worth,
    }))
    .sort((one, other) => other.added - one.added);
  return {
    outcome: answer.outcome,
    asksFor: asksForOf(question),
    absent: ('absent' in answer && answer.absent) || [],
    ...(best && {
      best: {
        passage: best.passage,
        confidence: best.confidence,
        grounds,
        isNeverFound: !mayBeFound(best),
      },
    }),
    against:
      answer.outcome === 'found' || answer.outcome === 'topic'
        ? []
        : grounds
            // The library's size says nothing about the question.
            .filter(({ kind, added: worth }) => worth <= -leastAgainst && kind !== 'size')
            .slice(-mostAgainst)
            .reverse()
            .map(({ kind }) => kind),
    near: topics.slice(0, mostNear).map(({ topic: { id }, confidence }) => ({ topic: id, confidence })),
  };
}

function asksForOf({ fact, definitionOf, wantsWay, wantsYesOrNo }: Question): AsksFor[] {
  return [
    ...(fact ? [fact] : []),
    ...(definitionOf ? (['definition'] as const) : []),
    ...(wantsWay && !fact ? (['way'] as const) : []),
    ...(wantsYesOrNo ? (['yesOrNo'] as const) : []),
  ];
}
