import { type Database } from './database';
import { type PushCounts } from '../hr/ports';

/** How many sendings those people have had since a moment, of all campaigns together. */
export async function pushesTo(db: Database, people: ReadonlySet<string>, since: Date): Promise<PushCounts> {
  const had = await db
    .selectFrom('deliveries')
    .select(['topic', 'occurrence', 'person'])
    .where('purpose', '=', 'card')
    .where('state', 'in', ['sent', 'unknown', 'declined'])
    .where('due_at', '>=', since.toISOString())
    .execute();
  const theirs = had.filter(({ person }) => people.has(person));
  const each = new Map<string, number>();
  for (const { person } of theirs) each.set(person, (each.get(person) ?? 0) + 1);
  return {
    sendings: new Set(theirs.map(({ topic, occurrence }) => JSON.stringify([topic, occurrence]))).size,
    most: Math.max(0, ...new Set(each.values())),
  };
}
