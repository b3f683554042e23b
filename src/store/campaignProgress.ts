import { type Progress } from '../hr/ports';
import { type Run } from '../campaigns/run';
import { asRun } from './campaignRuns';
import { type Database } from './database';

/**
 * How far the runs of each campaign (or of one) are, by the campaign's id. It reads the rows of the runs, which are few, and not
 * the deliveries.
 */
export async function progressOf(db: Database, now: Date, campaign?: string): Promise<Map<string, Progress>> {
  const rows = await db
    .selectFrom('campaign_runs')
    .select((row) => [
      'campaign_id',
      row.fn
        .min('due_at')
        .filterWhere('state', '=', 'planned')
        .filterWhere('due_at', '>', now.toISOString())
        .as('next'),
      row.fn.countAll<number | string>().filterWhere('state', 'in', ['sent', 'published']).as('runs'),
      row.fn
        .sum<number | string | null>('recipients')
        .filterWhere('state', 'in', ['sent', 'published'])
        .as('recipients'),
    ])
    .$if(campaign !== undefined, (query) => query.where('campaign_id', '=', campaign!))
    .groupBy('campaign_id')
    .execute();
  return new Map(
    rows.map(({ campaign_id, next, runs, recipients }) => [
      campaign_id,
      // Where no run is planned, there is no earliest one, whatever the type says.
      { ...(next && { next: new Date(next) }), runs: Number(runs), recipients: Number(recipients ?? 0) },
    ]),
  );
}

/** Runs that are due at `from` or later and have been sent, published or skipped. */
export async function settledRuns(db: Database, from: Date): Promise<Run[]> {
  const rows = await db
    .selectFrom('campaign_runs')
    .selectAll()
    .where('state', 'in', ['sent', 'published', 'skipped'])
    .where('due_at', '>=', from.toISOString())
    .execute();
  return rows.map(asRun);
}
