import { type Absence } from '../campaigns/absences';
import { type DryRun } from '../campaigns/audience';
import { type Audience, type Campaign } from '../campaigns/campaign';
import { type Actor } from '../campaigns/ports';
import { type Run } from '../campaigns/run';
import { type DeliveryTally } from '../deliveries/delivery';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type UnansweredWord } from '../knowledge/unanswered';
import { type ConversationAddress } from '../people/person';
import { type Team } from '../people/team';
import { type QuestionSetVersion } from '../coaching/questionSet';
import { type UsageCounts } from './figures';
import { type QuestionDesk } from '../questions/ports';

/** How many cards the people in an audience have got this month. */
export interface PushCounts {
  /** Runs that reached any of them. */
  readonly sendings: number;
  /** The most cards that one of them has got. */
  readonly most: number;
}

/** How far the stored runs of a campaign are. */
export interface Progress {
  /** When the next run is due. */
  readonly next?: Date;
  /** The runs that have been sent, and the number of people in all. */
  readonly runs: number;
  readonly recipients: number;
}

/** Groups that HR keeps. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly size: number;
}

/** A member of a group: an object id or an e-mail in lower case, and HR's part of the organisation in the results. */
export interface ListedMember {
  readonly listedAs: string;
  readonly unit: string;
}

/** A line of the audit log; the title where it is about a campaign that is there. */
export interface AuditEntry {
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
  readonly words: readonly UnansweredWord[];
}

/** A `ready` one can be sent, a `draft` not yet, a `retired` one not in new campaigns. */
export type QuestionSetState = 'draft' | 'ready' | 'retired';

/** A question set of HR's own, with its latest version. */
export interface QuestionSet extends QuestionSetVersion {
  readonly state: QuestionSetState;
  readonly revision: number;
  /** The local day of the latest change. */
  readonly changedOn: string;
}

/** Question sets of HR's own. Their versions are never changed. */
export interface QuestionSetStore {
  /** The latest changed first. */
  list(): Promise<readonly QuestionSet[]>;
  find(set: string): Promise<QuestionSet | undefined>;
  add(set: QuestionSet): Promise<void>;
  /** Keeps the words as the version after that of `set`, at its revision. False where somebody else has changed the set. */
  change(set: QuestionSet): Promise<boolean>;
  /** False where somebody else has changed it. */
  retire(set: string, revision: number): Promise<boolean>;
}

/** What HR's service needs stored; store/hrStore.ts provides it. */
export interface HrStore {
  /** Newest first. */
  campaigns(): Promise<readonly Campaign[]>;
  /** False where it is neither draft nor template any more. */
  remove(campaign: string): Promise<boolean>;
  /** Of each campaign that has runs, or of the one that is named. */
  progress(now: Date, campaign?: string): Promise<ReadonlyMap<string, Progress>>;
  /** Runs that are due from a moment on, and have been sent or never are. */
  settledSince(from: Date): Promise<readonly Run[]>;
  /** The people in each audience who have a chat with the bot, whether or not they have opted out. */
  reachedBy(audiences: readonly Audience[]): Promise<readonly ReadonlySet<string>[]>;
  tallyOf(campaign: string): Promise<DeliveryTally>;
  pushes(members: DryRun['recipients'], since: Date): Promise<PushCounts>;
  groups(): Promise<readonly Group[]>;
  groupTitles(): Promise<ReadonlyMap<string, string>>;
  membersOf(group: string): Promise<readonly ListedMember[]>;
  addGroup(group: Omit<Group, 'size'>, members: readonly ListedMember[]): Promise<void>;
  /** It keeps the members that it has where none are given. False where it is gone. */
  changeGroup(group: Omit<Group, 'size'>, members?: readonly ListedMember[]): Promise<boolean>;
  removeGroup(group: string): Promise<'removed' | 'inUse' | 'missing'>;
  /** The listed names that the bot knows -> whether the person has a chat with the bot. */
  knownAmong(listed: readonly string[]): Promise<ReadonlyMap<string, 'reachable' | 'unreachable'>>;
  /** Teams in Teams that the bot is in, by name. */
  teams(): Promise<readonly Team[]>;
  /** The latest month first. */
  unanswered(): Promise<readonly UnansweredMonth[]>;
  /** The latest first; after an entry where its id is given. */
  log(after?: string): Promise<readonly Omit<AuditEntry, 'title'>[]>;
  /** The person's own chat with the bot. */
  readonly chatOf: (
    by: Actor,
  ) => Promise<{ readonly person: string; readonly address: ConversationAddress } | undefined>;
  /** Writes into the audit log who did what. It never holds content. */
  record(by: Actor, act: string, about?: string): Promise<void>;
  /** Records that somebody without HR's role tried a route, once for each person and day. */
  recordRefusal(by: Actor, route: string): Promise<void>;
  readonly questionSets: QuestionSetStore;
  readonly absences: {
    count(): Promise<{ readonly absences: number; readonly people: number; readonly away: number }>;
    replace(absences: readonly Absence[]): Promise<void>;
  };
  /** What managers have asked HR. */
  readonly asked: QuestionDesk;
  readonly countUse: () => Promise<UsageCounts>;
}
