import { decrypt, encrypt, newKey } from './encryption';
import { type Pseudonymise, pseudonymiser } from './pseudonym';
import { type RunRef } from '../campaigns/ports';
import { type Database } from './database';

const about = (campaign: string) => ({ personId: campaign, purpose: 'campaign-key' });

/** A run's own key, sealed: it names respondents and seals their answers, and is destroyed when the run is published. */
export const newRunKey = (serviceKey: Buffer, campaign: string): string =>
  encrypt(serviceKey, about(campaign), newKey().toString('base64'));

/** What a run's key does. Without it nobody can tell whose an answer was, or what it was. */
export interface RunKey {
  readonly nameOf: Pseudonymise;
  seal(text: string): string;
  unseal(sealed: string): string;
}

/** The key of a run that takes answers; undefined once it has been published. */
export async function runKeyOf(
  db: Database,
  serviceKey: Buffer,
  { campaign, day }: RunRef,
): Promise<RunKey | undefined> {
  const row = await db
    .selectFrom('campaign_runs')
    .select('sealed_key')
    .where('campaign_id', '=', campaign)
    .where('day', '=', day)
    .executeTakeFirst();
  if (!row?.sealed_key) return undefined;
  const key = Buffer.from(decrypt(serviceKey, about(campaign), row.sealed_key), 'base64');
  const answer = { personId: campaign, purpose: 'answer' };
  return {
    nameOf: pseudonymiser(key),
    seal: (text) => encrypt(key, answer, text),
    unseal: (sealed) => decrypt(key, answer, sealed),
  };
}
