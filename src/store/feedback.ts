import { type FeedbackReason, type Reaction } from '../bot/feedback';
import { type Database } from './database';
import { encryptFor, decryptFor } from './personKeys';
import { type IsoTime } from './schema';

const PURPOSE = 'feedback';

/** What a person thinks of an answer: "Hjälpte svaret?". */
export interface GivenFeedback {
  /** The bot's message, by its pseudonym (pseudonym.ts). */
  readonly message: string;
  /** The person must be stored before (people.ts). */
  readonly personId: string;
  readonly reaction: Reaction;
  readonly reason?: FeedbackReason;
  /** The person's own words; blank is none. */
  readonly words?: string;
}

/** Feedback as read back for the person themselves. */
export interface ExportedFeedback extends GivenFeedback {
  /** The passage that was quoted, when the message was an answer with one. */
  readonly passageId?: string;
  readonly givenAt: IsoTime;
}

/**
 * Stores feedback with the passage that it is about. Its words are encrypted with the person's key. A person has one feedback for
 * each message; the latest replaces the earlier. Resolves with false where nothing has changed.
 */
export async function recordFeedback(
  db: Database,
  serviceKey: Buffer,
  feedback: GivenFeedback,
  now: Date,
): Promise<boolean> {
  const { message, personId, reaction, reason = null } = feedback;
  const words = feedback.words?.trim()
    ? await encryptFor(db, serviceKey, { personId, purpose: PURPOSE }, feedback.words, now)
    : null;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('feedback')
    .values((row) => ({
      message,
      person_id: personId,
      reaction,
      reason,
      words,
      passage_id: row.selectFrom('answers').select('passage_id').where('message', '=', message),
      given_at: now.toISOString(),
    }))
    .onConflict((conflict) =>
      conflict
        .columns(['message', 'person_id'])
        .doUpdateSet((row) => ({
          reaction: row.ref('excluded.reaction'),
          reason: row.ref('excluded.reason'),
          words: row.ref('excluded.words'),
          // The answer may have been pruned since the first thumb; its passage stays known.
          passage_id: row.fn.coalesce('excluded.passage_id', 'feedback.passage_id'),
          given_at: row.ref('excluded.given_at'),
        }))
        .where((row) =>
          row.or([
            row('excluded.reaction', '!=', row.ref('feedback.reaction')),
            row('excluded.reason', 'is distinct from', row.ref('feedback.reason')),
            // Encrypted words differ each time.
            row('excluded.words', 'is not', null),
            row('feedback.words', 'is not', null),
          ]),
        ),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** All feedback of a person, oldest first, decrypted, for the person's own export only. */
export async function feedbackBy(db: Database, serviceKey: Buffer, personId: string): Promise<ExportedFeedback[]> {
  const rows = await db
    .selectFrom('feedback')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('given_at')
    .orderBy('message')
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const words = row.words ? await decryptFor(db, serviceKey, { personId, purpose: PURPOSE }, row.words) : undefined;
      return {
        message: row.message,
        personId,
        reaction: row.reaction,
        ...(row.reason !== null && { reason: row.reason }),
        ...(words !== undefined && { words }),
        ...(row.passage_id !== null && { passageId: row.passage_id }),
        givenAt: row.given_at,
      };
    }),
  );
}

/** Deletes feedback that was given before a moment. */
export async function pruneFeedback(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('feedback').where('given_at', '<', before.toISOString()).execute();
}
