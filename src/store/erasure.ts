import { type Database, emptyJournal } from './database';
import { forgetRecipient } from './deliveries';
import { unlist } from './listing';
import { destroyKey, noteErasure } from './personKeys';
import { dropUnshared } from './releases';
import { eraseResponses } from './responses';
import { eraseUnanswered } from './unanswered';

/**
 * Erases all that is kept of a person, at once or not at all: her row, her feedback, her sessions, her answers to campaigns that
 * are open, the words that she shares there, her words of this month that nothing answered, her places in HR's groups and absences, and her key. Deliveries to her stay as
 * numbers, without her.
 * Beside the emptied key her id and the time stay: a restored backup still holds the key, so a restore repeats the erasures.
 * Answers name nobody, so there is nothing of hers in them.
 */
export async function erasePerson(db: Database, serviceKey: Buffer, id: string, now: Date): Promise<void> {
  await db.transaction().execute(async (all) => {
    await destroyKey(all, id, now);
    await eraseResponses(all, serviceKey, id);
    await dropUnshared(all, serviceKey);
    await eraseUnanswered(all, serviceKey, id);
    await forgetRecipient(all, id, now);
    await unlist(all, id);
    // Her feedback goes with this row: its foreign key cascades.
    const { numDeletedRows } = await all.deleteFrom('people').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows > 0n) await noteErasure(all, id, now);
  });
  await emptyJournal(db);
}
