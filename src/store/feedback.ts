import { type Database } from './database';
import { encryptFor, decryptFor } from './personKeys';
import { type IsoTime, type Reaction } from './schema';

const PURPOSE = 'feedback';

/** What a person thinks of an answer: "Hjälpte svaret?". */
export interface GivenFeedback {
  /** The bot's message, by its pseudonym (pseudonym.ts). */
  readonly message: string;
  /** Must be remembered (people.ts) before. */
  readonly personId: string;
  readonly reaction: Reaction;
  /** Her own words; blank is none. */
  readonly words?: string;
}

/** Feedback as read back for the person herself. */
export interface ExportedFeedback extends GivenFeedback {
  /** The passage that was quoted, when the message was an answer with one. */
  readonly passageId?: string;
  readonly givenAt: IsoTime;
}

/** Stores feedback, words sealed under her key, with the passage that it is about. One per person and message: the latest wins. */
export async function recordFeedback(
  db: Database,
  serviceKey: Buffer,
  feedback: GivenFeedback,
  now: Date,
): Promise<void> {
  const { message, personId, reaction } = feedback;
  const words = feedback.words?.trim()
    ? await encryptFor(db, serviceKey, { personId, purpose: PURPOSE }, feedback.words, now)
    : null;
  await db
    .insertInto('feedback')
    .values((row) => ({
      message,
      person_id: personId,
      reaction,
      words,
      passage_id: row.selectFrom('answers').select('passage_id').where('message', '=', message),
      given_at: now.toISOString(),
    }))
    .onConflict((conflict) =>
      conflict.columns(['message', 'person_id']).doUpdateSet((row) => ({
        reaction: row.ref('excluded.reaction'),
        words: row.ref('excluded.words'),
        // The answer may have been pruned since the first thumb; its passage stays known.
        passage_id: row.fn.coalesce('excluded.passage_id', 'feedback.passage_id'),
        given_at: row.ref('excluded.given_at'),
      })),
    )
    .execute();
}

/** All feedback of one person, oldest first, in clear: for her own export only. */
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
        ...(words !== undefined && { words }),
        ...(row.passage_id !== null && { passageId: row.passage_id }),
        givenAt: row.given_at,
      };
    }),
  );
}
