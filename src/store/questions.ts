import { type Selectable } from 'kysely';
import { type AskedQuestion, type QuestionState, saidBeforeReply } from '../questions/question';
import { type Answerer } from '../questions/ports';
import { type UnsentQuestion } from '../questions/shown';
import { type Database } from './database';
import { planDeliveries } from './deliveries';
import { decrypterFor, encryptFor } from './personKeys';
import { type QuestionsTable } from './questionTables';

/** What a text of a question is bound to: a text from one place cannot be decrypted at another. */
const purposeOf = (question: string, place: number | 'name'): string => `question:${question}:${place}`;

/** Stores a question to HR. It is stored once for its id, and changes nothing where the id is another person's. */
export async function sendQuestion(
  db: Database,
  serviceKey: Buffer,
  person: string,
  { id, name, text }: UnsentQuestion & { readonly name: string },
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const sealed_name = await encryptFor(db, serviceKey, { personId: person, purpose: purposeOf(id, 'name') }, name, now);
  await db.transaction().execute(async (all) => {
    const { numInsertedOrUpdatedRows: isNew } = await all
      .insertInto('questions')
      .values({ id, person_id: person, sealed_name, state: 'new', asked_at: at, changed_at: at })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow();
    if (isNew === 1n) await addWords(all, serviceKey, { id, person }, { by: 'manager', text }, now);
  });
}

/** Adds what one side wrote, at the next position. The caller has locked the question's row by changing it. */
async function addWords(
  all: Database,
  serviceKey: Buffer,
  { id, person }: { readonly id: string; readonly person: string },
  { by, text }: { readonly by: 'manager' | 'hr'; readonly text: string },
  now: Date,
): Promise<number> {
  const said = await all.selectFrom('question_words').select('position').where('question_id', '=', id).execute();
  const position = said.length;
  const sealed = await encryptFor(all, serviceKey, { personId: person, purpose: purposeOf(id, position) }, text, now);
  await all
    .insertInto('question_words')
    .values({ question_id: id, position, said_by: by, sealed, said_at: now.toISOString() })
    .execute();
  return position;
}

/**
 * Stores the manager's reply to HR's first answer, once. Then HR answers again. False where the question is not this manager's or
 * takes no reply.
 */
export const replyToHr = (
  db: Database,
  serviceKey: Buffer,
  person: string,
  id: string,
  text: string,
  now: Date,
): Promise<boolean> =>
  db.transaction().execute(async (all) => {
    const { numUpdatedRows } = await all
      .updateTable('questions')
      .set({ state: 'taken', changed_at: now.toISOString() })
      .where('id', '=', id)
      .where('person_id', '=', person)
      .where('state', '=', 'answered')
      .where((row) =>
        row(
          row
            .selectFrom('question_words')
            .select((words) => words.fn.countAll<number>().as('said'))
            .whereRef('question_id', '=', 'questions.id'),
          '=',
          saidBeforeReply,
        ),
      )
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    await addWords(all, serviceKey, { id, person }, { by: 'manager', text }, now);
    return true;
  });

