import { type LastOutcome } from '../deliveries/delivery';
import { type Campaign } from './campaign';
import { type Actor, type CampaignStore, type RunRef } from './ports';
import { hrTexts } from '../shared/catalogues';

/** What pausing needs. */
export interface PauseDeps {
  readonly store: CampaignStore;
  readonly now: () => Date;
  readonly record: (by: Actor, act: string, campaign: string) => Promise<void>;
}

/** How many minutes and how many of the last outcomes count. Fewer outcomes than this tell nothing. */
const minutes = 10;
const [lastOnes, fewest] = [20, 10];

/** The audit log's name for what the service does by itself. The id is stored in old logs, and nobody reads it. */
const service: Actor = { id: 'tjänsten', name: hrTexts.service };

/**
 * Pauses the campaign of a run where Teams refuses most cards for the same reason, and stores the reason. Returns whether it
 * paused the campaign.
 */
export async function pauseFailing({ store, now, record }: PauseDeps, run: RunRef): Promise<boolean> {
  const since = new Date(now().getTime() - minutes * 60_000);
  const failing = failingOf(await store.lastOutcomes(run, since, lastOnes));
  const campaign = failing && (await store.find(run.campaign));
  if (campaign?.state !== 'running') return false;
  // Where somebody else changes the campaign at the same moment, the next look pauses it.
  if (!(await store.change({ ...campaign, state: 'paused', failing }))) return false;
  await record(service, 'pause', campaign.id);
  return true;
}

/**
 * The reason that more than half of the outcomes share, and since when; undefined where there is none, or fewer than ten
 * outcomes.
 */
export function failingOf(outcomes: readonly LastOutcome[]): Campaign['failing'] {
  if (outcomes.length < fewest) return undefined;
  for (const because of ['unauthorised', 'unreachable'] as const) {
    const refused = outcomes.filter((one) => one.because === because);
    const times = refused.flatMap(({ refusedSince }) => (refusedSince ? [refusedSince.getTime()] : []));
    if (refused.length > outcomes.length / 2) return { because, since: new Date(Math.min(...times)) };
  }
  return undefined;
}
