import { setImmediate as breathe } from 'node:timers/promises';
import { dayOf, daysLater } from '../shared/localTime';
import { type Database } from './database';
import { forgetMoves, inChunks, latestMoves, moveNames } from './moves';

/** Days for a session whose flow no longer exists, and so no longer says how long. */
const LONGEST_DAYS = 365;

/**
 * Deletes sessions that have not changed for longer than `daysOf` their flow allows. The row of a session from HR stays empty for
 * a year: if it were deleted earlier than the row of a person who has answered, it would tell who has answered.
 */
export async function pruneSessions(
  db: Database,
  serviceKey: Buffer,
  now: Date,
  daysOf: (flow: string) => number | undefined,
): Promise<void> {
  const nameOf = moveNames(serviceKey);
  const before = (days: number) => daysLater(now, -days);
  const yearAgo = dayOf(before(LONGEST_DAYS));
  const flows = await db.selectFrom('sessions').select('flow').distinct().execute();
  for (const { flow } of flows) {
    const limit = before(daysOf(flow) ?? LONGEST_DAYS);
    const old = await db
      .selectFrom('sessions')
      .select(['id', 'delivery', 'started_at'])
      .where('flow', '=', flow)
      .where('started_at', '<', limit.toISOString())
      .execute();
    for (const some of inChunks(old)) {
      const named = some.map((session) => ({ ...session, name: nameOf(session.id) }));
      const latest = await latestMoves(
        db,
        named.map(({ name }) => name),
      );
      const over = named.filter(({ name }) => (latest.get(name)?.made_at ?? '') < dayOf(limit));
      const gone = over.filter(({ delivery, started_at }) => delivery === null || started_at < yearAgo);
      await forgetMoves(
        db,
        over.map(({ name }) => name),
      );
      if (gone.length)
        await db
          .deleteFrom('sessions')
          .where(
            'id',
            'in',
            gone.map(({ id }) => id),
          )
          .execute();
      await breathe();
    }
  }
}
