import { pruneAbsences } from './absences';
import { pruneActivities } from './activities';
import { pruneAnswers } from './answers';
import { pruneAudit } from './auditLog';
import { type Retention } from '../shared/config';
import { pruneCommitments } from './commitments';
import { pruneReminders } from './reminders';
import { dayOf, daysLater, momentAt, monthsEarlier } from '../shared/localTime';
import { type Database } from './database';
import { pruneDialogues } from './dialogues';
import { pruneDownloads } from './downloads';
import { pruneQuestions } from './questions';
import { pruneFeedback } from './feedback';
import { prunePeople } from './prunePeople';
import { pruneResults } from './publishedResults';
import { pruneShares } from './shares';
import { forgetRecipients } from './receivedDeliveries';
import { countUnanswered } from './unanswered';

/** Days for which an unchanged commitment is kept, as guides are. */
const COMMITMENT_DAYS = 365;
/** Days for which the store remembers what it has handled and answered. */
const RETENTION_DAYS = 90;

/**
 * Deletes what is too old, once a day: activities, answers and sent reminders after 90 days, commitments after a year without a
 * change, the recipients of campaigns that ended, past absences, and dialogues and sessions by their flow's time. It also counts
 * unanswered words. The settings say how long the rest is kept. `sessions` prunes the sessions (pruneSessions.ts), which needs
 * the service key. People are pruned last (prunePeople.ts).
 */
export async function prune(
  db: Database,
  now: Date,
  sessions: () => Promise<void> | undefined,
  retention: Omit<Retention, 'sessionDays'>,
): Promise<void> {
  const before = daysLater(now, -RETENTION_DAYS);
  const daysAgo = (days: number) => daysLater(now, -days);
  const today = dayOf(now);
  const monthsAgo = (months: number) => momentAt(monthsEarlier(today, months), '00:00');
  await pruneActivities(db, before);
  await pruneAnswers(db, before);
  await pruneReminders(db, before);
  await pruneCommitments(db, dayOf(daysAgo(COMMITMENT_DAYS)));
  await forgetRecipients(db, before);
  await pruneResults(
    db,
    monthsEarlier(today, retention.sharedWordsMonths),
    monthsEarlier(today, retention.resultMonths),
  );
  await pruneAudit(db, monthsAgo(retention.auditMonths));
  await pruneAbsences(db, today);
  await pruneDialogues(db, today);
  await pruneDownloads(db, now);
  await pruneShares(db, now);
  await pruneQuestions(db, daysAgo(retention.questionDays), monthsAgo(retention.openQuestionMonths));
  await countUnanswered(db, now);
  await pruneFeedback(db, daysAgo(retention.feedbackDays));
  await sessions();
  // This comes last, because it deletes people about whom nothing else is left.
  await prunePeople(db, daysAgo(retention.personDays), now);
}
