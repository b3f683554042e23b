import { type Reply } from '../bot/reply';
import { type Calendar } from '../campaigns/calendar';
import { type CampaignStore } from '../campaigns/ports';
import { type Flow, type Source } from '../coaching/flow';
import { type Finding } from '../coaching/questionCheck';
import { type OwnQuestionTexts, type QuestionSetWords } from '../coaching/questionSet';
import { type CoachDeps } from '../coaching/ports';
import { type Answer } from '../knowledge/answer';
import { type SendRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { type Team, type TeamMember } from '../people/team';
import { type ReadSheets, type SheetRefusal } from '../sheets/sheet';
import { type OnePage } from '../sheets/writeOnePage';
import { type Figures } from './figures';
import { type DocumentLibrary } from './documentLibrary';
import { type HrStore } from './ports';

type Cells = readonly (readonly (string | number)[])[];

/** The local day on which a card comes, and the number of working days to answer. */
export interface TimeToAnswer {
  readonly from?: string;
  readonly days?: number;
}

/** What HR's service needs for campaigns and sending. */
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

/** Everything that HR's page can ask for. The functions of this folder take it. */
export interface HrService extends Omit<HrStore, 'countUse'> {
  readonly campaigning: HrCampaigns;
  /** What can be sent: questions to reflect on, guides, and invitations to guides. */
  readonly reflections: readonly Flow[];
  readonly guides: readonly Flow[];
  readonly invitations: readonly Flow[];
  /** The first card of a flow, as a manager sees it. */
  cardOf(flow: Flow, time?: TimeToAnswer): unknown;
  /** The sentences that every card of HR's own questions has. */
  readonly ownTexts: OwnQuestionTexts;
  /** The lists of what must not be asked and what could be said more plainly. */
  checkQuestions(words: QuestionSetWords): Finding[];
  /** Whether words are in a document of the library, word for word. */
  isQuoted(source: Source): boolean;
  /** What the library says to a search. */
  ask(search: string): Promise<Answer>;
  /** Everyone who is in a team now, or how Teams refused. */
  rosterOf(team: Team): Promise<{ readonly members: readonly TeamMember[] } | { readonly refusal: SendRefusal }>;
  readSheets(bytes: Buffer): Promise<ReadSheets | SheetRefusal>;
  sheetOf(form: 'csv' | 'xlsx', rows: Cells): Promise<Buffer>;
  pdfOf(page: OnePage): Promise<Buffer>;
  figures(): Promise<Figures>;
  readonly library: DocumentLibrary;
}
