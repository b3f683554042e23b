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

const words = (max: number, empty: string) =>
  z
    .string()
    .transform(writtenWords)
    .pipe(z.string().min(1, empty).max(max, `Texten får ha högst ${max} tecken.`));
const Answer = z.strictObject({ text: words(longestFromHr, 'Skriv ett svar.') });
const Promised = z.strictObject({ text: words(longestPromise, 'Skriv när HR brukar svara.') });

const notFound = () => new Declined('notFound', 'Frågan finns inte längre.');
const changed = (why: string) => new Declined('conflict', why);

export async function askedPage({ asked }: HrService, by: Answerer): Promise<AskedPage> {
  const [questions, promise] = await Promise.all([asked.list(), asked.promise()]);
  return { promise: promise ?? '', questions: questions.map((question) => viewOf(question, by)) };
}

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

/** `over`: from a colleague, who may be ill. */
export async function takeAsked(hr: HrService, id: string, by: Answerer, over: boolean): Promise<AskedView> {
  if (!(await hr.asked.take(id, { id: by.id, name: by.name }, over))) {
    const { holder, isMine } = await askedView(hr, id, by);
    if (!isMine) throw changed(holder ? `${holder} har tagit frågan.` : 'Frågan är inte ny längre.');
  } else await hr.record(by, over ? 'takeOverQuestion' : 'takeQuestion', id);
  return askedView(hr, id, by);
}

export async function answerAsked(hr: HrService, id: string, json: unknown, by: Answerer): Promise<AskedView> {
  const { text } = read(Answer, json);
  if (!(await hr.asked.answer(id, by, text))) {
    const { state, isMine } = await askedView(hr, id, by);
    throw changed(
      state === 'closed'
        ? 'Frågan är stängd.'
        : isMine
          ? 'Frågan är redan besvarad.'
          : 'Ta frågan först, så att ni inte svarar två gånger.',
    );
  }
  await hr.record(by, 'answerQuestion', id);
  return askedView(hr, id, by);
}

export async function closeAsked(hr: HrService, id: string, by: Answerer): Promise<AskedView> {
  if (await hr.asked.close(id)) await hr.record(by, 'closeQuestion', id);
  return askedView(hr, id, by);
}

export async function setPromise(hr: HrService, json: unknown, by: Answerer): Promise<void> {
  await hr.asked.setPromise(read(Promised, json).text);
  await hr.record(by, 'promise');
}

function read<T>(shape: z.ZodType<T, z.ZodTypeDef, unknown>, json: unknown): T {
  const { success, data, error } = shape.safeParse(json);
  if (success) return data;
  throw new Declined('invalid', error.issues[0]?.path.length ? error.issues[0].message : 'Det går inte att läsa.');
}
