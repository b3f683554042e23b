import { type Sender } from './pressGuide';
import { isAboutBot } from '../knowledge/aboutBot';
import { wordsOf } from '../knowledge/text/swedish';
import { allQuotes, type Answer } from '../knowledge/answer';
import { quotesOf, passageIdOf, type ListedTopic, type Topic } from '../knowledge/topics/topic';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { asksForMore, followOn, type FollowOn, type Previous } from '../knowledge/followOn';
import { type GuideFirst } from './guideFirst';
import { isEnglish } from './language';
import { type PreviousQuestions } from './previousQuestions';
import { longestQuestion, type Reply } from './reply';
import { forEveryone, type Sight } from '../knowledge/visibleLibrary';
import { fill, type Texts } from '../shared/texts';

type Found = Extract<Answer, { outcome: 'found' }>;

/** What answering needs from the rest of the service. */
export interface AnswerDeps {
  readonly texts: Texts;
  /** `without` are ids of passages that shall not answer. */
  ask(question: string, without?: readonly string[], sight?: Sight): Promise<Answer>;
  /** The passage with this id as an answer of its own; undefined when the documents no longer have it, or it is hidden. */
  cite(passage: string, sight?: Sight): Promise<Found | undefined>;
  /** The documents for everyone, and those that this person may see too. */
  readonly documents: (sight?: Sight) => readonly KnowledgeDocument[];
  /** The ids of HR's groups that a person is in. */
  groupsOf(person: string): Promise<readonly string[]>;
  readonly topics: () => readonly ListedTopic[];
  readonly previous: PreviousQuestions;
  /** The id of the guide that an answer's passage belongs to. */
  readonly guideFor: (answer: Found) => string | undefined;
  readonly guideFirst: GuideFirst;
  readonly isConcern: (text: string) => Promise<boolean>;
  /** Called where nothing answered what the person asked. HR sees the words once enough people have asked them. Never fails. */
  recordUnanswered(person: string, question: string): Promise<void>;
}

/** A reply, and the question that the next one may refer to if the person gets this reply. */
export interface AnsweredReply {
  readonly reply: Reply;
  readonly asked?: Previous;
}

/** What goes with a question. */
export interface Around {
  /** A sentence ahead of the answer. */
  readonly notice?: string;
  /** The id of the guide that the question names. */
  readonly guide?: string;
  /** Whether a guide may come before the answer: in the personal chat, while no guide is open. */
  readonly mayGuide?: boolean;
}

/**
 * What a person may read in this chat. In a group others read along, so only documents for everyone count. While no document is
 * for a group, the person's groups are not looked up.
 */
export async function sightOf(
  { documents, groupsOf }: Pick<AnswerDeps, 'documents' | 'groupsOf'>,
  { person, personal }: Sender,
): Promise<Sight> {
  const isAnyHidden = documents('all').some(({ group }) => group !== undefined);
  return personal && isAnyHidden ? groupsOf(person) : forEveryone;
}

/**
 * The reply to what a person typed: a referral to people for a concern, else what the documents say. `edited` is whether the
 * person changed an earlier message.
 */
export async function answerQuestion(
  deps: AnswerDeps,
  speaker: Sender,
  said: string,
  edited: boolean,
  around: Around = {},
): Promise<AnsweredReply> {
  const { texts } = deps;
  const question = said.slice(0, longestQuestion);
  if (await deps.isConcern(said)) return { reply: { kind: 'concern', question } };
  if (isAboutBot(wordsOf(question))) return { reply: { kind: 'sentence', text: texts.aboutBot } };
  if (isEnglish(question)) return { reply: { kind: 'sentence', text: texts.english } };
  const cut = said.length > longestQuestion ? fill(texts.tooLong, { limit: String(longestQuestion) }) : undefined;
  const notice = cut ?? (edited ? texts.edited : undefined);
  const previous = deps.previous.of(speaker);
  const meant = followOn(deps.documents(await sightOf(deps, speaker)), previous, question);
  if (previous && meant) {
    const followed = await replyToBoth(deps, speaker, previous, { ...meant, said: question }, around.guide);
    if (followed) return followed;
  } else if (asksForMore(question)) return { reply: { kind: 'sentence', text: texts.followOn.moreOfWhat } };
  return answerAlone(deps, speaker, question, { ...around, notice });
}

