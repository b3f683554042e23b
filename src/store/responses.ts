import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import { type CountedAnswer } from '../campaigns/publish';
import { type SendingRef } from '../campaigns/ports';
import { type Database, emptyJournal, isSqlite } from './database';
import { type EncryptionContext } from './encryption';
import { decryptByService, type Sealed } from './keyring';
import { destroyRunKeys, runKeyOf, type RunKey } from './runKeys';

/** What a person answered in a run. */
export interface StoredResponse extends SendingRef, Omit<CountedAnswer, 'group' | 'values'> {
  readonly person: string;
  readonly given: CountedAnswer['values'];
}

const runOf = ({ campaign, occurrence }: Pick<SendingRef, 'campaign' | 'occurrence'>) => ({
  campaign,
  day: occurrence,
});

/**
 * Stores a person's answer and replaces the earlier one. It is encrypted with the run's key, under a pseudonym that only this key
 * gives. False, and nothing is stored, where the run is published, skipped or recalled, because its key no longer exists.
 */
export async function keepResponse(db: Database, serviceKey: Buffer, response: StoredResponse): Promise<boolean> {
  const { campaign, occurrence, person, group, given, shared } = response;
  const key = await runKeyOf(db, serviceKey, runOf(response));
  if (!key) return false;
  const sealed = key.seal(JSON.stringify({ group, values: given, shared } satisfies CountedAnswer));
  // Inserted only while the run is open, because it may have been published since its key was read. On PostgreSQL this
  // write and a publication wait for each other.
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('responses')
    .columns(['campaign_id', 'occurrence', 'respondent', 'sealed'])
    .expression((row) =>
      row
        .selectFrom('campaign_runs')
        .select([
          'campaign_id',
          'day',
          sql<string>`cast(${key.nameOf(person)} as text)`.as('respondent'),
          sql<string>`cast(${sealed} as text)`.as('sealed'),
        ])
        .where('campaign_id', '=', campaign)
        .where('day', '=', occurrence)
        .where('state', 'in', ['planned', 'sent'])
        .where('sealed_key', 'is not', null)
        .$if(!isSqlite(db), (run) => run.forShare()),
    )
    .onConflict((conflict) => conflict.columns(['campaign_id', 'occurrence', 'respondent']).doUpdateSet({ sealed }))
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Deletes a person's answer to a run. After the run is published no single answer exists. */
export async function eraseResponse(
  db: Database,
  serviceKey: Buffer,
  response: Pick<StoredResponse, 'campaign' | 'occurrence' | 'person'>,
): Promise<void> {
  const key = await runKeyOf(db, serviceKey, runOf(response));
  if (!key) return;
  await db
    .deleteFrom('responses')
    .where('campaign_id', '=', response.campaign)
    .where('occurrence', '=', response.occurrence)
    .where('respondent', '=', key.nameOf(response.person))
    .execute();
}

/** Deletes all answers of a person to open runs. */
export async function eraseResponses(db: Database, serviceKey: Buffer, person: string): Promise<void> {
  for (const { campaign, occurrence } of await open(db))
    await eraseResponse(db, serviceKey, { campaign, occurrence, person });
}

/** A person's answers to open runs, decrypted, for the person's own export only. */
export async function responsesBy(
  db: Database,
  serviceKey: Buffer,
  person: string,
): Promise<(CountedAnswer & { readonly title: string; readonly occurrence: string })[]> {
  const found = [];
  for (const { title, campaign, occurrence } of await open(db)) {
    const key = await runKeyOf(db, serviceKey, { campaign, day: occurrence });
    const row = await db
      .selectFrom('responses')
      .select('sealed')
      .where('campaign_id', '=', campaign)
      .where('occurrence', '=', occurrence)
      .where('respondent', '=', key?.nameOf(person) ?? '')
      .executeTakeFirst();
    const answer = row && opened(serviceKey, key, campaign, row.sealed);
    if (answer) found.push({ title, occurrence, ...answer });
  }
  return found;
}

/** How many answers are decrypted at a time: this many take a few milliseconds. */
const page = 100;

/**
 * All answers to a run, in an order that does not tell when they came; empty once the run is published. Other work of the process
 * runs between the pages.
 */
export async function responsesTo(
  db: Database,
  serviceKey: Buffer,
  campaign: string,
  occurrence: string,
): Promise<CountedAnswer[]> {
  const key = await runKeyOf(db, serviceKey, { campaign, day: occurrence });
  const answers: CountedAnswer[] = [];
  for (let last = ''; ;) {
    const rows = await db
      .selectFrom('responses')
      .select(['respondent', 'sealed'])
      .where('campaign_id', '=', campaign)
      .where('occurrence', '=', occurrence)
      .where('respondent', '>', last)
      .orderBy('respondent')
      .limit(page)
      .execute();
    for (const { sealed } of rows) {
      const answer = opened(serviceKey, key, campaign, sealed);
      if (answer) answers.push(answer);
    }
    if (rows.length < page) return answers;
    last = rows.at(-1)!.respondent;
    await breathe();
  }
}

/** Deletes all single answers to a campaign, or to one run of it. Other work of the process runs between the pages. */
export async function forgetResponses(db: Database, campaign: string, occurrence?: string): Promise<void> {
  for (;;) {
    const some = db
      .selectFrom('responses')
      .select('respondent')
      .where('campaign_id', '=', campaign)
      .$if(occurrence !== undefined, (query) => query.where('occurrence', '=', occurrence!))
      .limit(page);
    const { numDeletedRows } = await db
      .deleteFrom('responses')
      .where('campaign_id', '=', campaign)
      .$if(occurrence !== undefined, (query) => query.where('occurrence', '=', occurrence!))
      .where('respondent', 'in', some)
      .executeTakeFirstOrThrow();
    await breathe();
    if (numDeletedRows === 0n) return;
  }
}

/** Destroys all single answers to a campaign and the runs' keys, so that no more can be stored. */
export async function recallResponses(db: Database, campaign: string): Promise<void> {
  // Most of them first, some at a time; an answer that comes meanwhile goes with the keys.
  await forgetResponses(db, campaign);
  await db.transaction().execute(async (all) => {
    await destroyRunKeys(all, campaign);
    await forgetResponses(all, campaign);
  });
  await emptyJournal(db);
}

/** Runs that have answers which have not been destroyed, by day. One that is still being planned may have some. */
const open = (db: Database) =>
  db
    .selectFrom('campaign_runs')
    .innerJoin('campaigns', 'campaigns.id', 'campaign_runs.campaign_id')
    .select(['campaigns.title', 'campaign_id as campaign', 'day as occurrence'])
    .where('campaign_runs.sealed_key', 'is not', null)
    .where((row) =>
      row.exists(
        row
          .selectFrom('responses')
          .select('respondent')
          .whereRef('responses.campaign_id', '=', 'campaign_runs.campaign_id')
          .whereRef('responses.occurrence', '=', 'campaign_runs.day'),
      ),
    )
    .orderBy('day')
    .execute();

const sharedWordsOf = (campaign: string): EncryptionContext => ({ personId: campaign, purpose: 'shared words' });

/** Undefined where the row needs the run's key and there is none. */
function opened(
  serviceKey: Buffer,
  key: RunKey | undefined,
  campaign: string,
  sealed: string,
): CountedAnswer | undefined {
  if (!sealed.startsWith('{')) return key && (JSON.parse(key.unseal(sealed)) as CountedAnswer);
  // Rows from before migration 0011: only the words are encrypted, with the service key.
  const { shared, ...rest } = JSON.parse(sealed) as Omit<CountedAnswer, 'shared'> & { readonly shared: string | null };
  const words = shared && decryptByService(serviceKey, sharedWordsOf(campaign), shared);
  return { ...rest, shared: words ? (JSON.parse(words) as CountedAnswer['shared']) : {} };
}

/** The encrypted shared words of answers from before migration 0011, for a change of the service key. */
export async function* sealedBefore0011(db: Database): AsyncGenerator<readonly Sealed[]> {
  const rows = await db.selectFrom('responses').selectAll().where('sealed', 'like', '{%').execute();
  yield rows.flatMap((row) => {
    const answer = JSON.parse(row.sealed) as { readonly shared: string | null };
    if (!answer.shared) return [];
    return [
      {
        about: sharedWordsOf(row.campaign_id),
        text: answer.shared,
        replace: (shared: string) =>
          db
            .updateTable('responses')
            .set({ sealed: JSON.stringify({ ...answer, shared }) })
            .where('campaign_id', '=', row.campaign_id)
            .where('occurrence', '=', row.occurrence)
            .where('respondent', '=', row.respondent)
            .where('sealed', '=', row.sealed)
            .execute(),
      },
    ];
  });
}
