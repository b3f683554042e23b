import { pruneAbsences } from './absences';
import { pruneActivities } from './activities';
import { pruneAnswers } from './answers';
import { pruneCommitments } from './commitments';
import { pruneReminders } from './reminders';
import { dayOf, daysLater } from '../shared/localTime';
import { type Database } from './database';
import { pruneQuestions } from './questions';
import { forgetRecipients } from './receivedDeliveries';
import { countUnanswered } from './unanswered';

/** Days for which a commitment that nobody touches is kept, as guides are. */
const COMMITMENT_DAYS = 365;
/** How long the store remembers what it has handled and answered. */
const RETENTION_DAYS = 90;

/**
 * Forgets activities, answers and sent reminders older than 90 days, commitments untouched for a year, to whom campaigns went that ended longer ago, absences that are over, and
 * sessions when their flow's time is out, and counts what nothing answered; to be run daily.
 * `sessions` forgets the sessions (pruneSessions.ts, which needs the service key); questions to HR lie for `questionDays` after their close.
 */
export async function prune(
  db: Database,
  now: Date,
  sessions: () => Promise<void> | undefined,
  questionDays = RETENTION_DAYS,
): Promise<void> {
  const before = daysLater(now, -RETENTION_DAYS);
  await pruneActivities(db, before);
  await pruneAnswers(db, before);
  await pruneReminders(db, before);
  await pruneCommitments(db, dayOf(daysLater(now, -COMMITMENT_DAYS)));
  await forgetRecipients(db, before);
  await pruneAbsences(db, dayOf(now));
  await pruneQuestions(db, daysLater(now, -questionDays));
  await countUnanswered(db, now);
  await sessions();
}
