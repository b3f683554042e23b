import { after, type Act, type Campaign, type Refused } from './campaigns/campaign';
import { type Campaigning } from './campaigning';

/** Recipients above which a campaign to everybody waits for a second person. */
export const approvalOver = 500;

/**
 * Does something with a campaign, for this person: what it has become, or why not. What is stopped is stopped at once; all that
 * follows from an end is seen to by settleEnded.
 */
export async function act(
  { store, now }: Pick<Campaigning, 'store' | 'now'>,
  id: string,
  does: Act,
  by: string,
): Promise<Campaign | Refused | 'unknown'> {
  for (;;) {
    const campaign = await store.find(id);
    if (!campaign) return 'unknown';
    const { recipients, waiting } = await store.recipients(campaign, '', now());
    const changed = after(campaign, does, { by, now: now(), size: recipients.length + waiting.length, approvalOver });
    if (typeof changed === 'string') return changed;
    // Whoever was first has changed it: look again.
    if (!(await store.change(changed, campaign.state))) continue;
    if (does === 'cancel' || does === 'recall' || does === 'close') await store.cancelPlanned(id, now());
    // What was missed meanwhile does not come late.
    if (does === 'resume') await store.finishPlanning(id, now());
    return changed;
  }
}

/** Sees to the campaigns that have ended; each step may be done twice, so that a crash between them loses nothing. */
export async function settleEnded({ store, now }: Campaigning): Promise<void> {
  for (const campaign of await store.unsettled()) {
    await store.cancelPlanned(campaign.id, now());
    if (campaign.state === 'closed')
      for (const occurrence of (await store.occurrencesOf(campaign.id)).keys())
        await store.release(campaign, occurrence, true);
    await store.forgetResponses(campaign.id);
    await store.replace(campaign.id, campaign.state === 'closed' ? 'thanks' : 'recall', now());
    await store.settle(campaign.id, now());
  }
}
