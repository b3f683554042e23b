import { sql } from 'kysely';
import { type RunRef } from '../campaigns/ports';
import { type WrittenPromise } from '../campaigns/promise';
import { type Database } from './database';

/** Thrown inside the transaction, so that it is undone. */
const changed = new Error('The campaign has another revision.');

/**
 * Stores what HR promises for a run, and for the coming runs where the promise is carried on. Both tables change or neither.
 * `revision` is the campaign's that HR has seen.
 * Returns 'over' where the run is published or skipped, 'changed' where the campaign has another revision.
 */
export async function keepPromise(
  db: Database,
  { campaign, day }: RunRef,
  { text, carried }: WrittenPromise,
  revision: number,
): Promise<'kept' | 'changed' | 'over'> {
  try {
    return await db.transaction().execute(async (all) => {
      const run = await all
        .updateTable('campaign_runs')
        .set({ promise: text })
        .where('campaign_id', '=', campaign)
        .where('day', '=', day)
        .where('state', 'in', ['planned', 'sent'])
        .executeTakeFirstOrThrow();
      if (run.numUpdatedRows === 0n) return 'over';
      const { numUpdatedRows } = await all
        .updateTable('campaigns')
        .set({ revision: revision + 1, ...(carried && { promise: text || null }) })
        .where('id', '=', campaign)
        .where('revision', '=', revision)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw changed;
      return 'kept';
    });
  } catch (error) {
    if (error === changed) return 'changed';
    throw error;
  }
}

/** Fixes a run's promise now, whatever is promised later for coming runs: its own sentence, else the campaign's, else none. */
export const settledPromise = sql<string>`coalesce(promise,
  (select campaigns.promise from campaigns where campaigns.id = campaign_runs.campaign_id), '')`;
