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

/** A question as HR sees it: of the manager nothing but the name that the manager agreed to. */
export interface AskedView {
  readonly id: string;
  readonly name: string;
  readonly state: QuestionState;
  readonly askedAt: string;
  readonly changedAt: string;
  /** Who has taken it, and whether that is the person who looks. */
  readonly holder?: string;
  readonly isMine: boolean;
  readonly said: readonly Said[];
}

/** HR's place for questions. */
export interface AskedPage {
  /** When HR usually answers, as HR has put it. */
  readonly promise: string;
  readonly questions: readonly AskedView[];
}

const words = (most: number, empty: string) =>
  z
    .string()
    .transform(writtenWords)
    .pipe(z.string().min(1, empty).max(most, `Texten får ha högst ${most} tecken.`));
const Answer = z.strictObject({ text: words(longestFromHr, 'Skriv ett svar.') });
const Promised = z.strictObject({ text: words(longestPromise, 'Skriv när HR brukar svara.') });

const gone = () => new Declined('gone', 'Frågan finns inte längre.');
const changed = (why: string) => new Declined('conflict', why);

export async function askedPage({ asked }: HrService, by: Answerer): Promise<AskedPage> {
  const [questions, promise] = await Promise.all([asked.list(), asked.promise()]);
  return { promise: promise ?? '', questions: questions.map((question) => viewOf(question, by)) };
}

export async function askedView({ asked }: HrService, id: string, by: Answerer): Promise<AskedView> {
  const question = await asked.find(id);
  if (!question) throw gone();
  return viewOf(question, by);
}

const viewOf = ({ holder, ...question }: AskedQuestion, by: Answerer): AskedView => ({
  ...question,
  ...(holder && { holder: holder.name || holder.id }),
  isMine: holder?.id === by.id,
});

/** `over`: from a colleague, who may be ill. */
export async function takeAsked(desk: HrService, id: string, by: Answerer, over: boolean): Promise<AskedView> {
  if (!(await desk.asked.take(id, { id: by.id, name: by.name }, over))) {
    const { holder, isMine } = await askedView(desk, id, by);
    if (!isMine) throw changed(holder ? `${holder} har tagit frågan.` : 'Frågan är inte ny längre.');
  } else await desk.record(by, over ? 'takeOverQuestion' : 'takeQuestion', id);
  return askedView(desk, id, by);
}

export async function answerAsked(desk: HrService, id: string, json: unknown, by: Answerer): Promise<AskedView> {
  const { text } = read(Answer, json);
  if (!(await desk.asked.answer(id, by, text))) {
    const { state, isMine } = await askedView(desk, id, by);
    throw changed(
      state === 'closed'
        ? 'Frågan är stängd.'
        : isMine
          ? 'Frågan är redan besvarad.'
          : 'Ta frågan först, så att ni inte svarar två gånger.',
    );
  }
  await desk.record(by, 'answerQuestion', id);
  return askedView(desk, id, by);
}

export async function closeAsked(desk: HrService, id: string, by: Answerer): Promise<AskedView> {
  if (await desk.asked.close(id)) await desk.record(by, 'closeQuestion', id);
  return askedView(desk, id, by);
}

export async function setPromise(desk: HrService, json: unknown, by: Answerer): Promise<void> {
  await desk.asked.setPromise(read(Promised, json).text);
  await desk.record(by, 'promise');
}

function read<T>(shape: z.ZodType<T, z.ZodTypeDef, unknown>, json: unknown): T {
  const { success, data, error } = shape.safeParse(json);
  if (success) return data;
  throw new Declined('invalid', error.issues[0]?.path.length ? error.issues[0].message : 'Det går inte att läsa.');
}
