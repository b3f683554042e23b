import { createHrService } from '../hr/createHrService';
import { documentHelp } from '../hr/documentHelp';
import { type HrService } from '../hr/hrService';
import { ownQuestions } from '../hr/ownQuestions';
import { type CampaignDeps } from '../outreach/campaignDeps';
import { type Stores } from '../store/openStores';
import { type Rosters } from '../teams/rosters';
import { type ServiceContent } from './content';
import { type OpenDocuments } from './openDocuments';

/** Builds what HR's page uses, with the lists that check HR's own questions and documents. */
export function createHr(
  { texts, guides, questionCheck, suggestions }: ServiceContent,
  stores: Pick<Stores, 'hr'>,
  campaigning: CampaignDeps,
  { live, hr: documents }: OpenDocuments,
  rosters: Pick<Rosters, 'membersOf'>,
  render: Parameters<typeof createHrService>[6],
): HrService {
  const store = { ...stores.hr, rosterOf: rosters.membersOf };
  const checks = {
    ...ownQuestions(questionCheck, live.ordinary, texts.ownQuestions),
    ...documentHelp(suggestions, texts.readWarnings),
  };
  return createHrService(store, campaigning, guides, live, documents, checks, render);
}
