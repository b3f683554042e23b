import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { type DeliveryState, type Purpose, deliveryStates, type DeliveryTally } from '../deliveries/delivery';
import { type Database } from './database';
import { type Sending } from '../campaigns/ports';

/** Rows of one statement: this many take a few milliseconds. */
const CHUNK = 500;

/** What all deliveries of one sending have in common. */
export interface Occasion {
  readonly topic: string;
  readonly occurrence: string;
  readonly purpose: Purpose;
}

/** A recipient. */
export interface Recipient {
  readonly person: string;
  readonly group: string;
  /** False where the person has no chat with the bot yet. */
  readonly reachable: boolean;
}

/**
 * Plans a delivery to each person of an audience. A person who already has one keeps it, so this may be repeated. Other work of
 * the process runs between the statements.
 */
export async function planDeliveries(
  db: Database,
  about: Occasion & { readonly dueAt: Date },
  audience: readonly Recipient[],
): Promise<void> {
  const { topic, occurrence, purpose } = about;
  const due_at = about.dueAt.toISOString();
  for (let from = 0; from < audience.length; from += CHUNK) {
    const rows = audience.slice(from, from + CHUNK).map(({ person, group, reachable }) => {
      const state: DeliveryState = reachable ? 'planned' : 'waiting';
      return { id: randomUUID(), topic, occurrence, purpose, person, in_group: group, state, due_at };
    });
    await db
      .insertInto('deliveries')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await breathe();
  }
}

/** The number of a topic's cards, in whatever state: occurrence -> group -> cards. */
export async function sizesOf(db: Database, topic: string): Promise<Map<string, Map<string, number>>> {
  const rows = await db
    .selectFrom('deliveries')
    .select((row) => ['occurrence', 'in_group', row.fn.countAll<number | string>().as('count')])
    .where('topic', '=', topic)
    .where('purpose', '=', 'card')
    .groupBy(['occurrence', 'in_group'])
    .orderBy('occurrence')
    .orderBy('in_group')
    .execute();
  const found = new Map<string, Map<string, number>>();
  for (const { occurrence, in_group, count } of rows)
    found.set(occurrence, (found.get(occurrence) ?? new Map<string, number>()).set(in_group, Number(count)));
  return found;
}

/** A query of campaign deliveries with the state of their run and their campaign. */
export const deliveriesWithRuns = (db: Database) =>
  db
    .selectFrom('deliveries')
    .innerJoin('campaign_runs as run', (join) =>
      join.onRef('run.campaign_id', '=', 'topic').onRef('run.day', '=', 'occurrence'),
    )
    .innerJoin('campaigns', 'campaigns.id', 'topic')
    .select([
      'topic as campaign',
      'occurrence',
      'run.state as runState',
      'answer_until as answerUntil',
      'campaigns.state as campaignState',
    ]);

/** The run of a campaign that a delivery belongs to, and whether it takes answers; undefined for other deliveries. */
export async function sendingOf(db: Database, delivery: string): Promise<Sending | undefined> {
  const row = await deliveriesWithRuns(db)
    .select('in_group as group')
    .where('deliveries.id', '=', delivery)
    .executeTakeFirst();
  if (!row) return undefined;
  const { campaignState, runState, ...sending } = row;
  // The first cards may be sent before the last is planned.
  const takesAnswers =
    (runState === 'planned' || runState === 'sent') && ['running', 'paused', 'cancelled'].includes(campaignState);
  return { ...sending, takesAnswers };
}

/** What a delivery is about and the recipient's group; undefined where it does not exist. */
export async function occasionOf(
  db: Database,
  delivery: string,
): Promise<(Occasion & { readonly group: string }) | undefined> {
  const row = await db
    .selectFrom('deliveries')
    .select(['topic', 'occurrence', 'purpose', 'in_group as group'])
    .where('id', '=', delivery)
    .executeTakeFirst();
  return row;
}

