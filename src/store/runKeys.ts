import { decrypt, encrypt, type EncryptionContext, newKey } from './encryption';
import { decryptByService, type Sealed } from './keyring';
import { type Pseudonymise, pseudonymiser } from './pseudonym';
import { type RunRef } from '../campaigns/ports';
import { type Database } from './database';

const about = (campaign: string): EncryptionContext => ({ personId: campaign, purpose: 'campaign-key' });

/**
 * A new key for a run, encrypted with the service key. It makes the pseudonyms of respondents and encrypts their answers, and is
 * destroyed when the run is published.
 */
export const newRunKey = (serviceKey: Buffer, campaign: string): string =>
  encrypt(serviceKey, about(campaign), newKey().toString('base64'));

/** An encrypted answer has a multiple of this many bytes. Otherwise its length would tell the group and the option. */
const block = 512;

/** White space after JSON means nothing. */
function padded(json: string): string {
  const length = Buffer.byteLength(json);
  return json + ' '.repeat(Math.ceil(length / block) * block - length);
}

/** What a run's key can do. Without it nobody can tell who gave an answer, or what it says. */
export interface RunKey {
  readonly nameOf: Pseudonymise;
  /** Encrypts JSON. */
  seal(json: string): string;
  unseal(sealed: string): string;
}

/**
 * The key of a run; undefined once it is destroyed, because the run is published, skipped or recalled.
 * @throws {Error} where the service key does not open it
 */
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
  const key = Buffer.from(decryptByService(serviceKey, about(campaign), row.sealed_key), 'base64');
  const answer = { personId: campaign, purpose: 'answer' };
  return {
    nameOf: pseudonymiser(key),
    seal: (json) => encrypt(key, answer, padded(json)),
    unseal: (sealed) => decrypt(key, answer, sealed),
  };
}

/** Destroys the keys of a campaign's runs. Then nobody can tell who gave an answer, or what it said. */
export async function destroyRunKeys(db: Database, campaign: string): Promise<void> {
  await db.updateTable('campaign_runs').set({ sealed_key: null }).where('campaign_id', '=', campaign).execute();
}

/** The encrypted keys of all runs that take answers, for a change of the service key. */
export async function* sealedKeysOfRuns(db: Database): AsyncGenerator<readonly Sealed[]> {
  const rows = await db
    .selectFrom('campaign_runs')
    .select(['campaign_id', 'day', 'sealed_key'])
    .where('sealed_key', 'is not', null)
    .$narrowType<{ sealed_key: string }>()
    .execute();
  yield rows.map(({ campaign_id, day, sealed_key: text }) => ({
    about: about(campaign_id),
    text,
    replace: (sealed_key: string) =>
      db
        .updateTable('campaign_runs')
        .set({ sealed_key })
        .where('campaign_id', '=', campaign_id)
        .where('day', '=', day)
        .where('sealed_key', '=', text)
        .execute(),
  }));
}
