import { setImmediate as breathe } from 'node:timers/promises';
import { dayOf } from '../shared/localTime';
import { type PushCounts } from '../hr/ports';
import { type Database } from './database';

/** How many people's cards of a run are looked up in one statement, and how many rows of a run are read in one. */
const [few, page] = [500, 500];

/**
 * How many runs of all campaigns have reached any of these people since a moment, and the most cards that one of them got. It
 * reads only the runs that could reach somebody since
 * then, and other work of the process runs between the statements.
 */
export async function pushesTo(db: Database, people: ReadonlySet<string>, since: Date): Promise<PushCounts> {
  const runs = await db
    .selectFrom('campaign_runs')
    .select(['campaign_id as topic', 'day as occurrence'])
    // The first cards may be sent before the last is planned. A person who joins late gets a card as long as it can be
    // answered.
    .where((row) => row.or([row('answer_until', '>=', dayOf(since)), row('due_at', '>=', since.toISOString())]))
    .where('state', 'in', ['planned', 'sent', 'published'])
    .execute();
  const each = new Map<string, number>();
  let sendings = 0;
  for (const run of runs) {
    let isAny = false;
    for await (const reached of reachedBy(db, run, people, since))
      for (const person of reached.filter((one) => people.has(one))) {
        each.set(person, (each.get(person) ?? 0) + 1);
        isAny = true;
      }
    if (isAny) sendings += 1;
  }
  return { sendings, most: Math.max(0, ...new Set(each.values())) };
}

/**
 * The people who have got a card of a run since a moment. Where these are few they are looked up, else all rows are read in
 * parts.
 */
async function* reachedBy(
  db: Database,
  { topic, occurrence }: { readonly topic: string; readonly occurrence: string },
  people: ReadonlySet<string>,
  since: Date,
): AsyncGenerator<readonly string[]> {
  const cards = db
    .selectFrom('deliveries')
    .select('person')
    .where('topic', '=', topic)
    .where('occurrence', '=', occurrence)
    .where('purpose', '=', 'card')
    .where('state', 'in', ['sent', 'unknown', 'declined'])
    .where('due_at', '>=', since.toISOString());
  if (people.size <= few) {
    if (people.size) yield (await cards.where('person', 'in', [...people]).execute()).map(({ person }) => person);
    await breathe();
    return;
  }
  for (let last = ''; ;) {
    const rows = await cards.where('person', '>', last).orderBy('person').limit(page).execute();
    yield rows.map(({ person }) => person);
    await breathe();
    if (rows.length < page) return;
    last = rows.at(-1)!.person;
  }
}
