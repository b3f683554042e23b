import { randomUUID } from 'node:crypto';
import { usualHours } from '../commitments/officeHours';
import { type CommitmentStore, type ReminderStore } from '../commitments/ports';
import { dayAfter, dayOf, momentAt } from '../shared/localTime';
import {
  addCommitment,
  changeCommitment,
  commitmentsBesides,
  findCommitment,
  listCommitments,
  openCommitments,
} from './commitments';
import { type Database } from './database';
import { findPerson } from './people';
import { findReminderSettings, keepHours, keepPause } from './reminderSettings';
import { neverRefused } from './sendOutcomes';

/** All reminders have this topic. Their occurrence is the local day, so the table holds one a day for each person. */
const about = { topic: 'commitments', purpose: 'commitment' } as const;
/** How many people one look plans for. */
const mostAtOnce = 500;

/** Fits the store to the port of a manager's commitments. */
export const commitmentStore = (db: Database, serviceKey: Buffer, now: () => Date): CommitmentStore => ({
  find: (person, id) => findCommitment(db, serviceKey, person, id),
  list: (person, skip, limit) => listCommitments(db, serviceKey, person, { skip, limit }),
  ofSession: (person, session) => listCommitments(db, serviceKey, person, { session }),
  besides: (person, id) => commitmentsBesides(db, serviceKey, person, id),
  add: (person, own) => addCommitment(db, serviceKey, person, own, now()),
  change: (person, commitment) => changeCommitment(db, serviceKey, person, commitment, now()),
  settings: (person) => findReminderSettings(db, person),
  keepHours: (person, hours) => keepHours(db, person, hours),
  pause: (person) => pause(db, person, now()),
  resume: (person) => keepPause(db, person, undefined),
});

/** Fits the store to the port that plans and sends reminders. */
export const reminderStore = (db: Database, serviceKey: Buffer): ReminderStore => ({
  due: (day, time) => peopleWithDue(db, day, time),
  plan: (person, day, now) => db.transaction().execute((all) => plan(all, person, day, now)),
  postpone: async (person, day, until) => void (await waitingFor(db, person, day).set({ remind_day: until }).execute()),
  hasPush: (person, day) => hasPush(db, person, day),
  reach: async (person) => ({
    address: (await findPerson(db, person))?.address,
    ...(await findReminderSettings(db, person)),
  }),
  dueIn: async (delivery, person) => {
    const rows = await ofDelivery(db, delivery)
      .where('person_id', '=', person)
      .orderBy('due_day')
      .orderBy('id')
      .execute();
    return (await openCommitments(db, serviceKey, person, rows)).filter(({ state }) => state === 'open');
  },
  release: (delivery, person, from) => release(db, [delivery], person, from),
});

const ofDelivery = (db: Database, delivery: string) =>
  db.selectFrom('commitments').selectAll().where('delivery', '=', delivery).where('is_open', '=', 1);

/** A person's commitments that are due by a day and not planned. */
const waitingFor = (db: Database, person: string, day: string) =>
  db.updateTable('commitments').where('person_id', '=', person).where('is_open', '=', 1).where('remind_day', '<=', day);

async function peopleWithDue(db: Database, day: string, time: string): Promise<string[]> {
  const rows = await db
    .selectFrom('commitments')
    .leftJoin('reminder_settings as own', 'own.person_id', 'commitments.person_id')
    .select('commitments.person_id as person')
    .distinct()
    .where('is_open', '=', 1)
    .where('remind_day', '<=', day)
    .where('own.paused_day', 'is', null)
    .where((row) => row(row.fn.coalesce('from_time', row.val(usualHours.from)), '<=', time))
    .where((row) => row(row.fn.coalesce('to_time', row.val(usualHours.to)), '>', time))
    .orderBy('commitments.person_id')
    .limit(mostAtOnce)
    .execute();
  return rows.map(({ person }) => person);
}

/**
 * Of instances that plan at once, one makes the delivery. A cancelled delivery was not sent and is planned again. Any other means
 * that the day has had its reminder.
 */
