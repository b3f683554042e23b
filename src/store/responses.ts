import { type CountedValues } from '../coaching/countable';
import { respondentsOf } from './campaignKeys';
import { type Database } from './database';
import { encrypt, decrypt } from './encryption';

/** What a person answered in a campaign. */
export interface StoredResponse {
  readonly campaign: string;
  readonly occurrence: string;
  readonly person: string;
  readonly group: string;
  readonly given: CountedValues;
  /** What she lets HR read, by step. */
  readonly shared: Readonly<Record<string, string>>;
}

/** One answer as it is counted: nobody can tell whose it is without the campaign's key. */
export interface PseudonymousResponse {
  readonly by: string;
  readonly group: string;
  readonly given: CountedValues;
  readonly shared: Readonly<Record<string, string>>;
}

const encryptionContext = (campaign: string) => ({ personId: campaign, purpose: 'shared words' });

/**
 * Keeps what a person answered, in the place of what she answered before. False, and nothing kept, once the campaign has
 * closed: its key is gone.
 */
export async function keepResponse(db: Database, serviceKey: Buffer, response: StoredResponse): Promise<boolean> {
  const { campaign, occurrence, person, group, given, shared } = response;
  const name = await respondentsOf(db, serviceKey, campaign);
  if (!name) return false;
  const words = Object.keys(shared).length
    ? encrypt(serviceKey, encryptionContext(campaign), JSON.stringify(shared))
    : null;
  const row = { in_group: group, given: JSON.stringify(given), shared: words };
  await db
    .insertInto('responses')
    .values({ campaign_id: campaign, occurrence, respondent: name(person), ...row })
    .onConflict((conflict) => conflict.columns(['campaign_id', 'occurrence', 'respondent']).doUpdateSet(row))
    .execute();
  return true;
}

/** Takes a person's answer back. After the close there is nothing that could be found. */
export async function eraseResponse(
  db: Database,
  serviceKey: Buffer,
  { campaign, occurrence, person }: Pick<StoredResponse, 'campaign' | 'occurrence' | 'person'>,
): Promise<void> {
  const name = await respondentsOf(db, serviceKey, campaign);
  if (!name) return;
  await db
    .deleteFrom('responses')
    .where('campaign_id', '=', campaign)
    .where('occurrence', '=', occurrence)
    .where('respondent', '=', name(person))
    .execute();
}

/** Takes back all answers of a person to campaigns that are open. */
export async function eraseResponses(db: Database, serviceKey: Buffer, person: string): Promise<void> {
  const open = await db.selectFrom('campaigns').select('id').where('sealed_key', 'is not', null).execute();
  for (const { id } of open) {
    const name = await respondentsOf(db, serviceKey, id);
    if (!name) continue;
    await db.deleteFrom('responses').where('campaign_id', '=', id).where('respondent', '=', name(person)).execute();
  }
}

/** A person's answers to campaigns that are open, in clear: for the person's own export only. Of others nobody can tell whose they are. */
export async function responsesBy(
  db: Database,
  serviceKey: Buffer,
  person: string,
): Promise<(Omit<PseudonymousResponse, 'by'> & { readonly title: string; readonly occurrence: string })[]> {
  const open = await db.selectFrom('campaigns').select(['id', 'title']).where('sealed_key', 'is not', null).execute();
  const found = [];
  for (const { id, title } of open) {
    const by = (await respondentsOf(db, serviceKey, id))?.(person);
    const rows = await db
      .selectFrom('responses')
      .select('occurrence')
      .where('campaign_id', '=', id)
      .where('respondent', '=', by ?? '')
      .orderBy('occurrence')
      .execute();
    for (const { occurrence } of rows)
      for (const { by: who, ...response } of await responsesTo(db, serviceKey, id, occurrence))
        if (who === by) found.push({ title, occurrence, ...response });
  }
  return found;
}

/** All answers of an occurrence, in no order that time could be read from. */
export async function responsesTo(
  db: Database,
  serviceKey: Buffer,
  campaign: string,
  occurrence: string,
): Promise<PseudonymousResponse[]> {
  const rows = await db
    .selectFrom('responses')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .where('occurrence', '=', occurrence)
    .orderBy('respondent')
    .execute();
  return rows.map(({ respondent, in_group, given, shared }) => ({
    by: respondent,
    group: in_group,
    given: JSON.parse(given) as CountedValues,
    shared: shared
      ? (JSON.parse(decrypt(serviceKey, encryptionContext(campaign), shared)) as Record<string, string>)
      : {},
  }));
}

/** Forgets all single answers of a campaign that has closed: only what was published remains. */
export async function forgetResponses(db: Database, campaign: string): Promise<void> {
  await db.deleteFrom('responses').where('campaign_id', '=', campaign).execute();
}
