import { type Selectable } from 'kysely';
import { type Audience, type Campaign, type CampaignState } from '../campaigns/campaign';
import { type Plan } from '../campaigns/schedule';
import { newCampaignKey } from './campaignKeys';
import { type Database } from './database';
import { lowered } from './listedPeople';
import { type CampaignsTable } from './schema';

/** Milliseconds that an instance has for planning an occurrence before another may. */
const PLANNING_LASTS = 60_000;

/** Keeps a new campaign, with a key of its own. */
export async function addCampaign(db: Database, serviceKey: Buffer, campaign: Campaign): Promise<void> {
  const { id, createdBy, createdAt } = campaign;
  const row = { ...rowOf(campaign), id, created_by: createdBy, created_at: createdAt.toISOString() };
  await db
    .insertInto('campaigns')
    .values({ ...row, sealed_key: newCampaignKey(serviceKey, id) })
    .execute();
}

/** Keeps a campaign as it has become. False where it was no longer in the state that it had been read in. */
export async function changeCampaign(db: Database, campaign: Campaign, from: CampaignState): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('campaigns')
    .set({ ...rowOf(campaign), ...(campaign.closedAt && { sealed_key: null }) })
    .where('id', '=', campaign.id)
    .where('state', '=', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function findCampaign(db: Database, id: string): Promise<Campaign | undefined> {
  const row = await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst();
  return row && asCampaign(row);
}

/** All campaigns, newest first. */
export async function listCampaigns(db: Database): Promise<Campaign[]> {
  const rows = await db.selectFrom('campaigns').selectAll().orderBy('created_at', 'desc').execute();
  return rows.map(asCampaign);
}

/** Takes away what has never been sent. False where it is neither draft nor template any more. */
export async function removeCampaign(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('campaigns')
    .where('id', '=', id)
    .where('state', 'in', ['draft', 'template'])
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Those that have ended, and whose end has not been seen to. */
export async function uncompletedCampaigns(db: Database): Promise<Campaign[]> {
  const ended = ['closed', 'recalled'] as const;
  const rows = await db
    .selectFrom('campaigns')
    .selectAll()
    .where('state', 'in', ended)
    .where('settled_at', 'is', null)
    .execute();
  return rows.map(asCampaign);
}

export async function completeCampaign(db: Database, id: string, now: Date): Promise<void> {
  await db.updateTable('campaigns').set({ settled_at: now.toISOString() }).where('id', '=', id).execute();
}

/** Until when a running campaign's occurrences have been planned; undefined where none has. */
export async function plannedUntil(db: Database, id: string): Promise<Date | undefined> {
  const row = await db.selectFrom('campaigns').select('planned_until').where('id', '=', id).executeTakeFirst();
  return row?.planned_until ? new Date(row.planned_until) : undefined;
}

/** True for one instance at a time: that one plans the campaign's next occurrence. */
export async function claimPlanning(db: Database, id: string, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const { numUpdatedRows } = await db
    .updateTable('campaigns')
    .set({ planning_until: new Date(now.getTime() + PLANNING_LASTS).toISOString() })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where((row) => row.or([row('planning_until', 'is', null), row('planning_until', '<=', at)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Says until when occurrences have been planned, and lets others plan again. */
export async function finishPlanning(db: Database, id: string, until: Date): Promise<void> {
  await db
    .updateTable('campaigns')
    .set({ planned_until: until.toISOString(), planning_until: null })
    .where('id', '=', id)
    .execute();
}

/** The campaigns that somebody in HR has made or launched, by the person's names (listedPeople.ts). */
export async function campaignsBy(
  db: Database,
  names: readonly string[],
): Promise<{ readonly title: string; readonly created: boolean; readonly launched: boolean }[]> {
  const isOne = isAmong(names);
  return (await listCampaigns(db))
    .map(({ title, createdBy, launchedBy }) => ({ title, created: isOne(createdBy), launched: isOne(launchedBy) }))
    .filter(({ created, launched }) => created || launched);
}

/** Leaves of who made or launched campaigns a name that tells nothing. */
export async function forgetMaker(db: Database, names: readonly string[], nobody: string): Promise<void> {
  const isOne = isAmong(names);
  for (const { id, createdBy, launchedBy } of await listCampaigns(db)) {
    const made = { ...(isOne(createdBy) && { created_by: nobody }), ...(isOne(launchedBy) && { launched_by: nobody }) };
    if (Object.keys(made).length) await db.updateTable('campaigns').set(made).where('id', '=', id).execute();
  }
}

const isAmong =
  (names: readonly string[]) =>
  (who = ''): boolean =>
    names.includes(who) || names.includes(lowered(who));

const rowOf = ({ title, flow, plan, audience, state, least, launchedBy, launchedAt, closedAt }: Campaign) => ({
  title,
  flow,
  plan: JSON.stringify(plan),
  audience: JSON.stringify(audience),
  state,
  least,
  launched_by: launchedBy ?? null,
  launched_at: launchedAt?.toISOString() ?? null,
  closed_at: closedAt?.toISOString() ?? null,
});

const asCampaign = (row: Selectable<CampaignsTable>): Campaign => ({
  id: row.id,
  title: row.title,
  flow: row.flow,
  plan: JSON.parse(row.plan) as Plan,
  audience: JSON.parse(row.audience) as Audience,
  state: row.state,
  least: row.least,
  createdBy: row.created_by,
  createdAt: new Date(row.created_at),
  ...(row.launched_by !== null && { launchedBy: row.launched_by }),
  ...(row.launched_at !== null && { launchedAt: new Date(row.launched_at) }),
  ...(row.closed_at !== null && { closedAt: new Date(row.closed_at) }),
});
