import { randomUUID } from 'node:crypto';
import { type Database } from './database';
import { type IsoTime } from './schema';

/** Somebody did something; never what it contained. */
export interface Entry {
  readonly at: IsoTime;
  readonly by: string;
  readonly name: string;
  readonly act: string;
  readonly about?: string;
}

export async function recordAct(db: Database, { about, ...entry }: Omit<Entry, 'at'>, now: Date): Promise<void> {
  await db
    .insertInto('audit')
    .values({ id: randomUUID(), at: now.toISOString(), about: about ?? null, ...entry })
    .execute();
}

/** The latest first, at most `most`, those before a time where one is given. */
export async function auditLog(db: Database, most: number, before?: IsoTime): Promise<Entry[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['at', 'by', 'name', 'act', 'about'])
    .$if(before !== undefined, (query) => query.where('at', '<', before!))
    .orderBy('at', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ about, ...entry }) => ({ ...entry, ...(about !== null && { about }) }));
}
