import { nextOpen, type Calendar } from './calendar';
import { type Actor, type CampaignStore } from './ports';
import { transition, type CampaignAction, type Campaign, type TransitionRefusal } from './campaign';

/** Recipients above which a campaign waits for a second person. */
export const approvalOver = 500;

/** What an action on a campaign needs: the campaigns, the clock, and the audit log. */
export interface TransitionDeps {
  readonly store: CampaignStore;
  readonly calendar: Calendar;
  readonly now: () => Date;
  /** Writes into the audit log who did what with which campaign. */
  record(by: Actor, action: CampaignAction, campaign: string): Promise<void>;
}

/** Why nothing was done; `changed` where the campaign is not any more what the person saw. */
export type ActionRefusal = TransitionRefusal | 'unknown' | 'changed';

/**
 * Applies an action to a campaign for the person `by`, and writes that into the audit log. `revision` is the one that the person
 * has seen. Returns the campaign as it is now, or why the action was refused. A stop applies at once; finishRuns does the work
 * that follows an end.
 */
export async function applyAction(
  deps: TransitionDeps,
  { id, revision }: Pick<Campaign, 'id' | 'revision'>,
  action: CampaignAction,
  by: Actor,
): Promise<Campaign | ActionRefusal> {
  const { store, calendar, now } = deps;
  const campaign = await store.find(id);
  if (!campaign) return 'unknown';
  if (campaign.revision !== revision) return 'changed';
  // A stop needs no audience to be computed.
  const size = action === 'launch' ? await sizeOf(deps, campaign) : 0;
  const next = transition(campaign, action, { by: by.id, now: now(), size, approvalOver });
  if (typeof next === 'string') return next;
  // Deliveries that wait are tried again at once. They are planned before the campaign runs, so that none is sent at
  // night.
  if (action === 'resume') await store.replanPlanned(id, nextOpen(calendar, now()));
  if (!(await store.change(next))) return 'changed';
  if (stopping.includes(action)) {
    await store.skipPlanned(id, 'stopped');
    await store.cancelPlanned(id, now());
  }
  // Runs that were missed meanwhile are not sent late.
  if (action === 'resume') await store.skipPlanned(id, 'paused', now());
  if (action === 'recall') await store.recall(id, now());
  await deps.record(by, action, id);
  return { ...next, revision: next.revision + 1 };
}

const stopping: readonly CampaignAction[] = ['cancel', 'recall', 'close'];

async function sizeOf({ store, now }: TransitionDeps, campaign: Campaign): Promise<number> {
  const { recipients, waiting, optedOut } = await store.recipients(campaign, now(), now());
  return recipients.length + waiting.length + optedOut.length;
}
