import { type Calendar } from './calendar';
import { type CampaignStore, type Unfinished } from './ports';
import { nextRunDate } from './schedule';
import { dayOf } from '../shared/localTime';

/** What finishing runs needs. */
export interface FinishDeps {
  readonly store: CampaignStore;
  readonly calendar: Calendar;
  readonly now: () => Date;
  /** Called where one run or campaign could not be finished. The others are finished. */
  readonly failed: (error: unknown) => void;
}

/**
 * Publishes the runs whose answering time is over or whose campaign HR has closed, and closes a campaign after its last run. Each
 * step may be done twice, so a crash between two steps loses nothing.
 */
export async function finishRuns(deps: FinishDeps): Promise<void> {
  const { store, now, failed } = deps;
  for (const run of await store.openRuns()) {
    const campaign = await store.find(run.campaign);
    if (!campaign || (run.answerUntil >= dayOf(now()) && campaign.state !== 'closed')) continue;
    await store.publish(run, campaign.least, now()).catch(failed);
  }
  // A recall that a crash has interrupted is done again.
  for (const campaign of await store.halfRecalled()) await store.recall(campaign, now()).catch(failed);
  for (const each of await store.unfinished()) await closeFinished(deps, each).catch(failed);
}

/** Where somebody else changes the campaign at the same moment, the next look closes it. */
async function closeFinished(
  { store, calendar, now }: FinishDeps,
  { campaign, lastDay, hasOpenRuns }: Unfinished,
): Promise<void> {
  if (hasOpenRuns) return;
  const isOver = campaign.state === 'cancelled' || (lastDay !== undefined && !nextRunDate(campaign, calendar, now()));
  if (isOver) await store.change({ ...campaign, state: 'closed', closedAt: now() });
}
