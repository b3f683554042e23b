import { setImmediate as breathe } from 'node:timers/promises';
import { type Audience } from '../campaigns/campaign';
import { type LeftOut, type AudienceMember } from '../campaigns/audience';
import { dayAfter, dayOf, momentAt, mondayOf } from '../shared/localTime';
import { type Database } from './database';
import { membersOfGroup } from './groups';
import { byListing, everyone, type ListedStatus } from './listedPeople';

/** All people in a campaign's audience. A member of a group whom the bot does not know is named by what HR has listed. */
export async function membersOf(db: Database, audience: Audience): Promise<AudienceMember[]> {
  const people = await everyone(db);
  const asMember = ({ id, reachable }: ListedStatus, group: string): AudienceMember => ({
    person: id,
    group,
    reachable,
  });
  if (audience.kind === 'everyone') return people.map((person) => asMember(person, ''));

  const known = byListing(people);
  const listed = await db
    .selectFrom('group_members')
    .select(['listed_as', 'unit'])
    .where('group_id', '=', audience.group)
    .orderBy('listed_as')
    .execute();
  return listed.map(({ listed_as, unit }) => {
    const person = known.get(listed_as);
    return person ? asMember(person, unit) : { person: listed_as, group: unit, reachable: false };
  });
}

/**
 * The ids of the people in each audience who have a chat with the bot, in the order of the audiences. Everybody and each group
 * are read once, and other work of the process runs between groups.
 */
export async function reachedBy(db: Database, audiences: readonly Audience[]): Promise<ReadonlySet<string>[]> {
  const people = await everyone(db);
  const known = byListing(people);
  const all = new Set(people.filter(({ reachable }) => reachable).map(({ id }) => id));
  const groups = new Map<string, ReadonlySet<string>>();
  for (const audience of audiences) {
    if (audience.kind === 'everyone' || groups.has(audience.group)) continue;
    await breathe();
    const listed = await membersOfGroup(db, audience.group);
    const ids = listed.flatMap(({ listedAs }) => known.get(listedAs)?.id ?? []);
    groups.set(audience.group, new Set(ids.filter((id) => all.has(id))));
  }
  return audiences.map((audience) => (audience.kind === 'everyone' ? all : groups.get(audience.group)!));
}

/**
 * The people who do not get a run that is due at this moment: they have opted out, or get another campaign's card in the same
 * week.
 */
export async function leftOut(db: Database, campaign: string, dueAt: Date): Promise<Omit<LeftOut, 'absent'>> {
  const optedOut = await db.selectFrom('people').select('id').where('opted_out_at', 'is not', null).execute();
  const had = await cardsOfOthers(db, campaign, dueAt).distinct().execute();
  return { optedOut: new Set(optedOut.map(({ id }) => id)), capped: new Set(had.map(({ person }) => person)) };
}

/**
 * The cards of other campaigns that were or will be sent in the calendar week of a moment. A campaign's own runs do not count.
 */
export const cardsOfOthers = (db: Database, campaign: string, dueAt: Date) =>
  cardsInWeek(db, dueAt).where('topic', '!=', campaign);

/** Whether a person has or will get another card than this run's in the calendar week of a moment. */
export async function hasOtherCard(
  db: Database,
  { topic, occurrence, person }: { readonly topic: string; readonly occurrence: string; readonly person: string },
  at: Date,
): Promise<boolean> {
  const other = cardsInWeek(db, at)
    .where('person', '=', person)
    .where((row) => row.or([row('topic', '!=', topic), row('occurrence', '!=', occurrence)]));
  return (await other.limit(1).executeTakeFirst()) !== undefined;
}

function cardsInWeek(db: Database, at: Date) {
  const monday = mondayOf(dayOf(at));
  return db
    .selectFrom('deliveries')
    .select('person')
    .where('purpose', '=', 'card')
    .where('state', 'in', ['planned', 'claimed', 'sent', 'unknown', 'declined'])
    .where('due_at', '>=', momentAt(monday, '00:00').toISOString())
    .where('due_at', '<', momentAt(dayAfter(monday, 7), '00:00').toISOString());
}
