import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { longestToHr, mayReply, writtenWords, type AskedQuestion } from '../questions/question';
import { type QuestionStore } from '../questions/ports';
import { questionField, replyField, type ShownQuestion, type UnsentQuestion } from '../questions/shown';
import { fill, type Texts } from '../shared/texts';
import { type Sender } from './pressGuide';
import { type Reply } from './reply';

/** What a question to HR needs from the rest of the service. */
export interface QuestionPressDeps {
  readonly texts: Texts;
  readonly hrContact: string;
  readonly questions: QuestionStore;
  readonly isConcern: (text: string) => Promise<boolean>;
}

/** Buttons of a question to HR. Every one but the first replaces its card with the reply, and may be pressed twice. */
const verbs = ['askHr', 'previewToHr', 'rewriteToHr', 'leaveToHr', 'sendToHr', 'replyToHr', 'closeToHr'] as const;
type Verb = (typeof verbs)[number];

/** Whether a press belongs to a question to HR. `verb` comes from the wire and may be any text. */
export const isQuestionVerb = (verb: string): verb is Verb => (verbs as readonly string[]).includes(verb);

/**
 * Whether the reply to a press replaces the card that was pressed. False for `askHr`, which is on the card of an answer: that
 * card stays.
 */
export const replacesQuestionCard = (verb: string): boolean => isQuestionVerb(verb) && verb !== 'askHr';

const Words = z.string().transform(writtenWords).pipe(z.string().min(1).max(longestToHr));
const Asked = z.object({ question: Words });
const Ref = z.object({ asked: z.string().uuid() });
const Unsent = Ref.extend({ text: Words });
const Rewritten = Ref.extend({ text: z.string().max(longestToHr).optional(), [questionField]: z.string().optional() });
const Sendable = Unsent.extend({ name: z.string().max(500).transform(writtenWords) });
const Replying = Ref.extend({ [replyField]: z.string().default('') });

/**
 * Handles a button of a question to HR, in the personal chat, and returns the replies. A question that is not sent is in the
 * buttons' data only, and is not stored. `data` comes from the wire and is checked.
 */
export async function pressQuestion(
  deps: QuestionPressDeps,
  speaker: Sender,
  verb: Verb,
  data: unknown,
): Promise<Reply[]> {
  const { texts } = deps;
  const unclear: Reply[] = [{ kind: 'notice', text: texts.notUnderstood }];
  if (!speaker.personal) return [{ kind: 'sentence', text: texts.questions.personalOnly }];
  const { person } = speaker;
  switch (verb) {
    case 'askHr': {
      const asked = Asked.safeParse(data);
      return asked.success ? [await preview(deps, person, { id: randomUUID(), text: asked.data.question })] : unclear;
    }
    case 'previewToHr':
      return previewRewritten(deps, person, data, unclear);
    case 'rewriteToHr': {
      const unsent = Unsent.safeParse(data);
      return unsent.success
        ? [shown({ at: 'rewriting', id: unsent.data.asked, text: unsent.data.text, isEmpty: false })]
        : unclear;
    }
    case 'leaveToHr': {
      const unsent = Unsent.safeParse(data);
      if (!unsent.success) return unclear;
      // Where an earlier press has sent it, it can no longer be left.
      const { asked: id, text } = unsent.data;
      const sent = await deps.questions.find(person, id);
      return [sent ? asSent(sent) : shown({ at: 'left', id, text })];
    }
    case 'sendToHr': {
      const sendable = Sendable.safeParse(data);
      return sendable.success ? [await send(deps, person, sendable.data)] : unclear;
    }
    case 'replyToHr':
      return reply(deps, person, data, unclear);
    case 'closeToHr': {
      const about = Ref.safeParse(data);
      if (!about.success) return unclear;
      await deps.questions.close(person, about.data.asked);
      return [await sentOrLost(deps, person, about.data.asked)];
    }
  }
}

const shown = (question: ShownQuestion): Reply => ({ kind: 'toHr', shown: question });
const asSent = (question: AskedQuestion, notice?: string): Reply => shown({ at: 'sent', question, notice });

const nameOf = async ({ questions }: QuestionPressDeps, person: string): Promise<string> =>
  writtenWords((await questions.nameOf(person)) ?? '');

/** Exactly what HR would see, under the name that HR would see. */
async function preview(deps: QuestionPressDeps, person: string, unsent: UnsentQuestion): Promise<Reply> {
  const { questions, texts, hrContact } = deps;
  const name = await nameOf(deps, person);
  if (!name) return { kind: 'notice', text: fill(texts.questions.noName, { hrContact }) };
  const promise = (await questions.promise()) ?? texts.questions.promise;
  return shown({ at: 'preview', ...unsent, name, promise });
}

/** The preview of a rewritten question. A concern is pointed out before anything is sent. */
async function previewRewritten(
  deps: QuestionPressDeps,
  person: string,
  data: unknown,
  unclear: Reply[],
): Promise<Reply[]> {
  const rewritten = Rewritten.safeParse(data);
  if (!rewritten.success) return unclear;
  const { asked: id, text: before, [questionField]: typed } = rewritten.data;
  const text = writtenWords(typed ?? before ?? '');
  if (!text || text.length > longestToHr)
    return [shown({ at: 'rewriting', id, text: text.slice(0, longestToHr), isEmpty: !text })];
  const worrying = typed !== undefined && (await deps.isConcern(text));
  return [
    await preview(deps, person, { id, text }),
    ...(worrying ? [{ kind: 'concern' as const, question: text }] : []),
  ];
}

/** Sends once, under the name that was shown. Where the roster has another name by now, that one is shown first. */
async function send(
  deps: QuestionPressDeps,
  person: string,
  { asked: id, text, name }: z.infer<typeof Sendable>,
): Promise<Reply> {
  const { questions } = deps;
  if (!(await questions.find(person, id)) && name !== (await nameOf(deps, person)))
    return preview(deps, person, { id, text });
  await questions.send(person, { id, text, name });
  return sentOrLost(deps, person, id);
}

/** Another person's question gives the same reply as one that has been erased. */
async function sentOrLost({ questions, texts }: QuestionPressDeps, person: string, id: string): Promise<Reply> {
  const question = await questions.find(person, id);
  if (!question) return { kind: 'notice', text: texts.questions.lost };
  const promise = (await questions.promise()) ?? texts.questions.promise;
  return shown({ at: 'sent', question, promise });
}

/** What is written to a question that takes no more replies becomes a new question, to be sent or not. */
async function reply(deps: QuestionPressDeps, person: string, data: unknown, unclear: Reply[]): Promise<Reply[]> {
  const { questions, texts } = deps;
  const replying = Replying.safeParse(data);
  if (!replying.success) return unclear;
  const { asked: id, [replyField]: typed } = replying.data;
  const text = writtenWords(typed).slice(0, longestToHr);
  const before = await questions.find(person, id);
  if (!before) return [{ kind: 'notice', text: texts.questions.lost }];
  if (!text) return [asSent(before, mayReply(before) ? texts.questions.nothingWritten : undefined)];
  if (await questions.reply(person, id, text)) return [await sentOrLost(deps, person, id)];
  const isSaid = before.said.some((said) => said.by === 'manager' && said.text === text);
  if (isSaid) return [asSent(before)];
  return [asSent(before, texts.questions.tooLate), await preview(deps, person, { id: randomUUID(), text })];
}
