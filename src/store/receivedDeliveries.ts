import { sql } from 'kysely';
import { type Purpose } from '../deliveries/delivery';
import { type Database } from './database';
import { namesOf } from './listedPeople';
import { type IsoTime } from './schema';

/** What HR's campaigns have sent a person, for the person's own export only. */
export interface Received {
  /** The campaign's title. */
  readonly title: string;
  readonly occurrence: string;
  readonly state: string;
  readonly group: string;
}

/** All that campaigns have sent a person, earliest first. */
export async function receivedDeliveriesOf(db: Database, person: string): Promise<Received[]> {
  return db
    .selectFrom('deliveries')
    .innerJoin('campaigns', 'campaigns.id', 'deliveries.topic')
    .select(['campaigns.title', 'occurrence', 'deliveries.state', 'in_group as group'])
    .where('person', 'in', await namesOf(db, person))
    .where('purpose', '=', 'card')
    .orderBy('due_at')
    .execute();
}

/** Every delivery to a person except campaign cards, sent or not: the welcome, the look-up, reminders, answers, recalls and thanks. */
export async function messagesTo(
  db: Database,
  person: string,
): Promise<{ readonly purpose: Purpose; readonly state: string; readonly dueAt: IsoTime }[]> {
  return db
    .selectFrom('deliveries')
    .select(['purpose', 'state', 'due_at as dueAt'])
    .where('person', 'in', await namesOf(db, person))
    .where('purpose', '!=', 'card')
    .orderBy('due_at')
    .execute();
}

/** Removes the recipients from the deliveries of campaigns that ended before a moment. The rows stay, so that the totals still add up. */
export async function forgetRecipients(db: Database, before: Date): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ person: sql<string>`'past:' || id`, message: null })
    .where('person', 'not like', 'past:%')
    .where('topic', 'in', db.selectFrom('campaigns').select('id').where('closed_at', '<', before.toISOString()))
    .execute();
}
