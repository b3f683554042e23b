import { randomUUID } from 'node:crypto';
import { forgetActor } from './auditLog';
import { forgetMaker } from './campaigns';
import { type Database, emptyJournal } from './database';
import { forgetRecipient } from './deliveries';
import { forgetInDialogues } from './dialoguesByPerson';
import { forgetMoves, moveNames } from './moves';
import { forgetHolder } from './questionsByPerson';
import { namesOf, unlist } from './listedPeople';
import { destroyKey, noteErasure } from './personKeys';
import { eraseResponses } from './responses';
import { withdrawAllOf } from './shares';
import { eraseUnanswered } from './unanswered';

/**
 * Erases everything that is kept of a person, at once or not at all: the row of the person, feedback, sessions, commitments, answers to
 * runs that are open with the words that were shared there, this month's words that nothing answered, answers in dialogues that are not
 * over, questions to HR, places in HR's groups and absences, and the key. Deliveries stay as numbers. Acts in HR's log stay without the
 * person's name. Beside the emptied key the id and the time stay: a restored backup still holds the key, so a restore repeats the
 * erasures.
 * Answers name nobody, so there is nothing to erase in them.
 */
export async function erasePerson(db: Database, serviceKey: Buffer, id: string, now: Date): Promise<void> {
  await db.transaction().execute(async (all) => {
    const names = await namesOf(all, id);
    const nobody = `erased:${randomUUID()}`;
    await withdrawAllOf(all, id, now);
    await destroyKey(all, id, now);
    await eraseResponses(all, serviceKey, id);
    await eraseUnanswered(all, serviceKey, id);
    await forgetInDialogues(all, serviceKey, id, nobody);
    const sessions = await all.deleteFrom('sessions').where('person_id', '=', id).returning('id').execute();
    await forgetMoves(
      all,
      sessions.map((session) => moveNames(serviceKey)(session.id)),
    );
    await forgetRecipient(all, names, now);
    await unlist(all, names);
    await forgetActor(all, names, nobody);
    await forgetMaker(all, names, nobody);
    await forgetHolder(all, names, nobody);
    // Feedback, shares, commitments, settings, and questions to HR with their answers, go with this row: their foreign keys cascade.
    const { numDeletedRows } = await all.deleteFrom('people').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows > 0n) await noteErasure(all, id, now);
  });
  await emptyJournal(db);
}
