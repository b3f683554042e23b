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
 * Erases all that is kept about a person, in one transaction: the person's row and key, feedback, sessions, shares, commitments,
 * questions to HR, places in HR's groups and absences, answers to open runs with the words shared there, this month's unanswered
 * words, and answers in dialogues that are not over. Deliveries stay as numbers. Acts in HR's log stay without the person's name.
 * The id and the time stay beside the emptied key: a restored backup still holds the key, so a restore must repeat the erasure.
 * Recorded answers of the bot (store/answers.ts) name nobody.
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
    // Feedback, shares, commitments, settings, and questions to HR with their answers are deleted with this row by their
    // foreign keys.
    const { numDeletedRows } = await all.deleteFrom('people').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows > 0n) await noteErasure(all, id, now);
  });
  await emptyJournal(db);
}
