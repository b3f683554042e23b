import { type Database } from './database';
import { forgetRecipient } from './deliveries';
import { namesOf } from './listedPeople';

/**
 * Forgets people who have been known since before a moment and of whom nothing else is kept any more: all that they did has been
 * pruned before, each kind in its own time. When somebody was last here is noted nowhere, because that would tell who has answered
 * HR. Whom HR has in a group is remembered, and who wants no campaigns: else HR would reach that person again. Who writes again is
 * known anew.
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
      // The key seals nothing any more. The rows of keys that were destroyed stay: they are the list of erasures.
      await all.deleteFrom('person_keys').where('person_id', '=', id).where('destroyed_at', 'is', null).execute();
      await all.deleteFrom('people').where('id', '=', id).execute();
    });
}
