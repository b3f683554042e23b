import { decrypt, encrypt, newKey } from './encryption';
import { type Pseudonymise, pseudonymiser } from './pseudonym';
import { type RunRef } from '../campaigns/ports';
import { type Database } from './database';

const about = (campaign: string) => ({ personId: campaign, purpose: 'campaign-key' });

/** A run's own key, sealed: it names respondents and seals their answers, and is destroyed when the run is published. */
export const newRunKey = (serviceKey: Buffer, campaign: string): string =>
  encrypt(serviceKey, about(campaign), newKey().toString('base64'));

/** Bytes of which a sealed answer has a multiple: its length would tell the group and the option. */
const block = 512;

/** White space after JSON means nothing. */
function padded(json: string): string {
  const length = Buffer.byteLength(json);
  return json + ' '.repeat(Math.ceil(length / block) * block - length);
}

/** What a run's key does. Without it nobody can tell whose an answer was, or what it was. */
export interface RunKey {
  readonly nameOf: Pseudonymise;
  /** Seals JSON. */
  seal(json: string): string;
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
    seal: (json) => encrypt(key, answer, padded(json)),
    unseal: (sealed) => decrypt(key, answer, sealed),
  };
}

/** Destroys the keys of a campaign's runs: nobody can tell any more whose an answer was, or what it was. */
export async function destroyRunKeys(db: Database, campaign: string): Promise<void> {
  await db.updateTable('campaign_runs').set({ sealed_key: null }).where('campaign_id', '=', campaign).execute();
}
