import { type Database } from './database';
import { forgetRecipient } from './deliveries';
import { namesOf } from './listedPeople';

/**
 * Deletes people who have been known since before `before` and about whom nothing else is kept. Everything they did has been
 * pruned before. No column says when a person was last active, because that would tell who has answered HR. A person who means
 * to do something stays, because the bot has promised a reminder. A person in one of HR's groups stays, and a person who has opted
 * out: HR would else reach that person again. A deleted person who writes again is new.
 */
export async function prunePeople(db: Database, before: Date, now: Date): Promise<void> {
  const since = before.toISOString();
  const unused = await db
    .selectFrom('people')
    .select('id')
    .where('first_seen_at', '<', since)
    .where('opted_out_at', 'is', null)
    .where('id', 'not in', db.selectFrom('sessions').select('person_id'))
    .where('id', 'not in', db.selectFrom('feedback').select('person_id'))
    .where('id', 'not in', db.selectFrom('shares').select('owner_id'))
    .where('id', 'not in', db.selectFrom('shares').select('receiver_id'))
    .where('id', 'not in', db.selectFrom('questions').select('person_id'))
    .where('id', 'not in', db.selectFrom('commitments').select('person_id'))
    .where('id', 'not in', db.selectFrom('deliveries').select('person').where('due_at', '>=', since))
    .execute();
  for (const { id } of unused)
    await db.transaction().execute(async (all) => {
      const names = await namesOf(all, id);
      const listed = await all
        .selectFrom('group_members')
        .select('unit')
        .where('listed_as', 'in', names)
        .limit(1)
        .execute();
      if (listed.length) return;
      await forgetRecipient(all, names, now);
      // The key encrypts nothing any more. The rows of destroyed keys stay, because they are the list of erasures.
      await all.deleteFrom('person_keys').where('person_id', '=', id).where('destroyed_at', 'is', null).execute();
      await all.deleteFrom('people').where('id', '=', id).execute();
    });
}
