import { type Speaker } from './guiding';
import { type Answer } from './knowledge/answer';
import { isEnglish } from './language';
import { longestQuestion, type Reply } from './reply';
import { fill, type Texts } from './texts';

type Found = Extract<Answer, { outcome: 'found' }>;

/** What answering needs of the rest of the house. */
export interface Answering {
  readonly texts: Texts;
  ask(question: string): Promise<Answer>;
  /** The passage with this id as an answer of its own; undefined when the documents no longer have it. */
  cite(passage: string): Promise<Found | undefined>;
  /** The id of the guide that an answer's passage belongs to. */
  readonly guideFor: (answer: Found) => string | undefined;
  isConcern(text: string): boolean;
  /** Nothing answered what she asked: HR learns of the words, when enough people ask. Never fails. */
  recordUnanswered(person: string, question: string): Promise<void>;
}

/** What is said to a question: people where it is a case for people, a passage where the documents have one. */
export async function replyTo(
  house: Answering,
  { personal }: Speaker,
  said: string,
  edited: boolean,
  guide?: string,
): Promise<Reply> {
  const { texts } = house;
  const question = said.slice(0, longestQuestion);
  if (house.isConcern(said)) return { kind: 'concern', question };
  if (isEnglish(question)) return { kind: 'sentence', text: texts.english };
  const cut = said.length > longestQuestion ? fill(texts.tooLong, { limit: String(longestQuestion) }) : undefined;
  return answered(house, question, personal, cut ?? (edited ? texts.edited : undefined), guide);
}

/** A question as the documents answer it; in her own chat with the guide that was named or that fits. */
export async function answered(
  house: Answering,
  question: string,
  personal: boolean,
  notice?: string,
  named?: string,
): Promise<Reply> {
  const answer = await house.ask(question);
  const guide = personal ? named : undefined;
  switch (answer.outcome) {
    case 'found':
      return { kind: 'found', answer, notice, guide: personal ? (named ?? house.guideFor(answer)) : undefined };
    case 'unsure':
      return { kind: 'unsure', answer, notice, guide };
    case 'none':
      return { kind: 'none', notice, guide };
  }
}

/** The passage that was chosen; undefined where it is gone. */
export async function cited(house: Answering, { personal }: Speaker, passage: string): Promise<Reply | undefined> {
  const answer = await house.cite(passage);
  return answer && { kind: 'found', answer, guide: personal ? house.guideFor(answer) : undefined };
}
