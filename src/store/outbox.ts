import { type Selectable, sql } from 'kysely';
import { type Claimed } from '../deliveries/delivery';
import { type Outbox } from '../deliveries/dispatch';
import { type Database } from './database';
import { type DeliveriesTable } from './schema';

/** Milliseconds that a claim lasts: longer than the longest turn to come and the longest send. */
const LEASE = 30_000;
/** Milliseconds ahead for which turns are given out: so long a cancelled topic may still have turns. */
const AHEAD = 1_000;
/** Milliseconds between two deliveries to the same person: Teams takes seven a second in one chat. */
const APART = 2_000;
/**
 * The outbox of one instance, named `instance`. All instances together make at most `rate` requests a second; without a rate
 * they send as fast as they can.
 */
export function outbox(db: Database, instance: string, rate?: number): Outbox {
  const interval = rate ? 1000 / rate : 0;
  const own = (all: Database, { id }: Claimed) =>
    all
      .updateTable('deliveries')
      .where('id', '=', id)
      .where('claimed_by', '=', instance)
      .where('state', '=', 'claimed');
  const unclaimed = { claimed_by: null, lease_until: null, begun_at: null };

  return {
    claim: (now, most) =>
      db.transaction().execute(async (all) => {
        await freeExpired(all, now);
        const { first, turns } = await reservable(all, now, interval, most);
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
      const end =
        outcome.state === 'planned'
          ? { state: outcome.state, due_at: outcome.retryAt.toISOString(), ...unclaimed }
          : { state: outcome.state, settled_at: now.toISOString(), ...unclaimed };
      await own(db, delivery)
        .set({ ...end, ...(outcome.state === 'sent' && { message: outcome.message }) })
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

/** What an instance that died had claimed: what it had not begun is planned again, of the rest nobody knows. */
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

/** From when on, and how many, turns can be had. Locks the pace: of instances that claim at once one goes on. */
async function reservable(db: Database, now: Date, interval: number, most: number) {
  const row = await db
    .insertInto('pace')
    .values({ name: 'channel', next_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ name: 'channel' }))
    .returning('next_at')
    .executeTakeFirstOrThrow();
  const first = new Date(Math.max(now.getTime(), Date.parse(row.next_at)));
  const left = now.getTime() + AHEAD - first.getTime();
  return { first, turns: interval ? Math.max(0, Math.min(most, Math.floor(left / interval))) : most };
}

/** The longest due, and of one person never two at once. */
async function claimDue(db: Database, instance: string, now: Date, most: number) {
  const lately = new Date(now.getTime() - APART).toISOString();
  const due = await db
    .selectFrom('deliveries as due')
    .select(['due.id', 'due.person'])
    .where('due.state', '=', 'planned')
    .where('due.due_at', '<=', now.toISOString())
    .where('due.topic', 'not in', db.selectFrom('campaigns').select('id').where('state', '=', 'paused'))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('deliveries as other')
            .select('other.id')
            .whereRef('other.person', '=', 'due.person')
            .where((or) =>
              or.or([
                or('other.state', '=', 'claimed'),
                or.and([or('other.state', '=', 'sent'), or('other.settled_at', '>', lately)]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('due.due_at')
    .limit(most)
    .execute();
  const ids = [...new Map(due.map(({ id, person }) => [person, id])).values()];
  if (!ids.length) return [];
  const lease_until = new Date(now.getTime() + LEASE).toISOString();
  return db
    .updateTable('deliveries')
    .set({ state: 'claimed', claimed_by: instance, lease_until, attempts: sql`attempts + 1` })
    .where('id', 'in', ids)
    .returningAll()
    .execute();
}

const asDelivery = ({ id, topic, occurrence, purpose, person, in_group, attempts }: Selectable<DeliveriesTable>) => ({
  id,
  topic,
  occurrence,
  purpose,
  person,
  group: in_group,
  attempts,
});
