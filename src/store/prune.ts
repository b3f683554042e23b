import { pruneActivities } from './activities';
import { pruneAnswers } from './answers';
import { type Database } from './database';

/** How long the store remembers what it has handled and answered. */
const RETENTION_DAYS = 90;

/** Forgets activities and answers older than 90 days; to be run daily. */
export async function prune(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - RETENTION_DAYS * 24 * 60 * 60 * 1000);
  await pruneActivities(db, before);
  await pruneAnswers(db, before);
}
