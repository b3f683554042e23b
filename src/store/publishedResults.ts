import {
  nothingPublished,
  type PublishedResults,
  publishNext,
  closeResults,
  type AnswerValues,
  withdraw,
} from '../campaigns/publish';
import { closedWords, noWords, showNext, type ShownWords } from '../campaigns/sharedWords';
import { respondentsOf } from './campaignKeys';
import { type Database } from './database';
import { responsesTo } from './responses';
import { encrypt, decrypt } from './encryption';

/** What of a campaign is released, and how. */
export interface Publishing {
  readonly campaign: string;
  readonly occurrence: string;
  readonly least: number;
  readonly closing: boolean;
}

const sealing = (campaign: string) => ({ personId: campaign, purpose: 'released words' });

/**
 * Moves on what HR may see of an occurrence, and gives it. Of two that release at once one is the first, and the other begins
 * again from there: two tables that differ by one answer must never both be shown. The close forgets who was counted.
 */
export async function publishResults(
  db: Database,
  serviceKey: Buffer,
  releasing: Publishing,
): Promise<PublishedResults> {
  const { campaign, occurrence, least, closing } = releasing;
  for (;;) {
    const row = await rowOf(db, campaign, occurrence);
    const before = row ? (JSON.parse(row.released) as PublishedResults) : nothingPublished;
    const read = row?.words ? (JSON.parse(decrypt(serviceKey, sealing(campaign), row.words)) as ShownWords) : noWords;
    const answers = await responsesTo(db, serviceKey, campaign, occurrence);
    const values = answers.map(({ by, group, given }) => ({ by, group, values: given }));
    const after = publishNext(before, values, least, closing);
    const shown = showNext(read, answers, least);
    const given = Object.keys(shown.texts).length ? { ...after, words: shown.texts } : after;

    const released = JSON.stringify(closing ? closeResults(after) : after);
    const kept = closing && shown !== noWords && !shown.closed ? closedWords(shown) : shown;
    if ((row ? released === row.released : after === nothingPublished) && kept === read) return given;
    const words = kept === read ? (row?.words ?? null) : encrypt(serviceKey, sealing(campaign), JSON.stringify(kept));
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('releases')
      .values({ campaign_id: campaign, occurrence, released, words })
      .onConflict((conflict) =>
        conflict
          .columns(['campaign_id', 'occurrence'])
          .doUpdateSet({ released, words })
          .where('releases.released', '=', row?.released ?? '')
          .where('releases.words', row?.words ? '=' : 'is', row?.words ?? null),
      )
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return given;
  }
}

/**
 * Drops at once, of campaigns that are open, the words that nobody shares any more. Where somebody releases at the same moment,
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
    const read = JSON.parse(decrypt(serviceKey, sealing(campaign), words!)) as ShownWords;
    const kept = showNext(read, await responsesTo(db, serviceKey, campaign, occurrence), Infinity);
    if (kept === read) continue;
    await db
      .updateTable('releases')
      .set({ words: encrypt(serviceKey, sealing(campaign), JSON.stringify(kept)) })
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
  for (const { title, campaign, occurrence, released } of await openReleases(db)) {
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
  for (const { campaign, occurrence } of await openReleases(db)) {
    if (only && (only.campaign !== campaign || only.occurrence !== occurrence)) continue;
    const by = (await respondentsOf(db, serviceKey, campaign))?.(person);
    // Where somebody releases at the same moment, it is looked at again.
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

const openReleases = (db: Database) =>
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