/** Cancels a topic's cards and reminders that have not been begun. */
export async function cancelDeliveries(db: Database, topic: string, now: Date): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'cancelled', settled_at: now.toISOString(), claimed_by: null, lease_until: null })
    .where('topic', '=', topic)
    .where('purpose', 'in', ['card', 'reminder', 'halfway'])
    .where((row) =>
      row.or([
        row('state', 'in', ['planned', 'waiting']),
        row.and([row('state', '=', 'claimed'), row('begun_at', 'is', null)]),
      ]),
    )
    .execute();
}

/**
 * Plans that the topic's cards in people's chats (or those of one occurrence) are replaced with thanks or a recall. A card whose
 * delivery is `unknown` may be there too, but nobody knows in which message.
 */
export async function planReplacements(
  db: Database,
  { topic, purpose, occurrence: only }: Pick<Occasion, 'topic' | 'purpose'> & { readonly occurrence?: string },
  dueAt: Date,
): Promise<void> {
  const cards = db.selectFrom('deliveries').where('topic', '=', topic).where('purpose', '=', 'card');
  const occurrences =
    only === undefined
      ? (await cards.select('occurrence').distinct().execute()).map(({ occurrence }) => occurrence)
      : [only];
  for (const occurrence of occurrences)
    for (let last = ''; ;) {
      const recipients = await cards
        .select(['person', 'in_group as group'])
        .where('occurrence', '=', occurrence)
        .where('state', '=', 'sent')
        .where('message', 'is not', null)
        .where('person', '>', last)
        .orderBy('person')
        .limit(CHUNK)
        .execute();
      const audience = recipients.map(({ person, group }) => ({ person, group, reachable: true }));
      await planDeliveries(db, { topic, occurrence, purpose, dueAt }, audience);
      if (recipients.length < CHUNK) break;
      last = recipients.at(-1)!.person;
    }
}

/** The session of a card that a person got, and the message that shows it; each is undefined where there is none. */
export async function sentCardOf(
  db: Database,
  { topic, occurrence, person }: { readonly topic: string; readonly occurrence: string; readonly person: string },
): Promise<{ readonly session?: string; readonly message?: string }> {
  const row = await db
    .selectFrom('deliveries')
    .leftJoin('sessions', 'sessions.delivery', 'deliveries.id')
    .select(['deliveries.message as sent', 'sessions.message as shown', 'sessions.id as session'])
    .where('topic', '=', topic)
    .where('occurrence', '=', occurrence)
    .where('purpose', '=', 'card')
    .where('person', '=', person)
    .executeTakeFirst();
  return { session: row?.session ?? undefined, message: row?.shown ?? row?.sent ?? undefined };
}

/**
 * Removes a person from past deliveries but keeps the rows, so that the totals still add up. Deliveries that are not sent yet are
 * cancelled.
 */
export async function forgetRecipient(db: Database, names: readonly string[], now: Date): Promise<void> {
  const theirs = await db.selectFrom('deliveries').select(['id', 'state']).where('person', 'in', names).execute();
  for (const { id, state } of theirs) {
    const unsent = state === 'planned' || state === 'waiting' || state === 'claimed';
    await db
      .updateTable('deliveries')
      .set({
        person: `erased:${id}`,
        message: null,
        ...(unsent && { state: 'cancelled', settled_at: now.toISOString(), claimed_by: null, lease_until: null }),
      })
      .where('id', '=', id)
      .execute();
  }
}

/**
 * How many of a topic's cards are in each state. It counts one occurrence after another, and other work of the process runs
 * between them.
 */
export async function tallyOf(db: Database, topic: string): Promise<DeliveryTally> {
  const cards = db.selectFrom('deliveries').where('topic', '=', topic).where('purpose', '=', 'card');
  const tally = Object.fromEntries(deliveryStates.map((state) => [state, 0])) as Record<DeliveryState, number>;
  for (let last = ''; ;) {
    const { next } = await cards
      .select((row) => row.fn.min<string | null>('occurrence').as('next'))
      .where('occurrence', '>', last)
      .executeTakeFirstOrThrow();
    if (next === null) return tally;
    const rows = await cards
      .select((row) => ['state', row.fn.countAll<number | string>().as('count')])
      .where('occurrence', '=', next)
      .groupBy('state')
      .execute();
    for (const { state, count } of rows) tally[state] += Number(count);
    last = next;
    await breathe();
  }
}
