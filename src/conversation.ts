import { z } from 'zod';
import { commandOf } from './commands';
import { type Answer } from './knowledge/answer';
import { isEnglish } from './language';
import { longestQuestion, type Reply } from './reply';
import { fill, type Texts } from './texts';

/** What reaches the bot, as plain data. */
export type Incoming =
  | { readonly kind: 'joined' }
  | { readonly kind: 'addedToGroup' }
  | { readonly kind: 'message'; readonly text: string; readonly hasAttachment: boolean; readonly edited: boolean }
  | { readonly kind: 'press'; readonly verb: string; readonly data: unknown }
  | {
      readonly kind: 'feedback';
      readonly message: string;
      readonly reaction: 'like' | 'dislike';
      readonly words?: string;
    };

/** What a conversation needs of the rest of the house; main.ts fits it. */
export interface House {
  readonly texts: Texts;
  readonly hrContact: string;
  ask(question: string): Answer;
  /** The passage with this id as an answer of its own; undefined when the documents no longer have it. */
  cite(passage: string): Extract<Answer, { outcome: 'found' }> | undefined;
  isConcern(text: string): boolean;
  /** True once per person. */
  claimWelcome(person: string): Promise<boolean>;
  recordFeedback(person: string, feedback: Extract<Incoming, { kind: 'feedback' }>): Promise<void>;
}

const Question = z.object({ question: z.string().trim().min(1).max(longestQuestion) });
const Choice = z.object({ passage: z.string().min(1).max(200) });

/** One thing reached the bot from one person; these are its replies. The reader's index to what the bot can do. */
export async function converse(house: House, person: string, incoming: Incoming): Promise<Reply[]> {
  switch (incoming.kind) {
    case 'joined':
      return (await house.claimWelcome(person)) ? [{ kind: 'welcome' }] : [];
    case 'addedToGroup':
      return [sentence(house.texts.group.lead)];
    case 'message':
      return [hear(house, incoming)];
    case 'press':
      return [press(house, incoming.verb, incoming.data)];
    case 'feedback':
      await house.recordFeedback(person, incoming);
      return [];
  }
}

function hear(house: House, { text, hasAttachment, edited }: Extract<Incoming, { kind: 'message' }>): Reply {
  const { texts } = house;
  // Soft hyphens and the like stand inside words that were pasted; all other white space is a space.
  const said = text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}?]/u.test(said)) return sentence(hasAttachment ? texts.attachmentOnly : texts.emptyMessage);
  switch (commandOf(texts.commands, said)) {
    case 'greeting':
      return { kind: 'greeting' };
    case 'help':
      return { kind: 'help' };
    case 'about':
      return { kind: 'about' };
    case 'cancel':
      return sentence(texts.cancelled);
    case 'thanks':
      return sentence(texts.thanks);
    case undefined:
      return replyTo(house, said, edited);
  }
}

function replyTo(house: House, said: string, edited: boolean): Reply {
  const { texts } = house;
  const question = said.slice(0, longestQuestion);
  if (house.isConcern(said)) return { kind: 'concern', question };
  if (isEnglish(question)) return sentence(texts.english);
  const cut = said.length > longestQuestion ? fill(texts.tooLong, { limit: String(longestQuestion) }) : undefined;
  return answered(house, question, cut ?? (edited ? texts.edited : undefined));
}

function answered(house: House, question: string, notice?: string): Reply {
  const answer = house.ask(question);
  switch (answer.outcome) {
    case 'found':
      return { kind: 'found', answer, notice };
    case 'unsure':
      return { kind: 'unsure', answer, notice };
    case 'none':
      return { kind: 'none', notice };
  }
}

/** A button on a card. Its data came over the wire: nothing about it is certain. */
function press(house: House, verb: string, data: unknown): Reply {
  const asked = Question.safeParse(data);
  if (verb === 'ask' && asked.success) return answered(house, asked.data.question);
  const chosen = Choice.safeParse(data);
  if (verb !== 'cite' || !chosen.success) return sentence(house.texts.notUnderstood);
  const answer = house.cite(chosen.data.passage);
  return answer ? { kind: 'found', answer } : sentence(house.texts.passageGone);
}

const sentence = (text: string): Reply => ({ kind: 'sentence', text });
