import { type DryRun } from '../campaigns/audience';
import { type Absence } from '../campaigns/absences';
import { type Campaign } from '../campaigns/campaign';
import { type Campaigning } from '../campaigning';
import { type Flow } from '../coaching/flow';
import { type Tally } from '../deliveries/delivery';
import { type KnowledgeDocument } from '../knowledge/document';
import { type Refusal } from '../deliveries/outcome';
import { type ConversationAddress } from '../people/person';
import { type Team, type TeamMember } from '../people/team';
import { type Figures } from './figures';
import { type Missing } from '../knowledge/unanswered';

/** Who sits at it. */
export interface By {
  readonly id: string;
  readonly name: string;
}

/** How many campaigns those in an audience have had this month. */
export interface Pushes {
  /** Sendings that reached any of them. */
  readonly sendings: number;
  /** The most that any of them has had. */
  readonly most: number;
}

/** Groups that HR keeps. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly size: number;
}

/** One of a group: an object id or an e-mail in lower case, and HR's part of the organisation in the results. */
export interface Listed {
  readonly listedAs: string;
  readonly unit: string;
}

/** A line of the audit log; the title where it is about a campaign that is there. */
export interface Entry {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly name: string;
  readonly act: string;
  readonly about?: string;
  readonly title?: string;
}

export type DocumentView = Pick<KnowledgeDocument, 'title' | 'publisher' | 'date' | 'weight'>;

/** Words of questions that nothing answered in a month (`2026-11`). */
export interface UnansweredMonth {
  readonly month: string;
  readonly words: readonly Missing[];
}

type Cells = readonly (readonly (string | number)[])[];

/** What HR's side needs of the rest of the house. */
export interface Desk {
  readonly campaigning: Campaigning;
  /** What can be sent: questions to reflect on, and guides. */
  readonly reflections: readonly Flow[];
  readonly guides: readonly Flow[];
  /** The card that a flow begins with, as a manager sees it. */
  cardOf(flow: Flow): unknown;
  /** Newest first. */
  campaigns(): Promise<readonly Campaign[]>;
  /** False where it is neither draft nor template any more. */
  remove(campaign: string): Promise<boolean>;
  tallyOf(campaign: string): Promise<Tally>;
  pushes(members: DryRun['recipients'], since: Date): Promise<Pushes>;
  groups(): Promise<readonly Group[]>;
  membersOf(group: string): Promise<readonly Listed[]>;
  addGroup(group: Omit<Group, 'size'>, members: readonly Listed[]): Promise<void>;
  /** False where it is gone. */
  changeGroup(group: Omit<Group, 'size'>, members: readonly Listed[]): Promise<boolean>;
  removeGroup(group: string): Promise<'removed' | 'inUse' | 'missing'>;
  /** What a list names people by -> whether they have a chat with the bot; those whom it knows. */
  knownAmong(listed: readonly string[]): Promise<ReadonlyMap<string, 'reachable' | 'unreachable'>>;
  /** Teams in Teams that the bot is in, by name. */
  teams(): Promise<readonly Team[]>;
  /** Everyone who is in a team now, or how Teams refused. */
  rosterOf(team: Team): Promise<{ readonly members: readonly TeamMember[] } | { readonly refusal: Refusal }>;
  readonly absences: {
    count(): Promise<{ readonly absences: number; readonly people: number; readonly away: number }>;
    replace(absences: readonly Absence[]): Promise<void>;
  };
  readSheet(bytes: Buffer): Promise<{ readonly rows: readonly (readonly string[])[] } | { readonly fault: string }>;
  sheetOf(form: 'csv' | 'xlsx', rows: Cells): Promise<Buffer>;
  figures(): Promise<Figures>;
  readonly documents: () => readonly DocumentView[];
  /** The latest month first. */
  unanswered(): Promise<readonly UnansweredMonth[]>;
  /** The latest first; after an entry where its id is given. */
  log(after?: string): Promise<readonly Omit<Entry, 'title'>[]>;
  /** Her own chat with the bot. */
  chatOf(by: By): Promise<{ readonly person: string; readonly address: ConversationAddress } | undefined>;
  /** Writes down who did what; never what it contained. */
  record(by: By, act: string, about?: string): Promise<void>;
}

/** Why something is not done, in words for the person in HR. */
export class Declined extends Error {
  constructor(
    readonly why: 'invalid' | 'gone' | 'conflict' | 'unavailable',
    message: string,
    /** Field -> what is wrong with it. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
