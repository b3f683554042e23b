import path from 'node:path';
import { type Guides } from '../bot/guides';
import { type Reply } from '../bot/reply';
import { sessionStateOf } from '../coaching/coach';
import { programmeCard } from '../coaching/programme';
import { type Flow } from '../coaching/flow';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { readSheets } from '../sheets/readSheets';
import { projectRoot } from '../shared/config';
import { onePageInThread } from '../sheets/onePageInThread';
import { csvOf, xlsxOf } from '../sheets/writeSheet';
import { figuresOf } from './figures';
import { type HrCampaigns, type HrService } from './hrService';
import { type HrStore } from './ports';
import { usualSending } from './questions';

const pageScript = path.join(projectRoot, 'dist/src/sheets/onePageThread.js');

/** The stored parts, and what the other folders add to them. */
export function createHrService(
  { countUse, ...stored }: HrStore & Pick<HrService, 'rosterOf'>,
  campaigning: HrCampaigns,
  { flows, reflections, guides, invitations }: Guides,
  documents: () => readonly KnowledgeDocument[],
  render: (reply: Reply) => { readonly card?: object },
): HrService {
  // How many finish a programme, or begin one uninvited, is theirs.
  const titleOf = (id: string) => {
    const flow = flows.get(id);
    return flow && !programmeCard(flow) && flow.invites === undefined ? flow.title : undefined;
  };
  return {
    ...stored,
    campaigning,
    reflections,
    // What a manager does in a programme is nothing that HR counts: HR invites to it.
    guides: guides.filter((flow) => !programmeCard(flow)),
    invitations,
    cardOf: (flow) => render(firstOf(campaigning, flow)).card,
    readSheets,
    sheetOf: async (form, rows) => (form === 'csv' ? Buffer.from(csvOf(rows)) : xlsxOf('Resultat', rows)),
    pdfOf: (page) => onePageInThread(pageScript, page),
    figures: async () => figuresOf(await countUse(), titleOf),
    documents: () => documents().map(({ title, publisher, date, weight }) => ({ title, publisher, date, weight })),
  };
}

/** What a manager gets who has never touched it. */
function firstOf(hr: HrCampaigns, { id, title, version }: Flow): Reply {
  const { coaching } = hr;
  const startedAt = coaching.now().toISOString();
  const current = sessionStateOf(coaching, { id: '', flow: id, title, version, startedAt, ended: false, moves: [] });
  const card = current?.state.at;
  if (!current || !card) return { kind: 'guidance', guidance: { kind: 'lost' } };
  return { kind: 'guidance', guidance: { kind: 'step', ...current, card, problems: {} }, sent: usualSending(hr) };
}
