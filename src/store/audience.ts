import { type Audience } from '../campaigns/campaign';
import { type LeftOut, type AudienceMember } from '../campaigns/audience';
import { dayAfter, dayOf, momentAt, mondayOf } from '../shared/localTime';
import { type Database } from './database';
import { byListing, everyone, type ListedStatus } from './listedPeople';

/** Everyone that a campaign is for; a member of a group whom the bot does not know by what she is listed as. */
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

/** The people who do not get a run of a campaign that is due at this moment: they have opted out, or have another's card that week. */
export async function leftOut(db: Database, campaign: string, dueAt: Date): Promise<Omit<LeftOut, 'absent'>> {
  const optedOut = await db.selectFrom('people').select('id').where('opted_out_at', 'is not', null).execute();
  const had = await cardsOfOthers(db, campaign, dueAt).distinct().execute();
  return { optedOut: new Set(optedOut.map(({ id }) => id)), capped: new Set(had.map(({ person }) => person)) };
}

/**
 * Whom other campaigns have sent a card, or are to send one, in the calendar week of a moment. A campaign's own series never stands
 * in its way.
 */
export function cardsOfOthers(db: Database, campaign: string, dueAt: Date) {
  const monday = mondayOf(dayOf(dueAt));
  return db
    .selectFrom('deliveries')
    .select('person')
    .where('purpose', '=', 'card')
    .where('state', 'in', ['planned', 'claimed', 'sent', 'unknown', 'declined'])
    .where('due_at', '>=', momentAt(monday, '00:00').toISOString())
    .where('due_at', '<', momentAt(dayAfter(monday, 7), '00:00').toISOString())
    .where('topic', '!=', campaign);
}
