import { type Pseudonymise, pseudonymiser } from './pseudonym';
import { type Database } from './database';
import { newKey, encrypt, decrypt } from './encryption';

const about = (campaign: string) => ({ personId: campaign, purpose: 'campaign-key' });

/** A campaign's own key, sealed: it names respondents, and is destroyed when the campaign closes. */
export const newCampaignKey = (serviceKey: Buffer, campaign: string): string =>
  encrypt(serviceKey, about(campaign), newKey().toString('base64'));

/** How a campaign names those who respond; undefined once it has closed, and nobody can tell any more whose an answer was. */
export async function respondentsOf(
  db: Database,
  serviceKey: Buffer,
  campaign: string,
): Promise<Pseudonymise | undefined> {
  const row = await db.selectFrom('campaigns').select('sealed_key').where('id', '=', campaign).executeTakeFirst();
  return row?.sealed_key
    ? pseudonymiser(Buffer.from(decrypt(serviceKey, about(campaign), row.sealed_key), 'base64'))
    : undefined;
}
