import { type RunRef } from '../campaigns/ports';
import { type LastOutcome } from '../deliveries/delivery';
import { type Database } from './database';

/** The columns of a delivery that is no longer refused, or is tried again. */
export const neverRefused = { refused_because: null, refused_at: null, refused_since: null } as const;
const anew = { state: 'planned', attempts: 0, settled_at: null, begun_at: null, ...neverRefused } as const;

/** States after the channel has been asked. */
const asked = ['sent', 'blocked', 'not-found', 'failed', 'unknown'] as const;

/** The last outcome of each card of a run, latest first, since `since` and at most `most`. */
export async function lastOutcomes(
  db: Database,
  { campaign, day }: RunRef,
  since: Date,
  most: number,
): Promise<LastOutcome[]> {
  const from = since.toISOString();
  const rows = await db
    .selectFrom('deliveries')
    .select(['refused_because', 'refused_since'])
    .where('topic', '=', campaign)
    .where('occurrence', '=', day)
    .where('purpose', '=', 'card')
    .where((row) =>
      row.or([
        row.and([row('state', 'in', asked), row('settled_at', '>=', from)]),
        row.and([row('state', 'in', ['planned', 'claimed']), row('refused_at', '>=', from)]),
      ]),
    )
    .orderBy((row) => row.fn.coalesce('settled_at', 'refused_at'), 'desc')
    .limit(most)
    .execute();
  return rows.map(({ refused_because: because, refused_since: refusedSince }) =>
    because !== null && refusedSince !== null ? { because, refusedSince: new Date(refusedSince) } : {},
  );
}

/** Plans a campaign's refused and overdue cards and reminders again for `dueAt`, as if they had never been tried. */
export async function replanPlanned(db: Database, campaign: string, dueAt: Date): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ ...anew, due_at: dueAt.toISOString() })
    .where('topic', '=', campaign)
    .where('purpose', 'in', ['card', 'reminder', 'halfway'])
    .where('state', '=', 'planned')
    .where((row) => row.or([row('refused_at', 'is not', null), row('due_at', '<', dueAt.toISOString())]))
    .execute();
}

/**
 * Plans the failed cards of a campaign's runs that still take answers, and returns how many. Cards with an unknown outcome are
 * left out, because they may have arrived.
 */
export async function replanFailed(db: Database, campaign: string, dueAt: Date, today: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ ...anew, due_at: dueAt.toISOString() })
    .where('topic', '=', campaign)
    .where('purpose', '=', 'card')
    .where('state', '=', 'failed')
    .where('occurrence', 'in', (from) =>
      from
        .selectFrom('campaign_runs')
        .select('day')
        .where('campaign_id', '=', campaign)
        .where('campaign_runs.state', '=', 'sent')
        .where('answer_until', '>=', today),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
