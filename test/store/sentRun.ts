import { type Run } from '../../src/campaigns/run';
import { addRuns, settleRun } from '../../src/store/campaignRuns';
import { type Database } from '../../src/store/database';
import { aRun } from '../campaigns/aCampaign';

/** A run of a stored campaign that has been sent, and takes answers. */
export async function sentRun(db: Database, serviceKey: Buffer, over: Partial<Run> = {}): Promise<Run> {
  const run = aRun({ ...over, recipients: over.recipients || 1 });
  await addRuns(db, serviceKey, run.campaign, [run]);
  await settleRun(db, run, run, run.dueAt);
  return run;
}
