import { type Actor, type CampaignStore } from './ports';
import { transition, type CampaignAction, type Campaign, type TransitionRefusal } from './campaign';

/** Recipients above which a campaign to everybody waits for a second person. */
export const approvalOver = 500;

/** What a change of state needs: the campaigns, the clock, and the audit log. */
export interface TransitionDeps {
  readonly store: CampaignStore;
  readonly now: () => Date;
  /** Writes into the audit log who did what with which campaign. */
  record(by: Actor, action: CampaignAction, campaign: string): Promise<void>;
}

/**
 * Does something with a campaign, for this person, and writes down who did it: the campaign as it is now, or why not. What is
 * stopped is stopped at once; all that follows from an end is done by completeEnded.
 */
export async function applyAction(
  deps: TransitionDeps,
  id: string,
  action: CampaignAction,
  by: Actor,
): Promise<Campaign | TransitionRefusal | 'unknown'> {
  const done = await changed(deps, id, action, by.id);
  if (typeof done !== 'string') await deps.record(by, action, id);
  return done;
}

async function changed(
  { store, now }: TransitionDeps,
  id: string,
  action: CampaignAction,
  by: string,
): Promise<Campaign | TransitionRefusal | 'unknown'> {
  for (;;) {
    const campaign = await store.find(id);
    if (!campaign) return 'unknown';
    const { recipients, waiting } = await store.recipients(campaign, '', now());
    const next = transition(campaign, action, {
      by,
      now: now(),
      size: recipients.length + waiting.length,
      approvalOver,
    });
    if (typeof next === 'string') return next;
    // Somebody else has changed the campaign in between. It is read again.
    if (!(await store.change(next, campaign.state))) continue;
    if (action === 'cancel' || action === 'recall' || action === 'close') await store.cancelPlanned(id, now());
    // What was missed meanwhile does not come late.
    if (action === 'resume') await store.finishPlanning(id, now());
    return next;
  }
}

/** Sees to the campaigns that have ended; each step may be done twice, so that a crash between them loses nothing. */
export async function completeEnded({ store, now }: Omit<TransitionDeps, 'record'>): Promise<void> {
  for (const campaign of await store.uncompleted()) {
    await store.cancelPlanned(campaign.id, now());
    if (campaign.state === 'closed')
      for (const occurrence of (await store.occurrencesOf(campaign.id)).keys())
        await store.publish(campaign, occurrence, true);
    await store.forgetResponses(campaign.id);
    await store.replace(campaign.id, campaign.state === 'closed' ? 'thanks' : 'recall', now());
    await store.complete(campaign.id, now());
  }
}
