import { nothing, type Released, releaseNext, sealed } from '../campaigns/release';
import { type Database } from './database';
import { responsesTo } from './responses';

/** What of a campaign is released, and how. */
export interface Releasing {
  readonly campaign: string;
  readonly occurrence: string;
  readonly least: number;
  readonly closing: boolean;
}

/**
 * Moves on what HR may see of an occurrence, and gives it. Of two that release at once one is the first, and the other begins
 * again from there: two tables that differ by one answer must never both be shown. The close forgets who was counted.
 */
export async function release(db: Database, serviceKey: Buffer, releasing: Releasing): Promise<Released> {
  const { campaign, occurrence, least, closing } = releasing;
  const answered = async () =>
    (await responsesTo(db, serviceKey, campaign, occurrence)).map(({ by, group, given }) => ({
      by,
      group,
      values: given,
    }));
  for (;;) {
    const row = await rowOf(db, campaign, occurrence);
    const before = row === undefined ? nothing : (JSON.parse(row) as Released);
    const after = releaseNext(before, await answered(), least, closing);
    const released = JSON.stringify(closing ? sealed(after) : after);
    if (released === row || (row === undefined && after === nothing)) return after;
    const { numInsertedOrUpdatedRows: kept } = await db
      .insertInto('releases')
      .values({ campaign_id: campaign, occurrence, released })
      .onConflict((conflict) =>
        conflict
          .columns(['campaign_id', 'occurrence'])
          .doUpdateSet({ released })
          .where('releases.released', '=', row ?? ''),
      )
      .executeTakeFirstOrThrow();
    if (kept === 1n) return after;
  }
}

/** What HR has been shown of a campaign, by occurrence. */
export async function releasedOf(db: Database, campaign: string): Promise<Map<string, Released>> {
  const rows = await db
    .selectFrom('releases')
    .select(['occurrence', 'released'])
    .where('campaign_id', '=', campaign)
    .orderBy('occurrence')
    .execute();
  return new Map(rows.map(({ occurrence, released }) => [occurrence, JSON.parse(released) as Released]));
}

const rowOf = async (db: Database, campaign: string, occurrence: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('releases')
      .select('released')
      .where('campaign_id', '=', campaign)
      .where('occurrence', '=', occurrence)
      .executeTakeFirst()
  )?.released;
