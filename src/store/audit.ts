import { randomUUID } from 'node:crypto';
import { type Database } from './database';
import { type IsoTime } from './schema';

/** Somebody did something; never what it contained. */
export interface Entry {
  readonly id: string;
  readonly at: IsoTime;
  readonly by: string;
  readonly name: string;
  readonly act: string;
  readonly about?: string;
}

export async function recordAct(db: Database, { about, ...entry }: Omit<Entry, 'id' | 'at'>, now: Date): Promise<void> {
  await db
    .insertInto('audit')
    .values({ id: randomUUID(), at: now.toISOString(), about: about ?? null, ...entry })
    .execute();
}

/** The latest first, at most `most`; after the entry with the id `after`, where one is given and is there. */
export async function auditLog(db: Database, most: number, after?: string): Promise<Entry[]> {
  const last =
    after === undefined
      ? undefined
      : await db.selectFrom('audit').select(['at', 'id']).where('id', '=', after).executeTakeFirst();
  if (after !== undefined && !last) return [];
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'at', 'by', 'name', 'act', 'about'])
    .$if(last !== undefined, (query) =>
      // Several may have come in the same millisecond.
      query.where((row) =>
        row.or([row('at', '<', last!.at), row.and([row('at', '=', last!.at), row('id', '<', last!.id)])]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ about, ...entry }) => ({ ...entry, ...(about !== null && { about }) }));
}
