import path from 'node:path';
import { createHrService } from '../hr/createHrService';
import { documentHelp } from '../hr/documentHelp';
import { type HrService } from '../hr/hrService';
import { ownQuestions } from '../hr/ownQuestions';
import { type CampaignDeps } from '../outreach/campaignDeps';
import { projectRoot } from '../shared/config';
import { type Stores } from '../store/openStores';
import { type Rosters } from '../teams/rosters';
import { cardsFolder, type Content } from './content';
import { type OpenDocuments } from './openDocuments';

/** Builds what HR's page uses, with the lists that check HR's own questions and documents. */
export function createHr(
  { texts, guides }: Content,
  stores: Pick<Stores, 'hr'>,
  campaigning: CampaignDeps,
  { live, hr: documents }: OpenDocuments,
  rosters: Pick<Rosters, 'membersOf'>,
  render: Parameters<typeof createHrService>[6],
): HrService {
  const store = { ...stores.hr, rosterOf: rosters.membersOf };
  const checks = {
    ...ownQuestions(path.join(cardsFolder, 'question-check.yaml'), live.ordinary, texts.ownQuestions),
    ...documentHelp(path.join(projectRoot, 'knowledge', 'suggestions.yaml'), texts.readWarnings),
  };
  return createHrService(store, campaigning, guides, live, documents, checks, render);
}
