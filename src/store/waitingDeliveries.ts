import { dayOf } from '../shared/localTime';
import { cardsOfOthers } from './audience';
import { type Database } from './database';
import { deliveriesWithRuns } from './deliveries';
import { listingsOf } from './listedPeople';

/**
 * Plans what has waited until a person got a chat with the bot (`person` is the id, `email` the other name). Of the waiting runs
 * that still take answers, the newest is planned for `dueAt`, unless the person has had another campaign's card that week. All
 * others are cancelled, so that nobody gets many cards at once.
 */
export async function planWaiting(db: Database, person: string, email: string | undefined, dueAt: Date): Promise<void> {
  const waiting = await waitingFor(db, person, [person, ...listingsOf({ id: person, email: email ?? null })]);
  const open = waiting.find(
    ({ runState, answerUntil, campaignState }) =>
      runState === 'sent' && answerUntil >= dayOf(dueAt) && ['running', 'paused'].includes(campaignState),
  );
  for (const each of waiting) {
    const one = db.updateTable('deliveries').where('id', '=', each.id).where('state', '=', 'waiting');
    if (each === open && !(await hasCard(db, person, each, dueAt)))
      await one.set({ state: 'planned', person, due_at: dueAt.toISOString() }).execute();
    else await one.set({ state: 'cancelled', settled_at: dueAt.toISOString() }).execute();
  }
}

/**
 * The newest run first. Of two deliveries in one run, the one with the person's id comes first, because a second one cannot get
 * it.
 */
const waitingFor = (db: Database, person: string, names: readonly string[]) =>
  deliveriesWithRuns(db)
    .select('deliveries.id')
    .where('deliveries.state', '=', 'waiting')
    .where('person', 'in', names)
    .orderBy('occurrence', 'desc')
    .orderBy('topic')
    .orderBy((row) => row('person', '=', person), 'desc')
    .execute();

/** The person is listed twice, by id and by e-mail, or another campaign has reached the person in the week. */
async function hasCard(
  db: Database,
  person: string,
  { id, campaign, occurrence }: { readonly id: string; readonly campaign: string; readonly occurrence: string },
  dueAt: Date,
): Promise<boolean> {
  const same = db
    .selectFrom('deliveries')
    .select('person')
    .where('topic', '=', campaign)
    .where('occurrence', '=', occurrence)
    .where('purpose', '=', 'card')
    .where('id', '!=', id)
    .where('person', '=', person);
  const others = cardsOfOthers(db, campaign, dueAt).where('person', '=', person);
  return [await same.executeTakeFirst(), await others.executeTakeFirst()].some((row) => row !== undefined);
}
