import { z } from 'zod';
import {
  longestFromHr,
  longestPromise,
  writtenWords,
  type AskedQuestion,
  type QuestionState,
  type Said,
} from '../questions/question';
import { type Answerer } from '../questions/ports';
import { Declined } from './declined';
import { type HrService } from './hrService';
import { fill } from '../shared/fill';
import { hrTexts } from '../shared/catalogues';

/** A question as HR sees it. Of the manager it shows only the name that the manager agreed to. */
export interface AskedView {
  readonly id: string;
  readonly name: string;
  readonly state: QuestionState;
  readonly askedAt: string;
  readonly changedAt: string;
  /** Who has taken the question, and whether that is the person who looks. */
  readonly holder?: string;
  readonly isMine: boolean;
  readonly said: readonly Said[];
}

/** HR's page of questions. */
export interface AskedPage {
  /** When HR usually answers, as HR has put it. */
  readonly promise: string;
  readonly questions: readonly AskedView[];
}

const words = (max: number, empty: string) =>
  z
    .string()
    .transform(writtenWords)
    .pipe(z.string().min(1, empty).max(max, fill(hrTexts.asked.tooLong, { max })));
const Answer = z.strictObject({ text: words(longestFromHr, hrTexts.asked.writeAnswer) });
const Promised = z.strictObject({ text: words(longestPromise, hrTexts.asked.writePromise) });

const notFound = () => new Declined('notFound', hrTexts.shared.goneQuestion);
const changed = (why: string) => new Declined('conflict', why);

/** All questions from managers to HR, as this person in HR sees them. */
export async function askedPage({ asked }: HrService, by: Answerer): Promise<AskedPage> {
  const [questions, promise] = await Promise.all([asked.list(), asked.promise()]);
  return { promise: promise ?? '', questions: questions.map((question) => viewOf(question, by)) };
}

/** One question as this person in HR sees it. @throws {Declined} `notFound` */
export async function askedView({ asked }: HrService, id: string, by: Answerer): Promise<AskedView> {
  const question = await asked.find(id);
  if (!question) throw notFound();
  return viewOf(question, by);
}

const viewOf = ({ holder, ...question }: AskedQuestion, by: Answerer): AskedView => ({
  ...question,
  ...(holder && { holder: holder.name || holder.id }),
  isMine: holder?.id === by.id,
});

/**
 * Takes a question so that this person can answer it. `over` takes it from a colleague, who may be ill.
 * @throws {Declined} `notFound`, or `conflict` where somebody else has taken the question
 */
export async function takeAsked(hr: HrService, id: string, by: Answerer, over: boolean): Promise<AskedView> {
  if (!(await hr.asked.take(id, { id: by.id, name: by.name }, over))) {
    const { holder, isMine } = await askedView(hr, id, by);
    if (!isMine) throw changed(holder ? fill(hrTexts.shared.holder, { holder }) : hrTexts.asked.notNew);
  } else await hr.record(by, over ? 'takeOverQuestion' : 'takeQuestion', id);
  return askedView(hr, id, by);
}

/**
 * Sends HR's answer to the manager. `json` is `{ text }`. Only the person who has taken the question may answer it.
 * @throws {Declined} `invalid` with the field's fault, `notFound`, or `conflict` where the question is closed, answered or not
 * taken
 */
export async function answerAsked(hr: HrService, id: string, json: unknown, by: Answerer): Promise<AskedView> {
  const { text } = read(Answer, json);
  if (!(await hr.asked.answer(id, by, text))) {
    const { state, isMine } = await askedView(hr, id, by);
    throw changed(
      state === 'closed' ? hrTexts.shared.closedQuestion : isMine ? hrTexts.asked.answered : hrTexts.asked.takeFirst,
    );
  }
  await hr.record(by, 'answerQuestion', id);
  return askedView(hr, id, by);
}

/** Closes a question. Closing it again changes nothing. @throws {Declined} `notFound` */
export async function closeAsked(hr: HrService, id: string, by: Answerer): Promise<AskedView> {
  if (await hr.asked.close(id)) await hr.record(by, 'closeQuestion', id);
  return askedView(hr, id, by);
}

/**
 * Keeps the sentence that tells managers when HR answers. `json` is `{ text }`.
 * @throws {Declined} `invalid` with the field's fault
 */
export async function setPromise(hr: HrService, json: unknown, by: Answerer): Promise<void> {
  await hr.asked.setPromise(read(Promised, json).text);
  await hr.record(by, 'promise');
}

function read<T>(shape: z.ZodType<T, z.ZodTypeDef, unknown>, json: unknown): T {
  const { success, data, error } = shape.safeParse(json);
  if (success) return data;
  throw new Declined('invalid', error.issues[0]?.path.length ? error.issues[0].message : hrTexts.invalid.unreadable);
}