async function plan(db: Database, person: string, day: string, now: Date): Promise<void> {
  const anew = { state: 'planned', due_at: now.toISOString(), attempts: 0 } as const;
  const made = await db
    .insertInto('deliveries')
    .values({ ...about, id: randomUUID(), occurrence: day, person, in_group: '', ...anew })
    .onConflict((conflict) =>
      conflict
        .columns(['topic', 'occurrence', 'purpose', 'person'])
        .doUpdateSet({ ...anew, settled_at: null, begun_at: null, ...neverRefused })
        .where('deliveries.state', '=', 'cancelled'),
    )
    .returning('id')
    .executeTakeFirst();
  const set = made ? { delivery: made.id, remind_day: null } : { remind_day: dayAfter(day) };
  await waitingFor(db, person, day).set(set).execute();
}

/** Cards, postponed cards and reminders halfway. A person who has opted out of campaigns has got none. */
async function hasPush(db: Database, person: string, day: string): Promise<boolean> {
  const [from, until] = [momentAt(day, '00:00'), momentAt(dayAfter(day), '00:00')].map((at) => at.toISOString());
  const row = await db
    .selectFrom('deliveries')
    .select('id')
    .where('person', '=', person)
    .where('purpose', 'in', ['card', 'reminder', 'halfway'])
    .where((all) =>
      all.or([
        all.and([
          all('state', 'in', ['sent', 'unknown']),
          all('settled_at', '>=', from!),
          all('settled_at', '<', until!),
        ]),
        all.and([
          all('state', 'in', ['planned', 'claimed']),
          all('due_at', '<', until!),
          // A card that a paused campaign holds back may never be sent.
          all(
            'topic',
            'not in',
            all.selectFrom('campaigns').select('campaigns.id').where('campaigns.state', '=', 'paused'),
          ),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function release(db: Database, deliveries: readonly string[], person: string, from: string): Promise<void> {
  if (!deliveries.length) return;
  await db
    .updateTable('commitments')
    .set({ delivery: null, remind_day: from })
    .where('delivery', 'in', deliveries)
    .where('person_id', '=', person)
    .where('is_open', '=', 1)
    .where('remind_day', 'is', null)
    .execute();
}

/** Cancels a person's reminders that have not been begun. Their commitments are planned again when reminders are on. */
async function pause(db: Database, person: string, now: Date): Promise<void> {
  await db.transaction().execute(async (all) => {
    await keepPause(all, person, dayOf(now));
    const stopped = await all
      .updateTable('deliveries')
      .set({ state: 'cancelled', settled_at: now.toISOString(), claimed_by: null, lease_until: null })
      .where('person', '=', person)
      .where('purpose', '=', about.purpose)
      .where((row) =>
        row.or([row('state', '=', 'planned'), row.and([row('state', '=', 'claimed'), row('begun_at', 'is', null)])]),
      )
      .returning('id')
      .execute();
    await release(
      all,
      stopped.map(({ id }) => id),
      person,
      dayOf(now),
    );
  });
}

/** Whether a reminder was sent to a person on a local day. A delivery with an unknown outcome counts as sent. */
export async function hasReminder(db: Database, person: string, day: string): Promise<boolean> {
  const row = await db
    .selectFrom('deliveries')
    .select('id')
    .where('topic', '=', about.topic)
    .where('occurrence', '=', day)
    .where('purpose', '=', about.purpose)
    .where('person', '=', person)
    .where('state', 'in', ['sent', 'unknown'])
    .executeTakeFirst();
  return row !== undefined;
}

/** Deletes reminders of local days before that of `before`, except those that are still to be sent. */
export async function pruneReminders(db: Database, before: Date): Promise<void> {
  await db
    .deleteFrom('deliveries')
    .where('topic', '=', about.topic)
    .where('state', 'not in', ['planned', 'claimed'])
    .where('occurrence', '<', dayOf(before))
    .execute();
}
