import { sql } from 'kysely';
import { type Audience, type CampaignState } from '../campaigns/campaign';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type Database } from './database';
import { inChunks, lowered, namesOf } from './listedPeople';

/** A person whom HR lists in a group. */
export interface GroupMember {
  /** An object id or an e-mail. */
  readonly listedAs: string;
  /** HR's group in the results; '' where there is none. */
  readonly unit: string;
}

export interface StoredGroup {
  readonly id: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly size: number;
  /** The number of units of its members. Members without one are not counted. */
  readonly units: number;
}

/** Stores a new group. A person who is listed twice keeps the first row. */
export async function addGroup(
  db: Database,
  { id, title, now }: { readonly id: string; readonly title: string; readonly now: Date },
  members: readonly GroupMember[],
): Promise<void> {
  await db.transaction().execute(async (all) => {
    await all.insertInto('groups').values({ id, title, created_at: now.toISOString() }).execute();
    await list(all, id, members);
  });
}

/** Replaces the title of a group and, where `members` are given, its members, in one transaction. False where there is no such group. */
export async function changeGroup(
  db: Database,
  id: string,
  title: string,
  members?: readonly GroupMember[],
): Promise<boolean> {
  return db.transaction().execute(async (all) => {
    const { numUpdatedRows } = await all
      .updateTable('groups')
      .set({ title })
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    if (!members) return true;
    await all.deleteFrom('group_members').where('group_id', '=', id).execute();
    await list(all, id, members);
    return true;
  });
}

/** Campaigns in these states need their group. */
const open: readonly CampaignState[] = ['draft', 'awaiting', 'running', 'paused'];

/** Deletes a group, unless an open campaign or a document uses it. */
export async function removeGroup(db: Database, id: string): Promise<'removed' | 'inUse' | 'missing'> {
  return db.transaction().execute(async (all) => {
    const campaigns = await all.selectFrom('campaigns').select('audience').where('state', 'in', open).execute();
    const audiences = campaigns.map(({ audience }) => JSON.parse(audience) as Audience);
    if (audiences.some((audience) => audience.kind === 'group' && audience.group === id)) return 'inUse';
    if (await hasDocuments(all, id)) return 'inUse';
    const { numDeletedRows } = await all.deleteFrom('groups').where('id', '=', id).executeTakeFirstOrThrow();
    return numDeletedRows > 0n ? 'removed' : 'missing';
  });
}

/** Also withdrawn and replaced documents, because they can come back. */
async function hasDocuments(all: Database, group: string): Promise<boolean> {
  const rows = await all.selectFrom('document_versions').select('facts').distinct().execute();
  return rows.some(({ facts }) => (JSON.parse(facts) as KnowledgeDocument).group === group);
}

/** All groups, newest first. */
export async function listGroups(db: Database): Promise<StoredGroup[]> {
  const rows = await db
    .selectFrom('groups')
    .leftJoin('group_members', 'group_members.group_id', 'groups.id')
    .select((row) => [
      'groups.id',
      'title',
      'created_at',
      row.fn.count<number | string>('listed_as').as('size'),
      sql<number | string>`count(distinct nullif(unit, ''))`.as('units'),
    ])
    .groupBy(['groups.id', 'title', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('groups.id')
    .execute();
  return rows.map(({ id, title, created_at, size, units }) => ({
    id,
    title,
    createdAt: new Date(created_at),
    size: Number(size),
    units: Number(units),
  }));
}

/** The titles of all groups: group id -> title. */
export async function groupTitles(db: Database): Promise<Map<string, string>> {
  const rows = await db.selectFrom('groups').select(['id', 'title']).execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** The members of a group, as HR has listed them. */
export async function membersOfGroup(db: Database, id: string): Promise<GroupMember[]> {
  const rows = await db
    .selectFrom('group_members')
    .select(['listed_as', 'unit'])
    .where('group_id', '=', id)
    .orderBy('listed_as')
    .execute();
  return rows.map(({ listed_as, unit }) => ({ listedAs: listed_as, unit }));
}

/** The ids of the groups that a person is in, by object id or e-mail. */
export async function groupIdsOf(db: Database, person: string): Promise<string[]> {
  const rows = await db
    .selectFrom('group_members')
    .select('group_id')
    .distinct()
    .where('listed_as', 'in', (await namesOf(db, person)).map(lowered))
    .execute();
  return rows.map(({ group_id }) => group_id);
}

/** The groups that a person is in. `names` are the person's id, e-mail and object id (listedPeople.ts). */
export async function groupsOf(db: Database, names: readonly string[]): Promise<{ title: string; unit: string }[]> {
  return db
    .selectFrom('group_members')
    .innerJoin('groups', 'groups.id', 'group_members.group_id')
    .select(['title', 'unit'])
    .where('listed_as', 'in', names)
    .orderBy('created_at')
    .execute();
}

const list = (all: Database, group_id: string, members: readonly GroupMember[]): Promise<void> =>
  inChunks(
    members.map(({ listedAs, unit }) => ({ group_id, listed_as: lowered(listedAs), unit })),
    (rows) =>
      all
        .insertInto('group_members')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
  );
