import { pruneAbsences } from './absences';
import { pruneActivities } from './activities';
import { pruneAnswers } from './answers';
import { type Retention } from '../shared/config';
import { pruneCommitments } from './commitments';
import { pruneReminders } from './reminders';
import { dayOf, daysLater } from '../shared/localTime';
import { type Database } from './database';
import { pruneDialogues } from './dialogues';
import { pruneDownloads } from './downloads';
import { pruneQuestions } from './questions';
import { pruneFeedback } from './feedback';
import { prunePeople } from './prunePeople';
import { pruneShares } from './shares';
import { forgetRecipients } from './receivedDeliveries';
import { countUnanswered } from './unanswered';

/** Days for which a commitment that nobody touches is kept, as guides are. */
const COMMITMENT_DAYS = 365;
/** How long the store remembers what it has handled and answered. */
const RETENTION_DAYS = 90;
/** How long it keeps what a person has given, unless the settings say otherwise. */
const YEAR_DAYS = 365;

/**
 * Forgets activities, answers and sent reminders older than 90 days, commitments untouched for a year, to whom campaigns went that ended
 * longer ago, absences that are over, dialogues and sessions when their flow's time is out, and counts what nothing answered; to be run
 * daily.
 * `sessions` forgets the sessions (pruneSessions.ts, which needs the service key); questions to HR lie for `questionDays` after their
 * close, feedback for `feedbackDays` after it was given, and people for `personDays` at least (prunePeople.ts).
 */
export async function prune(
  db: Database,
  now: Date,
  sessions: () => Promise<void> | undefined,
  { questionDays = RETENTION_DAYS, feedbackDays = YEAR_DAYS, personDays = YEAR_DAYS }: Partial<Retention> = {},
): Promise<void> {
  const before = daysLater(now, -RETENTION_DAYS);
  await pruneActivities(db, before);
  await pruneAnswers(db, before);
  await pruneReminders(db, before);
  await pruneCommitments(db, dayOf(daysLater(now, -COMMITMENT_DAYS)));
  await forgetRecipients(db, before);
  await pruneAbsences(db, dayOf(now));
  await pruneDialogues(db, dayOf(now));
  await pruneDownloads(db, now);
  await pruneShares(db, now);
  await pruneQuestions(db, daysLater(now, -questionDays));
  await countUnanswered(db, now);
  await pruneFeedback(db, daysLater(now, -feedbackDays));
  await sessions();
  // After all else, because it forgets people of whom nothing else is left.
  await prunePeople(db, daysLater(now, -personDays), now);
}
