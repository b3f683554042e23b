import { type AnswerStore, type QuestionDesk, type QuestionStore } from '../questions/ports';
import { type Database } from './database';
import { findPerson } from './people';
import { answerFromHr, closeByHr, closeOwn, questionsWhere, replyToHr, sendQuestion, takeQuestion } from './questions';

const promise = 'answerPromise';

/** When HR usually answers, in HR's words; undefined where HR has not said. */
async function readPromise(db: Database): Promise<string | undefined> {
  const row = await db.selectFrom('hr_settings').select('value').where('name', '=', promise).executeTakeFirst();
  return row?.value;
}

/** Fits the store to the port of a manager's questions to HR. */
export const questionStore = (db: Database, serviceKey: Buffer, now: () => Date): QuestionStore => ({
  nameOf: async (person) => (await findPerson(db, person))?.name,
  promise: () => readPromise(db),
  send: (person, question) => sendQuestion(db, serviceKey, person, question, now()),
  find: async (person, id) => (await questionsWhere(db, serviceKey, { person, id }))[0],
  reply: (person, id, text) => replyToHr(db, serviceKey, person, id, text, now()),
  close: (person, id) => closeOwn(db, person, id, now()),
});

/** Fits the store to the port of HR's side of questions. `opensAt` gives the next moment when something may be sent. */
export const hrQuestionStore = (
  db: Database,
  serviceKey: Buffer,
  { now, opensAt }: { readonly now: () => Date; readonly opensAt: () => Date },
): QuestionDesk => ({
  list: () => questionsWhere(db, serviceKey, {}),
  find: async (id) => (await questionsWhere(db, serviceKey, { id }))[0],
  take: (id, by, over) => takeQuestion(db, id, by, { over, now: now() }),
  answer: (id, by, text) => answerFromHr(db, serviceKey, id, by, { text, now: now(), dueAt: opensAt() }),
  close: (id) => closeByHr(db, id, { now: now(), dueAt: opensAt() }),
  promise: () => readPromise(db),
  setPromise: async (value) => {
    await db
      .insertInto('hr_settings')
      .values({ name: promise, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  },
});

/** Fits the store to the port that delivers HR's answer. */
export const answerStore = (db: Database, serviceKey: Buffer): AnswerStore => ({
  reach: async (person) => (await findPerson(db, person))?.address,
  find: async (person, id) => (await questionsWhere(db, serviceKey, { person, id }))[0],
});
