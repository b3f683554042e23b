import { setImmediate as breathe } from 'node:timers/promises';
import { sql, type NotNull } from 'kysely';
import { type UsageCounts } from '../hr/figures';
import { type Database } from './database';
import { inChunks, latestMoves, moveNames } from './moves';

/** How much the service is used, in counts only: no people and no words. */
export async function countUse(db: Database, serviceKey: Buffer): Promise<UsageCounts> {
  const { people } = await db
    .selectFrom('people')
    .select((row) => row.fn.countAll<number | string>().as('people'))
    .where('address', 'is not', null)
    .executeTakeFirstOrThrow();
  const month = sql<string>`substr(answered_at, 1, 7)`;
  const questions = await db
    .selectFrom('answers')
    .select((row) => [month.as('month'), 'outcome', row.fn.countAll<number | string>().as('count')])
    .groupBy([month, 'outcome'])
    .execute();
  const reactions = await db
    .selectFrom('feedback')
    .select((row) => ['reaction', row.fn.countAll<number | string>().as('count')])
    .groupBy('reaction')
    .execute();
  const reasons = await db
    .selectFrom('feedback')
    .select((row) => [
      'reason',
      row.fn.countAll<number | string>().as('count'),
      sql<number | string>`count(distinct person_id)`.as('people'),
    ])
    .where('reason', 'is not', null)
    .$narrowType<{ reason: NotNull }>()
    .groupBy('reason')
    .execute();
  const counted = <T extends { count: number | string }>(rows: T[]) =>
    rows.map((row) => ({ ...row, count: Number(row.count) }));
  return {
    people: Number(people),
    questions: counted(questions),
    reactions: counted(reactions),
    reasons: reasons.map(({ reason, count, people }) => ({ reason, count: Number(count), people: Number(people) })),
    sessions: await countSessions(db, serviceKey),
  };
}

/** Sessions of one page: this many take a few milliseconds. */
const page = 250;

/**
 * The sessions that people have begun by themselves and used, by flow. They are read in pages, between which other work of the
 * process runs.
 */
async function countSessions(db: Database, serviceKey: Buffer): Promise<UsageCounts['sessions']> {
  const nameOf = moveNames(serviceKey);
  const flows = new Map<string, { begun: number; finished: number; people: Set<string> }>();
  for (let last = ''; ;) {
    const rows = await db
      .selectFrom('sessions')
      .select(['id', 'flow', 'person_id', 'delivery'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(page)
      .execute();
    // What HR has sent is never counted. Together with a list of its recipients, the number would tell who has answered.
    for (const some of inChunks(rows.filter(({ delivery }) => delivery === null))) {
      const named = some.map((row) => ({ ...row, name: nameOf(row.id) }));
      const latest = await latestMoves(
        db,
        named.map(({ name }) => name),
      );
      for (const { flow, person_id, name } of named) {
        const move = latest.get(name);
        if (!move) continue;
        const count = flows.get(flow) ?? { begun: 0, finished: 0, people: new Set() };
        // Ended by answering, and not by leaving.
        const isFinished = move.ended === 1 && move.kind !== 'stop';
        flows.set(flow, {
          begun: count.begun + 1,
          finished: count.finished + (isFinished ? 1 : 0),
          people: count.people.add(person_id),
        });
      }
      await breathe();
    }
    await breathe();
    if (rows.length < page) break;
    last = rows.at(-1)!.id;
  }
  return [...flows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([flow, { begun, finished, people }]) => ({ flow, begun, finished, people: people.size }));
}
