import {
  nothingPublished,
  type PublishedResults,
  publishNext,
  closeResults,
  type AnswerValues,
  withdraw,
} from '../campaigns/publish';
import { closeWords, noWords, publishWords, type PublishedWords } from '../campaigns/sharedWords';
import { respondentsOf } from './campaignKeys';
import { type Database } from './database';
import { responsesTo } from './responses';
import { encrypt, decrypt } from './encryption';

/** Which results are published, and how. */
export interface Publishing {
  readonly campaign: string;
  readonly occurrence: string;
  readonly least: number;
  readonly closing: boolean;
}

const encryptionContext = (campaign: string) => ({ personId: campaign, purpose: 'released words' });

/**
 * Moves on what HR may see of an occurrence, and gives it. Of two that publish at once one is the first, and the other begins
 * again from there: two tables that differ by one answer must never both be shown. The close forgets who was counted.
 */
export async function publishResults(
  db: Database,
  serviceKey: Buffer,
  publishing: Publishing,
): Promise<PublishedResults> {
  const { campaign, occurrence, least, closing } = publishing;
  for (;;) {
    const row = await rowOf(db, campaign, occurrence);
    const before = row ? (JSON.parse(row.released) as PublishedResults) : nothingPublished;
    const read = row?.words
      ? (JSON.parse(decrypt(serviceKey, encryptionContext(campaign), row.words)) as PublishedWords)
      : noWords;
    const answers = await responsesTo(db, serviceKey, campaign, occurrence);
    const values = answers.map(({ by, group, given }) => ({ by, group, values: given }));
    const after = publishNext(before, values, least, closing);
    const words = publishWords(read, answers, least);
    const results = Object.keys(words.texts).length ? { ...after, words: words.texts } : after;

    const released = JSON.stringify(closing ? closeResults(after) : after);
    const next = closing && words !== noWords && !words.closed ? closeWords(words) : words;
    if ((row ? released === row.released : after === nothingPublished) && next === read) return results;
    const encrypted =
      next === read ? (row?.words ?? null) : encrypt(serviceKey, encryptionContext(campaign), JSON.stringify(next));
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('releases')
      .values({ campaign_id: campaign, occurrence, released, words: encrypted })
      .onConflict((conflict) =>
        conflict
          .columns(['campaign_id', 'occurrence'])
          .doUpdateSet({ released, words: encrypted })
          .where('releases.released', '=', row?.released ?? '')
          .where('releases.words', row?.words ? '=' : 'is', row?.words ?? null),
      )
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return results;
  }
}

/**
 * Drops at once, of campaigns that are open, the words that nobody shares any more. Where somebody publishes at the same moment,
 * that drops them.
 */
export async function dropUnshared(db: Database, serviceKey: Buffer): Promise<void> {
  const rows = await db
    .selectFrom('releases')
    .innerJoin('campaigns', 'campaigns.id', 'releases.campaign_id')
    .select(['campaign_id as campaign', 'occurrence', 'words'])
    .where('words', 'is not', null)
    .where('sealed_key', 'is not', null)
    .execute();
  for (const { campaign, occurrence, words } of rows) {
    const read = JSON.parse(decrypt(serviceKey, encryptionContext(campaign), words!)) as PublishedWords;
    const next = publishWords(read, await responsesTo(db, serviceKey, campaign, occurrence), Infinity);
    if (next === read) continue;
    await db
      .updateTable('releases')
      .set({ words: encrypt(serviceKey, encryptionContext(campaign), JSON.stringify(next)) })
      .where('campaign_id', '=', campaign)
      .where('occurrence', '=', occurrence)
      .where('words', '=', words)
      .execute();
  }
}

/** What of a person's answers is in the figures that HR has been shown of campaigns that are open: for the person's own export only. */
export async function countedOf(
  db: Database,
  serviceKey: Buffer,
  person: string,
): Promise<{ title: string; occurrence: string; group: string; values: AnswerValues }[]> {
  const found = [];
  for (const { title, campaign, occurrence, released } of await publishedOfOpen(db)) {
    const by = (await respondentsOf(db, serviceKey, campaign))?.(person);
    for (const [group, counted] of Object.entries((JSON.parse(released) as PublishedResults).counted))
      if (by && Object.hasOwn(counted, by)) found.push({ title, occurrence, group, values: counted[by]! });
  }
  return found;
}

/** Forgets that a person's answers are in the figures that HR has been shown of campaigns that are open, or of one occurrence only. */
export async function forgetCounted(
  db: Database,
  serviceKey: Buffer,
  person: string,
  only?: Pick<Publishing, 'campaign' | 'occurrence'>,
): Promise<void> {
  for (const { campaign, occurrence } of await publishedOfOpen(db)) {
    if (only && (only.campaign !== campaign || only.occurrence !== occurrence)) continue;
    const by = (await respondentsOf(db, serviceKey, campaign))?.(person);
    // Where somebody publishes at the same moment, it is looked at again.
    for (let isLeft = by !== undefined; isLeft;) {
      const { released } = (await rowOf(db, campaign, occurrence)) ?? { released: JSON.stringify(nothingPublished) };
      const before = JSON.parse(released) as PublishedResults;
      const after = withdraw(before, by!);
      if (after === before) break;
      const { numUpdatedRows } = await db
        .updateTable('releases')
        .set({ released: JSON.stringify(after) })
        .where('campaign_id', '=', campaign)
        .where('occurrence', '=', occurrence)
        .where('released', '=', released)
        .executeTakeFirstOrThrow();
      isLeft = numUpdatedRows === 0n;
    }
  }
}

const publishedOfOpen = (db: Database) =>
  db
    .selectFrom('releases')
    .innerJoin('campaigns', 'campaigns.id', 'releases.campaign_id')
    .select(['title', 'campaign_id as campaign', 'occurrence', 'released'])
    .where('sealed_key', 'is not', null)
    .orderBy('occurrence')
    .execute();

/** What HR has been shown of a campaign, by occurrence; of words nothing. */
export async function publishedResultsOf(db: Database, campaign: string): Promise<Map<string, PublishedResults>> {
  const rows = await db
    .selectFrom('releases')
    .select(['occurrence', 'released'])
    .where('campaign_id', '=', campaign)
    .orderBy('occurrence')
    .execute();
  return new Map(rows.map(({ occurrence, released }) => [occurrence, JSON.parse(released) as PublishedResults]));
}

const rowOf = (db: Database, campaign: string, occurrence: string) =>
  db
    .selectFrom('releases')
    .select(['released', 'words'])
    .where('campaign_id', '=', campaign)
    .where('occurrence', '=', occurrence)
    .executeTakeFirst();