/** Gives a new question to a person in HR, or with `over` a colleague's question. False where that is not possible. */
export async function takeQuestion(
  db: Database,
  id: string,
  by: Answerer,
  { over, now }: { readonly over: boolean; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('questions')
    .set((row) => ({
      state: row.case().when('state', '=', 'new').then('taken').else(row.ref('state')).end() as never,
      taken_by: by.id,
      taken_name: by.name,
      changed_at: now.toISOString(),
    }))
    .where('id', '=', id)
    .where('state', 'in', over ? (['taken', 'answered'] as const) : (['new'] as const))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/**
 * Stores the answer of the person in HR who has taken the question. The same transaction plans the delivery to the manager. False
 * where that person has not taken it, or it waits for no answer.
 */
export const answerFromHr = (
  db: Database,
  serviceKey: Buffer,
  id: string,
  by: Answerer,
  { text, now, dueAt }: { readonly text: string; readonly now: Date; readonly dueAt: Date },
): Promise<boolean> =>
  db.transaction().execute(async (all) => {
    const answered = await all
      .updateTable('questions')
      .set({ state: 'answered', changed_at: now.toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'taken')
      .where('taken_by', '=', by.id)
      .returning('person_id as person')
      .executeTakeFirst();
    if (!answered) return false;
    const { person } = answered;
    const position = await addWords(all, serviceKey, { id, person }, { by: 'hr', text }, now);
    const occasion = { topic: id, occurrence: String(position), purpose: 'answer', dueAt } as const;
    await planDeliveries(all, occasion, [{ person, group: '', reachable: true }]);
    return true;
  });

/** Closes a manager's own question. */
export async function closeOwn(db: Database, person: string, id: string, now: Date): Promise<void> {
  await db
    .updateTable('questions')
    .set({ state: 'closed', changed_at: now.toISOString() })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('state', '!=', 'closed')
    .execute();
}

/**
 * Closes a question for HR. A manager who waits for an answer gets a delivery that says so. False where no open one has this id.
 */
export const closeByHr = (
  db: Database,
  id: string,
  { now, dueAt }: { readonly now: Date; readonly dueAt: Date },
): Promise<boolean> =>
  db.transaction().execute(async (all) => {
    const closeFrom = (states: readonly QuestionState[]) =>
      all
        .updateTable('questions')
        .set({ state: 'closed', changed_at: now.toISOString() })
        .where('id', '=', id)
        .where('state', 'in', states)
        .returning('person_id as person')
        .executeTakeFirst();
    if (await closeFrom(['answered'])) return true;
    const waiting = await closeFrom(['new', 'taken']);
    if (!waiting) return false;
    const occasion = { topic: id, occurrence: '', purpose: 'closing', dueAt } as const;
    await planDeliveries(all, occasion, [{ person: waiting.person, group: '', reachable: true }]);
    return true;
  });

/** Questions, decrypted, those first that changed longest ago. With `person` that person's own, else all, for HR. */
export async function questionsWhere(
  db: Database,
  serviceKey: Buffer,
  { id, person }: { readonly id?: string; readonly person?: string },
): Promise<AskedQuestion[]> {
  const rows = await db
    .selectFrom('questions')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .$if(person !== undefined, (query) => query.where('person_id', '=', person!))
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
  const found: AskedQuestion[] = [];
  // A person's keys are read once, however many questions there are.
  const opened = new Map<string, Awaited<ReturnType<typeof decrypterFor>>>();
  for (const row of rows) {
    const open = opened.get(row.person_id) ?? (await decrypterFor(db, serviceKey, row.person_id));
    opened.set(row.person_id, open);
    found.push(await inClear(db, row, open));
  }
  return found;
}

async function inClear(
  db: Database,
  row: Selectable<QuestionsTable>,
  open: Awaited<ReturnType<typeof decrypterFor>>,
): Promise<AskedQuestion> {
  const { id } = row;
  const said = await db
    .selectFrom('question_words')
    .selectAll()
    .where('question_id', '=', id)
    .orderBy('position')
    .execute();
  const sent = await db
    .selectFrom('deliveries')
    .select(['occurrence', 'state'])
    .where('topic', '=', id)
    .where('purpose', '=', 'answer')
    .execute();
  return {
    id,
    name: open(purposeOf(id, 'name'), row.sealed_name) ?? '',
    state: row.state,
    askedAt: row.asked_at,
    changedAt: row.changed_at,
    ...(row.taken_by !== null && { holder: { id: row.taken_by, name: row.taken_name ?? '' } }),
    said: said.map(({ position, said_by: by, sealed, said_at: at }) => {
      const delivery = sent.find(({ occurrence }) => occurrence === String(position))?.state;
      return { by, text: open(purposeOf(id, position), sealed) ?? '', at, ...(delivery && { delivery }) };
    }),
  };
}

/**
 * Deletes questions that were closed or last answered before `before`, questions that have waited for HR since before
 * `waitingBefore`, and the deliveries about them.
 */
export async function pruneQuestions(db: Database, before: Date, waitingBefore: Date): Promise<void> {
  const over = db
    .selectFrom('questions')
    .select('id')
    .where((row) =>
      row.or([
        row.and([row('state', 'in', ['answered', 'closed']), row('changed_at', '<', before.toISOString())]),
        row.and([row('state', 'in', ['new', 'taken']), row('changed_at', '<', waitingBefore.toISOString())]),
      ]),
    );
  await db.transaction().execute(async (all) => {
    await all.deleteFrom('deliveries').where('topic', 'in', over).execute();
    await all.deleteFrom('questions').where('id', 'in', over).execute();
  });
}
