import { type Database, emptyJournal } from './database';
import { destroyKey, noteErasure } from './personKeys';

/**
 * Erases all that is kept of a person, at once or not at all: her row, her feedback and her key.
 * Beside the emptied key her id and the time stay: a restored backup still holds the key, so a restore repeats the erasures.
 * Answers name nobody, so there is nothing of hers in them.
 */
export async function erasePerson(db: Database, id: string, now: Date): Promise<void> {
  await db.transaction().execute(async (all) => {
    await destroyKey(all, id, now);
    // Her feedback goes with this row: its foreign key cascades.
    const { numDeletedRows } = await all.deleteFrom('people').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows > 0n) await noteErasure(all, id, now);
  });
  await emptyJournal(db);
}