/** The reply to two questions together; undefined where they get no answer. Then the new question is asked alone. */
async function replyToBoth(
  deps: AnswerDeps,
  speaker: Sender,
  previous: Previous,
  { question, without, said }: FollowOn & { readonly said: string },
  guide?: string,
): Promise<AnsweredReply | undefined> {
  const answer = await deps.ask(question, without, await sightOf(deps, speaker));
  if (answer.outcome === 'none')
    return without.length ? { reply: { kind: 'sentence', text: deps.texts.followOn.noMore } } : undefined;
  return {
    reply: replyWith(
      deps,
      speaker,
      answer,
      { follows: previous.about },
      { guide, asked: `${previous.about}\n${said}` },
    ),
    asked: { about: previous.about, question, shown: [...without, ...shownBy(answer)] },
  };
}

/**
 * Answers a question as it stands, without the questions before it. In the personal chat a guide may come first: the one that was
 * named, or one that fits.
 */
export async function answerAlone(
  deps: AnswerDeps,
  speaker: Sender,
  question: string,
  { notice, guide, mayGuide }: Around = {},
): Promise<AnsweredReply> {
  const answer = await deps.ask(question, [], await sightOf(deps, speaker));
  const flow = mayGuide ? deps.guideFirst(question, answer, guide) : undefined;
  return {
    reply: flow
      ? { kind: 'guideFirst', flow, question, notice }
      : replyWith(deps, speaker, answer, { notice }, { guide, asked: question }),
    asked: { about: question, question, shown: shownBy(answer) },
  };
}

function replyWith(
  deps: AnswerDeps,
  { personal }: Sender,
  answer: Answer,
  ahead: { readonly notice?: string; readonly follows?: string },
  { guide: named, asked }: { readonly guide?: string; readonly asked: string },
): Reply {
  const guide = personal ? named : undefined;
  // The question that may be sent to HR.
  const question = personal ? asked : undefined;
  switch (answer.outcome) {
    case 'found':
      return { kind: 'found', answer, ...ahead, guide: personal ? (named ?? deps.guideFor(answer)) : undefined };
    case 'topic':
      return {
        kind: 'topic',
        answer,
        ...ahead,
        ...(personal && fitting(answer.topic, named)),
      };
    case 'unsure':
      return {
        kind: 'unsure',
        answer,
        ...ahead,
        ...(personal && fitting(answer.near.shown, named)),
        question,
      };
    case 'none':
      if (answer.documents) return { kind: 'documentFacts', documents: answer.documents, notice: ahead.notice };
      return {
        kind: 'none',
        near: answer.near.others,
        absent: answer.absent,
        notice: ahead.notice,
        guide,
        question,
      };
  }
}

/** Where to go on from a topic; the guide that the question names goes first. */
const fitting = (topic: Topic | undefined, named?: string) => ({
  guide: named ?? topic?.guide,
  reflection: topic?.reflection,
  rehearsal: topic?.rehearsal,
});

function shownBy(answer: Answer): string[] {
  switch (answer.outcome) {
    case 'found':
      return allQuotes(answer).map(({ passage }) => passage.id);
    case 'topic':
      return shownOf(answer.topic);
    case 'unsure':
      return answer.near.shown ? shownOf(answer.near.shown) : answer.candidates.map(({ passage }) => passage.id);
    case 'none':
      return [];
  }
}

const shownOf = (topic: Topic): string[] => [passageIdOf(topic), ...quotesOf(topic).map(({ passage }) => passage.id)];

/** The reply with the passage (an id) that a person chose; undefined where the passage no longer exists. */
export async function answerWithPassage(
  deps: AnswerDeps,
  speaker: Sender,
  passage: string,
): Promise<Reply | undefined> {
  const answer = await deps.cite(passage, await sightOf(deps, speaker));
  return answer && { kind: 'found', answer, guide: speaker.personal ? deps.guideFor(answer) : undefined };
}
