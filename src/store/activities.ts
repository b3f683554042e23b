import { compiledOnce } from './compiledOnce';
import { type Database } from './database';

/** Milliseconds after which an unfinished claim is that of a process that died. */
const CLAIM_LASTS = 30_000;

/** new: the caller must handle it. done: it has had its effect. busy: somebody handles it, or died less than 30 s ago. */
export type ActivityClaim = 'new' | 'done' | 'busy';

const claim = compiledOnce((db, { key, at, staleBefore }: { key: string; at: string; staleBefore: string }) =>
  db
    .insertInto('activities')
    .values({ key, claimed_at: at })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ claimed_at: at })
        .where('activities.finished_at', 'is', null)
        .where('activities.claimed_at', '<=', staleBefore),
    ),
);

const finish = compiledOnce((db, { key, at }: { key: string; at: string }) =>
  db.updateTable('activities').set({ finished_at: at }).where('key', '=', key),
);

/**
 * Claims an activity, so that it has one effect. Of all who claim a key, exactly one gets 'new'. A claim that is not finished
 * within 30 s can be taken over, because a crash would else lose the message. A finished claim never can.
 */
export async function claimActivity(db: Database, key: string, now: Date): Promise<ActivityClaim> {
  const staleBefore = new Date(now.getTime() - CLAIM_LASTS).toISOString();
  const claimed = await claim(db, { key, at: now.toISOString(), staleBefore });
  if (claimed.numAffectedRows === 1n) return 'new';
  const row = await db.selectFrom('activities').select('finished_at').where('key', '=', key).executeTakeFirst();
  return row?.finished_at === null ? 'busy' : 'done';
}

/** A claim, with the time that distinguishes it from a later claim of the same activity. */
export interface ClaimedActivity {
  readonly key: string;
  readonly claimedAt: Date;
}

/** Notes that an activity has had its effect. This holds also where another instance has taken the claim over. */
export async function finishActivity(db: Database, key: string, now: Date): Promise<void> {
  await finish(db, { key, at: now.toISOString() });
}

/**
 * Gives a claim back when its effect failed, so that the next delivery of the activity tries again at once. A finished claim
 * stays finished.
 */
export async function releaseActivity(db: Database, { key, claimedAt }: ClaimedActivity): Promise<void> {
  await db
    .deleteFrom('activities')
    .where('key', '=', key)
    .where('claimed_at', '=', claimedAt.toISOString())
    .where('finished_at', 'is', null)
    .execute();
}

/**
 * Deletes activities claimed before `before`. They can then be claimed again, so `before` must be older than Teams redelivers.
 */
export async function pruneActivities(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('activities').where('claimed_at', '<', before.toISOString()).execute();
}
