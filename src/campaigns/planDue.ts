import { type Calendar } from './calendar';
import { type CampaignStore } from './ports';
import { occurrences } from './schedule';

/** What planning needs. */
export interface PlanDeps {
  readonly store: CampaignStore;
  readonly calendar: Calendar;
  readonly now: () => Date;
}

/** Plans the deliveries of every occurrence that is due, of all running campaigns; instances take turns. */
export async function planDueCampaigns({ store, calendar, now }: PlanDeps): Promise<void> {
  for (const campaign of await store.running()) {
    const from = (await store.plannedUntil(campaign.id)) ?? campaign.launchedAt ?? campaign.createdAt;
    const due = occurrences(campaign.plan, calendar, from, now());
    if (!due.length || !(await store.claimPlanning(campaign.id, now()))) continue;
    let reached = from;
    try {
      for (const { id, at } of due) {
        const { recipients, waiting } = await store.recipients(campaign, id, now());
        await store.plan(campaign.id, id, at, [...recipients, ...waiting]);
        reached = at;
      }
    } finally {
      // Lets others plan the rest at once when this one fails. To plan an occurrence a second time does no harm.
      await store.finishPlanning(campaign.id, reached);
    }
  }
}
