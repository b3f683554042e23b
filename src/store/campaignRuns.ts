import { type Selectable } from 'kysely';
import { type RunRef } from '../campaigns/ports';
import { type Run, type SkipReason } from '../campaigns/run';
import { type RunDate } from '../campaigns/schedule';
import { type Database } from './database';
import { newRunKey } from './runKeys';
import { type CampaignRunsTable } from './schema';

/** Milliseconds that an instance has for planning a run before another instance may. */
const PLANNING_LASTS = 60_000;

/** All runs of a campaign, sorted by day. */
export async function runsOf(db: Database, campaign: string): Promise<Run[]> {
  const rows = await all(db).where('campaign_id', '=', campaign).orderBy('day').execute();
  return rows.map(asRun);
}

/** Returns a run of a campaign by its planned local day; undefined where there is none. */
export async function findRun(db: Database, { campaign, day }: RunRef): Promise<Run | undefined> {
  const row = await all(db).where('campaign_id', '=', campaign).where('day', '=', day).executeTakeFirst();
  return row && asRun(row);
}

/** Stores coming runs, each with a key of its own. Runs that are already stored do not change. */
export async function addRuns(
  db: Database,
  serviceKey: Buffer,
  campaign: string,
  runs: readonly RunDate[],
): Promise<void> {
  const rows = runs.map(({ day, dueAt, answerUntil }) => ({
    campaign_id: campaign,
    day,
    due_at: dueAt.toISOString(),
    answer_until: answerUntil,
    state: 'planned' as const,
    sealed_key: newRunKey(serviceKey, campaign),
  }));
  await db
    .insertInto('campaign_runs')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Planned runs of running campaigns whose time has come, earliest first. */
export async function dueRuns(db: Database, now: Date): Promise<Run[]> {
  const rows = await all(db)
    .where('state', '=', 'planned')
    .where('due_at', '<=', now.toISOString())
    .where('campaign_id', 'in', db.selectFrom('campaigns').select('id').where('state', '=', 'running'))
    .orderBy('due_at')
    .orderBy('campaign_id')
    .execute();
  return rows.map(asRun);
}

/** Runs that have been sent but not published, or whose thanks are not planned, unless the campaign is recalled. */
export async function openRuns(db: Database): Promise<Run[]> {
  const rows = await all(db)
    .where((row) =>
      row.or([row('state', '=', 'sent'), row.and([row('state', '=', 'published'), row('thanked_at', 'is', null)])]),
    )
    .where('campaign_id', 'not in', db.selectFrom('campaigns').select('id').where('state', '=', 'recalled'))
    .orderBy('due_at')
    .execute();
  return rows.map(asRun);
}

/** Runs that take answers and whose reminders are not planned. */
export async function unremindedRuns(db: Database): Promise<Run[]> {
  const rows = await all(db).where('state', '=', 'sent').where('reminded_at', 'is', null).orderBy('due_at').execute();
  return rows.map(asRun);
}

/** The ids of recalled campaigns with a run whose key still exists, because the recall was interrupted. */
export async function halfRecalled(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('campaign_runs')
    .innerJoin('campaigns', 'campaigns.id', 'campaign_id')
    .select('campaign_id')
    .distinct()
    .where('campaigns.state', '=', 'recalled')
    .where('sealed_key', 'is not', null)
    .execute();
  return rows.map(({ campaign_id }) => campaign_id);
}

/** Claims a planned run for planning its deliveries, for a minute. True for one instance at a time. */
export async function claimRun(db: Database, run: RunRef, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const { numUpdatedRows } = await change(db, run)
    .set({ planning_until: new Date(now.getTime() + PLANNING_LASTS).toISOString() })
    .where('state', '=', 'planned')
    .where((row) => row.or([row('planning_until', 'is', null), row('planning_until', '<=', at)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Gives a claimed run back, so that another instance can plan it. */
export async function releaseRun(db: Database, run: RunRef): Promise<void> {
  await change(db, run).set({ planning_until: null }).execute();
}

/** Notes that a run has been sent. A run without recipients is skipped. */
export async function settleRun(
  db: Database,
  run: RunRef,
  { recipients, held }: Pick<Run, 'recipients' | 'held'>,
  now: Date,
): Promise<void> {
  const isSent = recipients > 0;
  await change(db, run)
    .set({
      state: isSent ? 'sent' : 'skipped',
      reason: isSent ? null : 'nobody',
      sent_at: isSent ? now.toISOString() : null,
      recipients,
      absent: held.absent,
      capped: held.capped,
      planning_until: null,
      ...(!isSent && { sealed_key: null }),
    })
    .where('state', '=', 'planned')
    .execute();
}

/** Notes that a run is never sent, and why. */
export async function skipRun(db: Database, run: RunRef, reason: SkipReason): Promise<void> {
  await change(db, run).set({ state: 'skipped', reason, sealed_key: null }).where('state', '=', 'planned').execute();
}

/** Skips a campaign's planned runs, up to the moment `until` where one is given. */
export async function skipPlanned(db: Database, campaign: string, reason: SkipReason, until?: Date): Promise<void> {
  await db
    .updateTable('campaign_runs')
    .set({ state: 'skipped', reason, sealed_key: null })
    .where('campaign_id', '=', campaign)
    .where('state', '=', 'planned')
    .$if(until !== undefined, (query) => query.where('due_at', '<=', until!.toISOString()))
    .execute();
}

/** Notes that a run's reminders are planned. */
export async function noteReminded(db: Database, run: RunRef, now: Date): Promise<void> {
  await change(db, run).set({ reminded_at: now.toISOString() }).execute();
}

/** Notes that a run's thanks are planned. Then nothing is left to do for the run. */
export async function noteThanked(db: Database, run: RunRef, now: Date): Promise<void> {
  await change(db, run).set({ thanked_at: now.toISOString() }).execute();
}

const all = (db: Database) => db.selectFrom('campaign_runs').selectAll();
const change = (db: Database, { campaign, day }: RunRef) =>
  db.updateTable('campaign_runs').where('campaign_id', '=', campaign).where('day', '=', day);

/** Returns the run that a row of campaign_runs holds. */
export const asRun = (row: Selectable<CampaignRunsTable>): Run => ({
  campaign: row.campaign_id,
  day: row.day,
  dueAt: new Date(row.due_at),
  answerUntil: row.answer_until,
  state: row.state,
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.sent_at !== null && { sentAt: new Date(row.sent_at) }),
  recipients: row.recipients,
  held: { absent: row.absent, capped: row.capped },
  ...(row.promise !== null && { promise: row.promise }),
});
