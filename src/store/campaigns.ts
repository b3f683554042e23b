import { type Selectable } from 'kysely';
import { type Audience, type Campaign } from '../campaigns/campaign';
import { type Unfinished } from '../campaigns/ports';
import { type Plan } from '../campaigns/schedule';
import { type Database } from './database';
import { lowered } from './listedPeople';
import { type CampaignsTable } from './schema';

/** Stores a new campaign. */
export async function addCampaign(db: Database, campaign: Campaign): Promise<void> {
  const { id, createdBy, createdAt, revision } = campaign;
  await db
    .insertInto('campaigns')
    .values({ ...rowOf(campaign), id, created_by: createdBy, created_at: createdAt.toISOString(), revision })
    .execute();
}

/** Stores a changed campaign with the next revision. Returns false where somebody else has changed it since it was read. */
export async function changeCampaign(db: Database, campaign: Campaign): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('campaigns')
    .set({ ...rowOf(campaign), revision: campaign.revision + 1 })
    .where('id', '=', campaign.id)
    .where('revision', '=', campaign.revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The campaign with this id; undefined where there is none. */
export async function findCampaign(db: Database, id: string): Promise<Campaign | undefined> {
  const row = await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst();
  return row && asCampaign(row);
}

/** All campaigns, newest first. */
export async function listCampaigns(db: Database): Promise<Campaign[]> {
  const rows = await db.selectFrom('campaigns').selectAll().orderBy('created_at', 'desc').execute();
  return rows.map(asCampaign);
}

/** Deletes a draft or a template. Returns false where the campaign is neither any more. */
export async function removeCampaign(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('campaigns')
    .where('id', '=', id)
    .where('state', 'in', ['draft', 'template'])
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Campaigns that are running, paused or cancelled, and how far their runs are. */
export async function unfinishedCampaigns(db: Database): Promise<Unfinished[]> {
  const rows = await db
    .selectFrom('campaigns')
    .selectAll()
    .select((row) => [
      row
        .selectFrom('campaign_runs')
        .select((run) => run.fn.max('day').as('day'))
        .whereRef('campaign_id', '=', 'campaigns.id')
        .as('last_day'),
      row
        .selectFrom('campaign_runs')
        .select((run) => run.fn.countAll<number | string>().as('count'))
        .whereRef('campaign_id', '=', 'campaigns.id')
        .where('campaign_runs.state', 'in', ['planned', 'sent'])
        .as('open_runs'),
    ])
    .where('state', 'in', ['running', 'paused', 'cancelled'])
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    campaign: asCampaign(row),
    ...(row.last_day !== null && { lastDay: row.last_day }),
    hasOpenRuns: Number(row.open_runs) > 0,
  }));
}

/**
 * The campaigns that a person in HR has made or launched. `names` are the person's id, e-mail and object id (listedPeople.ts).
 */
export async function campaignsBy(
  db: Database,
  names: readonly string[],
): Promise<{ readonly title: string; readonly created: boolean; readonly launched: boolean }[]> {
  const isOne = isAmong(names);
  return (await listCampaigns(db))
    .map(({ title, createdBy, launchedBy }) => ({ title, created: isOne(createdBy), launched: isOne(launchedBy) }))
    .filter(({ created, launched }) => created || launched);
}

/** Replaces the person who made or launched campaigns with a name that tells nothing. */
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

const rowOf = ({
  title,
  flow,
  plan,
  answerDays,
  audience,
  state,
  least,
  launchedBy,
  launchedAt,
  closedAt,
  failing,
  promise,
}: Campaign) => ({
  title,
  flow,
  plan: JSON.stringify(plan),
  answer_days: answerDays,
  audience: JSON.stringify(audience),
  state,
  least,
  launched_by: launchedBy ?? null,
  launched_at: launchedAt?.toISOString() ?? null,
  closed_at: closedAt?.toISOString() ?? null,
  paused_because: failing?.because ?? null,
  paused_since: failing?.since.toISOString() ?? null,
  promise: promise ?? null,
});

const asCampaign = (row: Selectable<CampaignsTable>): Campaign => ({
  id: row.id,
  title: row.title,
  flow: row.flow,
  plan: JSON.parse(row.plan) as Plan,
  answerDays: row.answer_days,
  audience: JSON.parse(row.audience) as Audience,
  state: row.state,
  revision: row.revision,
  least: row.least,
  createdBy: row.created_by,
  createdAt: new Date(row.created_at),
  ...(row.launched_by !== null && { launchedBy: row.launched_by }),
  ...(row.launched_at !== null && { launchedAt: new Date(row.launched_at) }),
  ...(row.closed_at !== null && { closedAt: new Date(row.closed_at) }),
  ...(row.promise !== null && { promise: row.promise }),
  ...(row.paused_because !== null &&
    row.paused_since !== null && { failing: { because: row.paused_because, since: new Date(row.paused_since) } }),
});
