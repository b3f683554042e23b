import { createHash } from 'node:crypto';
import { type Answer } from '../knowledge/answer';
import { type Database } from './database';

/** The bot's message as answers and feedback know it: an opaque key that shows neither chat nor message. */
export function messageKey(conversationId: string, messageId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([conversationId, messageId]))
    .digest('base64url');
}

/** What the bot answered in which message. Neither the question nor who asked is kept: a passage says what somebody wondered. */
export interface GivenAnswer {
  /** messageKey of the bot's message. */
  readonly message: string;
  readonly outcome: Answer['outcome'];
  /** The passage quoted, when one was. */
  readonly passageId?: string;
}

/** Stores an answer so that feedback can say which passage helped. A message that is replaced keeps its last answer. */
export async function recordAnswer(db: Database, answer: GivenAnswer, now: Date): Promise<void> {
  const given = {
    outcome: answer.outcome,
    passage_id: answer.passageId ?? null,
    answered_at: now.toISOString(),
  };
  await db
    .insertInto('answers')
    .values({ message: answer.message, ...given })
    .onConflict((conflict) => conflict.column('message').doUpdateSet(given))
    .execute();
}

/** Forgets answers given before `before`; feedback on them keeps its passage. */
export async function pruneAnswers(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('answers').where('answered_at', '<', before.toISOString()).execute();
}
