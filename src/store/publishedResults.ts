import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import { publishInSlices, type PublishedResults } from '../campaigns/publish';
import { type RunRef } from '../campaigns/ports';
import { findRun } from './campaignRuns';
import { type Database, emptyJournal } from './database';
import { encrypt } from './encryption';
import { decryptByService, type Sealed } from './keyring';
import { settledPromise } from './promises';
import { forgetResponses, responsesTo } from './responses';

const encryptionContext = (campaign: string) => ({ personId: campaign, purpose: 'released words' });

/**
 * Publishes a run, once. One transaction stores what HR may see, and destroys the key of the single answers, without which nobody
 * can read them. Then the rows are deleted, in parts. It may be repeated: a crash in between leaves rows that the next call
 * deletes. It does nothing to a run that was not sent.
 */
export async function publishRun(
  db: Database,
  serviceKey: Buffer,
  { campaign, day }: RunRef,
  least: number,
): Promise<void> {
  await db.transaction().execute(async (all) => {
    const { numUpdatedRows } = await all
      .updateTable('campaign_runs')
      .set({ state: 'published', promise: settledPromise })
      .where('campaign_id', '=', campaign)
      .where('day', '=', day)
      .where('state', '=', 'sent')
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return;
    const { words, ...tables } = await published(await responsesTo(all, serviceKey, campaign, day), least);
    const row = {
      released: JSON.stringify(tables),
      words: words ? encrypt(serviceKey, encryptionContext(campaign), JSON.stringify({ texts: words })) : null,
    };
    await all
      .insertInto('releases')
      .values({ campaign_id: campaign, occurrence: day, ...row })
      .onConflict((conflict) => conflict.columns(['campaign_id', 'occurrence']).doUpdateSet(row))
      .execute();
    await all
      .updateTable('campaign_runs')
      .set({ sealed_key: null })
      .where('campaign_id', '=', campaign)
      .where('day', '=', day)
      .execute();
  });
  await breathe();
  if ((await findRun(db, { campaign, day }))?.state !== 'published') return;
  await forgetResponses(db, campaign, day);
  await emptyJournal(db);
  await breathe();
}

/** Other work of the process runs between the slices. */
async function published(...about: Parameters<typeof publishInSlices>): Promise<PublishedResults> {
  const slices = publishInSlices(...about);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    await breathe();
  }
}

/** What HR may see of a campaign: the day of the run -> its result. Runs that are not published are left out. */
export async function publishedOf(
  db: Database,
  serviceKey: Buffer,
  campaign: string,
): Promise<Map<string, PublishedResults>> {
  const rows = await db
    .selectFrom('releases')
    .innerJoin('campaign_runs', (join) =>
      join.onRef('campaign_runs.campaign_id', '=', 'releases.campaign_id').onRef('day', '=', 'occurrence'),
    )
    .select(['occurrence', 'released', 'words'])
    .where('releases.campaign_id', '=', campaign)
    .where('state', '=', 'published')
    .orderBy('occurrence')
    .execute();
  return new Map(
    rows.map(({ occurrence, released, words }) => {
      const { tables, rest } = JSON.parse(released) as PublishedResults;
      const sealed = words && decryptByService(serviceKey, encryptionContext(campaign), words);
      const texts = sealed ? (JSON.parse(sealed) as { readonly texts: PublishedResults['words'] }).texts : undefined;
      return [occurrence, { tables, ...(rest && { rest }), ...(texts && { words: texts }) }] as const;
    }),
  );
}

/**
 * Deletes the shared words of runs whose last day to answer was before `wordsBefore`, and all results of those whose last day was
 * before `figuresBefore` (local days). The run's row stays, so that the run is not sent or published again.
 */
export async function pruneResults(db: Database, wordsBefore: string, figuresBefore: string): Promise<void> {
  const runsBefore = (day: string) =>
    db
      .selectFrom('campaign_runs')
      .select('day')
      .where('answer_until', '<', day)
      .whereRef('campaign_runs.campaign_id', '=', sql.ref('releases.campaign_id'))
      .whereRef('day', '=', sql.ref('releases.occurrence'));
  await db
    .updateTable('releases')
    .set({ words: null })
    .where('words', 'is not', null)
    .where((row) => row.exists(runsBefore(wordsBefore)))
    .execute();
  await db
    .deleteFrom('releases')
    .where((row) => row.exists(runsBefore(figuresBefore)))
    .execute();
}

/** The encrypted words of all published runs, for a change of the service key. */
export async function* sealedWords(db: Database): AsyncGenerator<readonly Sealed[]> {
  const rows = await db
    .selectFrom('releases')
    .select(['campaign_id', 'occurrence', 'words'])
    .where('words', 'is not', null)
    .$narrowType<{ words: string }>()
    .execute();
  yield rows.map(({ campaign_id, occurrence, words: text }) => ({
    about: encryptionContext(campaign_id),
    text,
    replace: (words: string) =>
      db
        .updateTable('releases')
        .set({ words })
        .where('campaign_id', '=', campaign_id)
        .where('occurrence', '=', occurrence)
        .where('words', '=', text)
        .execute(),
  }));
}
