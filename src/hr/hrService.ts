import { type Guides } from '../bot/guides';
import { type Reply } from '../bot/reply';
import { type Calendar } from '../campaigns/calendar';
import { fewest } from '../campaigns/draft';
import { type CampaignStore } from '../campaigns/ports';
import { sessionStateOf } from '../coaching/coach';
import { type Flow } from '../coaching/flow';
import { type CoachDeps } from '../coaching/ports';
import { type SendRefusal } from '../deliveries/retry';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type ConversationAddress } from '../people/person';
import { type Team, type TeamMember } from '../people/team';
import { readSheet } from '../sheets/readSheet';
import { csvOf, xlsxOf } from '../sheets/writeSheet';
import { figuresOf, type Figures } from './figures';
import { type DocumentView, type HrStore } from './ports';

type Cells = readonly (readonly (string | number)[])[];

/** What HR's service needs of campaigns and of sending. */
export interface HrCampaigns {
  readonly store: CampaignStore;
  readonly coaching: CoachDeps;
  readonly calendar: Calendar;
  readonly now: () => Date;
  post(
    address: ConversationAddress,
    reply: Reply,
  ): Promise<{ readonly message: string } | { readonly refusal: SendRefusal }>;
  /** Remembers which message shows a session. */
  recordMessage(person: string, session: string, message: string): Promise<void>;
}

/** All that HR's page can ask for; the functions of this folder take it. */
export interface HrService extends Omit<HrStore, 'countUse'> {
  readonly campaigning: HrCampaigns;
  /** What can be sent: questions to reflect on, and guides. */
  readonly reflections: readonly Flow[];
  readonly guides: readonly Flow[];
  /** The card that a flow begins with, as a manager sees it. */
  cardOf(flow: Flow): unknown;
  /** Everyone who is in a team now, or how Teams refused. */
  rosterOf(team: Team): Promise<{ readonly members: readonly TeamMember[] } | { readonly refusal: SendRefusal }>;
  readSheet(bytes: Buffer): Promise<{ readonly rows: readonly (readonly string[])[] } | { readonly fault: string }>;
  sheetOf(form: 'csv' | 'xlsx', rows: Cells): Promise<Buffer>;
  figures(): Promise<Figures>;
  readonly documents: () => readonly DocumentView[];
}

/** The stored parts, and what the other folders add to them. */
export function createHrService(
  { countUse, ...stored }: HrStore & Pick<HrService, 'rosterOf'>,
  campaigning: HrCampaigns,
  { flows, reflections, guides }: Guides,
  documents: () => readonly KnowledgeDocument[],
  render: (reply: Reply) => { readonly card?: object },
): HrService {
  return {
    ...stored,
    campaigning,
    reflections,
    guides,
    cardOf: (flow) => render(firstOf(campaigning, flow)).card,
    readSheet,
    sheetOf: async (form, rows) => (form === 'csv' ? Buffer.from(csvOf(rows)) : xlsxOf('Resultat', rows)),
    figures: async () => figuresOf(await countUse(), (flow) => flows.get(flow)?.title),
    documents: () => documents().map(({ title, publisher, date, weight }) => ({ title, publisher, date, weight })),
  };
}

/** What a manager gets who has never touched it. */
function firstOf({ coaching }: HrCampaigns, { id, title, version }: Flow): Reply {
  const startedAt = coaching.now().toISOString();
  const standing = sessionStateOf(coaching, { id: '', flow: id, title, version, startedAt, ended: false, moves: [] });
  const card = standing?.state.at;
  if (!standing || !card) return { kind: 'guidance', guidance: { kind: 'lost' } };
  return { kind: 'guidance', guidance: { kind: 'step', ...standing, card, problems: {} }, sent: { least: fewest } };
}
