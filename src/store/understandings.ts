import { type Share } from '../shares/share';
import { type Database } from './database';
import { planDeliveries } from './deliveries';
import { decryptFor, encryptFor } from './personKeys';

const aboutOf = (writer: string, share: string) => ({ personId: writer, purpose: `understanding ${share}` });

/** Encrypts what a receiver writes back. Call it before the transaction that stores the text. */
export const sealUnderstanding = (
  db: Database,
  serviceKey: Buffer,
  { share, writer, words }: { readonly share: string; readonly writer: string; readonly words: string },
  now: Date,
) => encryptFor(db, serviceKey, aboutOf(writer, share), words, now);

/** Stores the sealed words and tells the owner, once for each share. Words that are stored already are not replaced. */
export async function keepUnderstanding(
  all: Database,
  row: { readonly share_id: string; readonly writer_id: string; readonly sealed: string },
  owner: string,
  now: Date,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await all
    .insertInto('understandings')
    .values({ ...row, written_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) await tell(all, row.share_id, 'understanding', owner, now);
}

/** What was written back to each of these shares: share id -> when, and the words unless they were taken back. */
export async function understandingsOf(
  db: Database,
  serviceKey: Buffer,
  shares: readonly string[],
): Promise<ReadonlyMap<string, NonNullable<Share['understanding']>>> {
  if (!shares.length) return new Map();
  const rows = await db.selectFrom('understandings').selectAll().where('share_id', 'in', shares).execute();
  const opened = rows.map(async ({ share_id, writer_id, sealed, written_at }) => {
    const words = sealed === null ? undefined : await decryptFor(db, serviceKey, aboutOf(writer_id, share_id), sealed);
    return [share_id, { writtenAt: written_at, ...(words !== undefined && { words }) }] as const;
  });
  return new Map(await Promise.all(opened));
}

/**
 * Destroys the words that were written back to a share, and plans to replace the owner's card. The row stays, so that nothing can
 * be written a second time.
 */
export async function emptyUnderstanding(
  all: Database,
  { share, owner, writer }: { readonly share: string; readonly owner: string; readonly writer?: string },
  now: Date,
): Promise<void> {
  const row = await all
    .updateTable('understandings')
    .set({ sealed: null })
    .where('share_id', '=', share)
    .$if(writer !== undefined, (query) => query.where('writer_id', '=', writer!))
    .where('sealed', 'is not', null)
    .returning('share_id')
    .executeTakeFirst();
  if (row) await tell(all, share, 'noUnderstanding', owner, now);
}

const tell = (
  all: Database,
  topic: string,
  purpose: 'understanding' | 'noUnderstanding',
  person: string,
  dueAt: Date,
): Promise<void> =>
  planDeliveries(all, { topic, occurrence: '', purpose, dueAt }, [{ person, group: '', reachable: true }]);
