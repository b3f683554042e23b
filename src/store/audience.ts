import { type Audience } from '../campaigns/campaign';
import { type LeftOut, type AudienceMember } from '../campaigns/audience';
import { daysLater } from '../shared/localTime';
import { type Database } from './database';
import { byListing, everyone, type ListedStatus } from './listedPeople';

/** Days over which the campaigns that a person has had are counted. */
const WEEK = 7;

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

/**
 * The people who do not get a sending. Some have opted out. The others have reached `cap`: so many cards of other sendings were
 * sent to them in the last seven days, or are planned for them.
 */
export async function leftOut(
  db: Database,
  { topic, occurrence }: { readonly topic: string; readonly occurrence: string },
  cap: number,
  now: Date,
): Promise<Omit<LeftOut, 'absent'>> {
  const optedOut = await db.selectFrom('people').select('id').where('opted_out_at', 'is not', null).execute();
  const had = await db
    .selectFrom('deliveries')
    .select((row) => ['person', row.fn.countAll<number | string>().as('count')])
    .where('purpose', '=', 'card')
    .where('state', 'in', ['planned', 'claimed', 'sent', 'unknown'])
    .where('due_at', '>', daysLater(now, -WEEK).toISOString())
    .where((row) => row.or([row('topic', '!=', topic), row('occurrence', '!=', occurrence)]))
    .groupBy('person')
    .execute();
  return {
    optedOut: new Set(optedOut.map(({ id }) => id)),
    capped: new Set(had.filter(({ count }) => Number(count) >= cap).map(({ person }) => person)),
  };
}
