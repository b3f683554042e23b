import { createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { linkMinutes, mostTries, type Order, type OrderStore } from '../downloads/order';
import { type Database } from './database';
import { decrypt, encrypt } from './encryption';

const about = { personId: '', purpose: 'download' };
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const keyOf = (token: string): Buffer => Buffer.from(hkdfSync('sha256', token, '', 'tillitscoachen downloads', 32));

interface Sealed {
  readonly order: Order;
  readonly code: string;
}
const opened = (token: string, sealed: string) => JSON.parse(decrypt(keyOf(token), about, sealed)) as Sealed;

/**
 * Stores orders of files. A token has 256 random bits, so its hash needs no salt and no slow function. The order and its code are
 * encrypted with a key that only the token gives. So a row does not tell who ordered what, even with the service key. This
 * matters where a file holds an answer to HR: the row would tell who has answered. Attempts with a wrong code are counted in the
 * row, so that all instances together allow no more.
 */
export const orderStore = (db: Database, now: () => Date): OrderStore => ({
  place: async (order, code) => {
    await pruneDownloads(db, now());
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(now().getTime() + linkMinutes * 60_000).toISOString();
    await db
      .insertInto('downloads')
      .values({
        token_hash: hashOf(token),
        sealed: encrypt(keyOf(token), about, JSON.stringify({ order, code } satisfies Sealed)),
        expires_at: expires,
      })
      .execute();
    return token;
  },
  find: async (token) => {
    const row = await db
      .selectFrom('downloads')
      .select('sealed')
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', now().toISOString())
      .where('tries', '<', mostTries)
      .executeTakeFirst();
    return row && opened(token, row.sealed).order;
  },
  redeem: async (token, code) => {
    const row = await db
      .updateTable('downloads')
      .set((was) => ({ tries: was('tries', '+', 1) }))
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', now().toISOString())
      .where('tries', '<', mostTries)
      .returning(['sealed', 'tries'])
      .executeTakeFirst();
    if (!row) return undefined;
    const { order, code: right } = opened(token, row.sealed);
    const isRight = code.length === right.length && timingSafeEqual(Buffer.from(code), Buffer.from(right));
    return isRight ? { order } : { triesLeft: mostTries - row.tries };
  },
  spend: async (token) => {
    const { numDeletedRows } = await db
      .deleteFrom('downloads')
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', now().toISOString())
      .executeTakeFirstOrThrow();
    return numDeletedRows === 1n;
  },
});

/** Deletes orders whose links have ended. */
export async function pruneDownloads(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('downloads').where('expires_at', '<=', now.toISOString()).execute();
}
