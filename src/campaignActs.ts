import { after, type Act, type Campaign, type Refused } from './campaigns/campaign';
import { type Campaigning } from './campaigning';
import { type By, type Desk } from './hr/desk';

/** Recipients above which a campaign to everybody waits for a second person. */
export const approvalOver = 500;

/** What an act needs: the campaigns, and the audit log. */
export interface Acting extends Pick<Desk, 'record'> {
  readonly campaigning: Pick<Campaigning, 'store' | 'now'>;
}

/**
 * Does something with a campaign, for this person, and writes down who did it: what it has become, or why not. What is stopped is
 * stopped at once; all that follows from an end is seen to by settleEnded.
 */
export async function act(acting: Acting, id: string, does: Act, by: By): Promise<Campaign | Refused | 'unknown'> {
  const done = await changed(acting.campaigning, id, does, by.id);
  if (typeof done !== 'string') await acting.record(by, does, id);
  return done;
}

async function changed(
  { store, now }: Acting['campaigning'],
  id: string,
  does: Act,
  by: string,
): Promise<Campaign | Refused | 'unknown'> {
  for (;;) {
    const campaign = await store.find(id);
    if (!campaign) return 'unknown';
    const { recipients, waiting } = await store.recipients(campaign, '', now());
    const become = after(campaign, does, { by, now: now(), size: recipients.length + waiting.length, approvalOver });
    if (typeof become === 'string') return become;
    // Whoever was first has changed it: look again.
    if (!(await store.change(become, campaign.state))) continue;
    if (does === 'cancel' || does === 'recall' || does === 'close') await store.cancelPlanned(id, now());
    // What was missed meanwhile does not come late.
    if (does === 'resume') await store.finishPlanning(id, now());
    return become;
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
