import { type Answer } from '../knowledge/answer';
import { compiledOnce } from './compiledOnce';
import { type Database } from './database';

/**
 * What the bot answered in which message. Neither the question nor the asker is stored, because a passage tells what somebody
 * wondered.
 */
export interface GivenAnswer {
  /** The bot's message, by its pseudonym (pseudonym.ts). */
  readonly message: string;
  readonly outcome: Answer['outcome'];
  /** The passage quoted, when one was. */
  readonly passageId?: string;
}

interface AnswerRow {
  readonly message: string;
  readonly outcome: Answer['outcome'];
  readonly passage_id: string | null;
  readonly answered_at: string;
}

const insertAnswer = compiledOnce((db, { message, outcome, passage_id, answered_at }: AnswerRow) =>
  db
    .insertInto('answers')
    .values({ message, outcome, passage_id, answered_at })
    .onConflict((conflict) => conflict.column('message').doUpdateSet({ outcome, passage_id, answered_at })),
);

/**
 * Stores which passage an answer rests on, so that feedback can be tied to it. A message that is replaced keeps its last answer.
 */
export async function recordAnswer(db: Database, answer: GivenAnswer, now: Date): Promise<void> {
  await insertAnswer(db, {
    message: answer.message,
    outcome: answer.outcome,
    passage_id: answer.passageId ?? null,
    // Only the day, in UTC: the moment would tell which of the messages in a chat it was.
    answered_at: `${now.toISOString().slice(0, 10)}T00:00:00.000Z`,
  });
}

/** Deletes answers given before `before`. Feedback about them keeps its passage. */
export async function pruneAnswers(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('answers').where('answered_at', '<', before.toISOString()).execute();
}
