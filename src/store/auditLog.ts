import { createHash, randomUUID } from 'node:crypto';
import { dayOf } from '../shared/localTime';
import { type Database } from './database';
import { lowered } from './listedPeople';
import { type IsoTime } from './schema';
import { editorTexts } from '../shared/catalogues';

/** An act of a person in HR. It never holds content. */
export interface NewAuditEntry {
  readonly id: string;
  readonly at: IsoTime;
  readonly by: string;
  readonly name: string;
  readonly act: string;
  readonly about?: string;
}

/** Adds a line to HR's log: who did what at `now`, and about what. It never holds content. */
export async function recordAudit(
  db: Database,
  { about, ...entry }: Omit<NewAuditEntry, 'id' | 'at'>,
  now: Date,
): Promise<void> {
  await db
    .insertInto('audit')
    .values({ id: randomUUID(), at: now.toISOString(), about: about ?? null, ...entry })
    .execute();
}

/**
 * Records the first route that a person without HR's role tried on a local day. Only the first, so that nobody can fill the
 * table.
 */
export async function recordRefusal(
  db: Database,
  { by, name, route }: { readonly by: string; readonly name: string; readonly route: string },
  now: Date,
): Promise<void> {
  const id = createHash('sha256')
    .update(JSON.stringify(['refused', dayOf(now), by]))
    .digest('hex');
  const entry = { id, at: now.toISOString(), by, name, act: 'refused', about: route };
  await db
    .insertInto('audit')
    .values(entry)
    .onConflict((row) => row.column('id').doNothing())
    .execute();
}

/** The latest entries, at most `limit`. With `after` (an entry's id) only older ones; none where that entry no longer exists. */
export async function auditLog(db: Database, limit: number, after?: string): Promise<NewAuditEntry[]> {
  const last =
    after === undefined
      ? undefined
      : await db.selectFrom('audit').select(['at', 'id']).where('id', '=', after).executeTakeFirst();
  if (after !== undefined && !last) return [];
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'at', 'by', 'name', 'act', 'about'])
    .$if(last !== undefined, (query) =>
      // Several entries may have the same millisecond.
      query.where((row) =>
        row.or([row('at', '<', last!.at), row.and([row('at', '=', last!.at), row('id', '<', last!.id)])]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ about, ...entry }) => ({ ...entry, ...(about !== null && { about }) }));
}

/** What a person has done in HR, earliest first. `names` are the person's id, e-mail and object id (listedPeople.ts). */
export async function actsOf(db: Database, names: readonly string[]): Promise<Omit<NewAuditEntry, 'id' | 'by'>[]> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('at').orderBy('id').execute();
  return rows
    .filter(isBy(names))
    .map(({ at, name, act, about }) => ({ at, name, act, ...(about !== null && { about }) }));
}

/** Deletes entries older than a moment. */
export async function pruneAudit(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('audit').where('at', '<', before.toISOString()).execute();
}

/** Replaces a person's name in the log with `nobody`, a name that tells nothing. What was done stays. */
export async function forgetActor(db: Database, names: readonly string[], nobody: string): Promise<void> {
  const actors = await db.selectFrom('audit').select(['by', 'name']).distinct().execute();
  for (const { by, name } of actors.filter(isBy(names)))
    await db
      .updateTable('audit')
      .set({ by: nobody, name: editorTexts.erasedPerson })
      .where('by', '=', by)
      .where('name', '=', name)
      .execute();
}

/** In local mode the name is what was typed at the sign-in, which may be an e-mail. */
const isBy = (names: readonly string[]) => {
  const those = new Set(names);
  return ({ by, name }: { readonly by: string; readonly name: string }): boolean =>
    those.has(by) || those.has(lowered(by)) || (name.includes('@') && those.has(lowered(name)));
};
