import { type Round } from '../dialogue/dialogue';
import { type Database } from './database';
import { dialogueKey } from './dialogueKeys';
import { placeOf } from './dialogues';

/** What a person has written in dialogues that are not over, decrypted, for the person's own export only. */
export async function dialogueAnswersBy(
  db: Database,
  serviceKey: Buffer,
  person: string,
): Promise<{ readonly day: string; readonly content: string; readonly round: Round; readonly text: string }[]> {
  const found = [];
  for (const row of await db.selectFrom('dialogues').selectAll().orderBy('started_day').execute()) {
    const key = dialogueKey(serviceKey, row);
    const author = key.nameOf(person);
    const own = await db
      .selectFrom('dialogue_answers')
      .select(['round', 'sealed'])
      .where('dialogue_id', '=', row.id)
      .where('author', '=', author)
      .orderBy('round', 'desc')
      .execute();
    for (const { round, sealed } of own)
      found.push({
        day: row.started_day,
        content: row.content,
        round,
        text: key.unseal(placeOf(round, author), sealed),
      });
  }
  return found;
}

/**
 * Erases what a person has written in dialogues that are not over. A dialogue that the person began goes on for the others, with
 * `nobody`, a name that tells nothing, as the one who began it.
 */
export async function forgetInDialogues(
  db: Database,
  serviceKey: Buffer,
  person: string,
  nobody: string,
): Promise<void> {
  for (const row of await db.selectFrom('dialogues').select(['id', 'sealed_key', 'starter']).execute()) {
    const name = dialogueKey(serviceKey, row).nameOf(person);
    await db.deleteFrom('dialogue_answers').where('dialogue_id', '=', row.id).where('author', '=', name).execute();
    if (row.starter === name)
      await db.updateTable('dialogues').set({ starter: nobody }).where('id', '=', row.id).execute();
  }
}
