import { sql, type NotNull } from 'kysely';
import { type UsageCounts } from '../hr/figures';
import { type Database } from './database';

/** Ended by answering, not by leaving. */
const isFinished = sql<number>`case when ended_at is not null and (
  select kind from moves where session_id = sessions.id order by revision desc limit 1
) <> 'stop' then 1 else 0 end`;

/** How much is used: counts only, no person and no words. */
export async function countUse(db: Database): Promise<UsageCounts> {
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
  // What HR has sent and nobody has touched is not begun.
  const sessions = await db
    .selectFrom('sessions')
    .select((row) => [
      'flow',
      row.fn.countAll<number | string>().as('begun'),
      row.fn.sum<number | string>(isFinished).as('finished'),
      sql<number | string>`count(distinct person_id)`.as('people'),
    ])
    // Nor is it ever counted: together with a list of whom it was sent to, the number would tell who has answered.
    .where('delivery', 'is', null)
    .where((row) => row.exists(row.selectFrom('moves').select('revision').whereRef('session_id', '=', 'sessions.id')))
    .groupBy('flow')
    .orderBy('flow')
    .execute();
  const counted = <T extends { count: number | string }>(rows: T[]) =>
    rows.map((row) => ({ ...row, count: Number(row.count) }));
  return {
    people: Number(people),
    questions: counted(questions),
    reactions: counted(reactions),
    reasons: reasons.map(({ reason, count, people }) => ({ reason, count: Number(count), people: Number(people) })),
    sessions: sessions.map((row) => ({
      flow: row.flow,
      begun: Number(row.begun),
      finished: Number(row.finished),
      people: Number(row.people),
    })),
  };
}
