import { pauseFailing, type PauseDeps } from '../campaigns/pauseFailing';
import { type RunRef } from '../campaigns/ports';
import { type CampaignDelivery, type SendOutcome } from '../deliveries/delivery';

/** Milliseconds for which a run is looked at after a refusal. */
const lookedAt = 10 * 60_000;

/** Remembers the runs that Teams has refused, so that the store is only asked about these. */
export function watchRefusals(deps: PauseDeps) {
  const refused = new Map<string, { readonly run: RunRef; readonly at: Date }>();
  return {
    /** The outcome as it is. */
    noted: ({ topic, occurrence, purpose }: CampaignDelivery, outcome: SendOutcome): SendOutcome => {
      const isRefused = outcome.state === 'planned' && outcome.because !== undefined && outcome.because !== 'slowed';
      if (purpose === 'card' && isRefused)
        refused.set(`${topic} ${occurrence}`, { run: { campaign: topic, day: occurrence }, at: deps.now() });
      return outcome;
    },
    /** Pauses the campaigns of which most is refused. */
    pauseFailing: async (): Promise<void> => {
      for (const [key, { run, at }] of [...refused]) {
        const isOver = deps.now().getTime() - at.getTime() > lookedAt;
        if (isOver || (await pauseFailing(deps, run))) refused.delete(key);
      }
    },
  };
}
