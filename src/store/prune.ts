import { pruneAbsences } from './absences';
import { pruneActivities } from './activities';
import { pruneAnswers } from './answers';
import { dayOf, daysLater } from '../shared/localTime';
import { type Database } from './database';
import { pruneDownloads } from './downloads';
import { pruneQuestions } from './questions';
import { forgetRecipients } from './receivedDeliveries';
import { countUnanswered } from './unanswered';

/** How long the store remembers what it has handled and answered. */
const RETENTION_DAYS = 90;

/**
 * Forgets activities and answers older than 90 days, to whom campaigns went that ended longer ago, absences that are over, and
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
  await forgetRecipients(db, before);
  await pruneAbsences(db, dayOf(now));
  await pruneDownloads(db, now);
  await pruneQuestions(db, daysLater(now, -questionDays));
  await countUnanswered(db, now);
  await sessions();
}
