import { type Selectable, sql } from 'kysely';
import { type ClaimedDelivery, type PassingRefusal } from '../deliveries/delivery';
import { type Outbox } from '../deliveries/dispatch';
import { dayOf } from '../shared/localTime';
import { type Database } from './database';
import { type DeliveriesTable } from './schema';
import { neverRefused } from './sendOutcomes';

/** Milliseconds of a claim: longer than the longest wait for a turn and the longest send. */
const LEASE = 30_000;
/** Milliseconds ahead for which turns are given. For as long, a cancelled topic may still have turns. */
const AHEAD = 1_000;
/** Milliseconds between two deliveries to the same person: Teams takes seven a second in one chat. */
const APART = 2_000;
/**
 * Fits the store to the outbox of one instance, named `instance`. All instances together send at most `rate` requests a second;
 * without a rate there is no limit.
 */
export function outbox(db: Database, instance: string, rate?: number): Outbox {
  const interval = rate ? 1000 / rate : 0;
  const own = (all: Database, { id }: ClaimedDelivery) =>
    all
      .updateTable('deliveries')
      .where('id', '=', id)
      .where('claimed_by', '=', instance)
      .where('state', '=', 'claimed');
  const unclaimed = { claimed_by: null, lease_until: null, begun_at: null };

  return {
    interval,
    claim: (now, limit) =>
      db.transaction().execute(async (all) => {
        await freeExpired(all, now);
        const { first, turns } = await reservable(all, now, interval, limit);
        if (!turns) return [];
        const claimed = await claimDue(all, instance, now, turns);
        const last = new Date(first.getTime() + interval * claimed.length);
        if (claimed.length) await all.updateTable('pace').set({ next_at: last.toISOString() }).execute();
        return claimed.map((row, nth) => ({ ...asDelivery(row), at: new Date(first.getTime() + interval * nth) }));
      }),
    begin: async (delivery, now) => {
      const { numUpdatedRows } = await own(db, delivery)
        .set({ begun_at: now.toISOString() })
        .where('lease_until', '>', now.toISOString())
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    settle: async (delivery, outcome, now) => {
      // Neither the message nor the time of a reminder is stored, because they would tell whether it was needed.
      const tellsNobody = delivery.purpose === 'reminder' || delivery.purpose === 'halfway';
      const end =
        outcome.state === 'planned'
          ? { state: outcome.state, due_at: outcome.retryAt.toISOString(), ...unclaimed }
          : {
              state: outcome.state,
              settled_at: tellsNobody ? dayOf(now) : now.toISOString(),
              ...unclaimed,
              ...neverRefused,
            };
      const refused = outcome.state === 'planned' && outcome.because && refusedFor(outcome.because, delivery, now);
      await own(db, delivery)
        .set({ ...end, ...refused, ...(outcome.state === 'sent' && !tellsNobody && { message: outcome.message }) })
        .execute();
    },
    release: async (delivery) => {
      await own(db, delivery)
        .set({ state: 'planned', attempts: delivery.attempts - 1, ...unclaimed })
        .where('begun_at', 'is', null)
        .execute();
    },
  };
}

const refusedFor = (because: PassingRefusal, { refusedSince }: ClaimedDelivery, now: Date) => ({
  refused_because: because,
  refused_at: now.toISOString(),
  refused_since: (refusedSince ?? now).toISOString(),
});

/** Frees what a dead instance had claimed. What it had not begun is planned again; the rest becomes unknown. */
async function freeExpired(db: Database, now: Date): Promise<void> {
  const at = now.toISOString();
  const expired = db.updateTable('deliveries').where('state', '=', 'claimed').where('lease_until', '<=', at);
  const nobodys = { claimed_by: null, lease_until: null };
  await expired
    .set({ state: 'planned', attempts: sql`attempts - 1`, ...nobodys })
    .where('begun_at', 'is', null)
    .execute();
  await expired
    .set({ state: 'unknown', settled_at: at, ...nobodys })
    .where('begun_at', 'is not', null)
    .execute();
}

/**
 * Returns the first free time and how many deliveries may be claimed from then on. It locks the row of the pace: of several instances
 * that claim at the same moment, one claims and the others wait.
 */
async function reservable(db: Database, now: Date, interval: number, limit: number) {
  const row = await db
    .insertInto('pace')
    .values({ name: 'channel', next_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ name: 'channel' }))
    .returning('next_at')
    .executeTakeFirstOrThrow();
  const first = new Date(Math.max(now.getTime(), Date.parse(row.next_at)));
  const left = now.getTime() + AHEAD - first.getTime();
  return { first, turns: interval ? Math.max(0, Math.min(limit, Math.floor(left / interval))) : limit };
}

/** Candidates for each turn, because some may be for people who have just got something. */
const candidatesEach = 2;

/**
 * Those that have been due longest, and never two at once for one person. Two steps with an index each, because a single one
 * would read all rows.
 */
async function claimDue(db: Database, instance: string, now: Date, limit: number) {
  const candidates = await db
    .selectFrom('deliveries')
    .select(['id', 'person'])
    .where('state', '=', 'planned')
    .where('due_at', '<=', now.toISOString())
    .where('topic', 'not in', db.selectFrom('campaigns').select('id').where('state', '=', 'paused'))
    .orderBy('due_at')
    .limit(limit * candidatesEach)
    .execute();
  const busy = await busyAmong(
    db,
    candidates.map(({ person }) => person),
    now,
  );
  const due = candidates.filter(({ person }) => !busy.has(person));
  const ids = [...new Map(due.reverse().map(({ id, person }) => [person, id])).values()].reverse().slice(0, limit);
  if (!ids.length) return [];
  const lease_until = new Date(now.getTime() + LEASE).toISOString();
  return db
    .updateTable('deliveries')
    .set({ state: 'claimed', claimed_by: instance, lease_until, attempts: sql`attempts + 1` })
    .where('id', 'in', ids)
    .returningAll()
    .execute();
}

/** The people who are getting something now, or just have. */
async function busyAmong(db: Database, people: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  if (!people.length) return new Set();
  const lately = new Date(now.getTime() - APART).toISOString();
  const rows = await db
    .selectFrom('deliveries')
    .select('person')
    .where('person', 'in', people)
    .where((row) =>
      row.or([row('state', '=', 'claimed'), row.and([row('state', '=', 'sent'), row('settled_at', '>', lately)])]),
    )
    .execute();
  return new Set(rows.map(({ person }) => person));
}

const asDelivery = (row: Selectable<DeliveriesTable>) => ({
  id: row.id,
  topic: row.topic,
  occurrence: row.occurrence,
  purpose: row.purpose,
  person: row.person,
  group: row.in_group,
  attempts: row.attempts,
  ...(row.refused_since !== null && { refusedSince: new Date(row.refused_since) }),
});
