import { type QuestionState, type Said } from '../questions/question';
import { type Database } from './database';
import { lowered } from './listedPeople';
import { questionsWhere } from './questions';
import { editorTexts } from '../shared/catalogues';

/** What a person has asked HR and was answered, decrypted, for the person's own export only. */
export async function questionsOf(
  db: Database,
  serviceKey: Buffer,
  person: string,
): Promise<{ readonly name: string; readonly state: QuestionState; readonly said: readonly Said[] }[]> {
  return (await questionsWhere(db, serviceKey, { person })).map(({ name, state, said }) => ({ name, state, said }));
}

/**
 * The questions that a person in HR has taken, without their words. `names` are the person's id, e-mail and object id
 * (listedPeople.ts).
 */
export async function takenBy(
  db: Database,
  names: readonly string[],
): Promise<{ readonly askedAt: string; readonly state: QuestionState; readonly name: string }[]> {
  return (await holders(db, names)).map(({ asked_at, state, taken_name }) => ({
    askedAt: asked_at,
    state,
    name: taken_name ?? '',
  }));
}

/** Replaces the person who has taken questions with `nobody`, a name that tells nothing. */
export async function forgetHolder(db: Database, names: readonly string[], nobody: string): Promise<void> {
  for (const { id } of await holders(db, names))
    await db
      .updateTable('questions')
      .set({ taken_by: nobody, taken_name: editorTexts.erasedPerson })
      .where('id', '=', id)
      .execute();
}

async function holders(db: Database, names: readonly string[]) {
  const rows = await db
    .selectFrom('questions')
    .select(['id', 'asked_at', 'state', 'taken_by', 'taken_name'])
    .where('taken_by', 'is not', null)
    .orderBy('asked_at')
    .execute();
  return rows.filter(({ taken_by }) => names.includes(taken_by!) || names.includes(lowered(taken_by!)));
}
