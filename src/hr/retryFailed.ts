import { nextOpen } from '../campaigns/calendar';
import { type Actor } from '../campaigns/ports';
import { Declined } from './declined';
import { type HrService } from './hrService';

/** Plans anew the cards that could not be sent, as long as they can be answered. */
export async function retryFailed({ campaigning, record }: HrService, id: string, by: Actor): Promise<void> {
  const { store, calendar, now } = campaigning;
  const campaign = await store.find(id);
  if (!campaign) throw new Declined('notFound', 'Utskicket finns inte längre.');
  const mayBeSent = campaign.state === 'running' || campaign.state === 'paused';
  if (!mayBeSent || !(await store.replanFailed(id, nextOpen(calendar, now()), now())))
    throw new Declined('conflict', 'Det finns inget att försöka igen: inget väntar, eller svarstiden har gått ut.');
  await record(by, 'retry', id);
}
