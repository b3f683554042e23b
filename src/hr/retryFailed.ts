import { nextOpen } from '../campaigns/calendar';
import { type Actor } from '../campaigns/ports';
import { Declined } from './declined';
import { type HrService } from './hrService';
import { hrTexts } from '../shared/catalogues';

/**
 * Plans the cards that could not be sent once more, as long as people can answer them.
 * @throws {Declined} `notFound`, or `conflict` where there are none
 */
export async function retryFailed({ campaigning, record }: HrService, id: string, by: Actor): Promise<void> {
  const { store, calendar, now } = campaigning;
  const campaign = await store.find(id);
  if (!campaign) throw new Declined('notFound', hrTexts.gone.campaign);
  const mayBeSent = campaign.state === 'running' || campaign.state === 'paused';
  if (!mayBeSent || !(await store.replanFailed(id, nextOpen(calendar, now()), now())))
    throw new Declined('conflict', hrTexts.campaigns.nothingToRetry);
  await record(by, 'retry', id);
}
