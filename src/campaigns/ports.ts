import { type ClaimedDelivery, type LastOutcome } from '../deliveries/delivery';
import { type ConversationAddress } from '../people/person';
import { type AudienceMember, type DryRun } from './audience';
import { type Campaign } from './campaign';
import { type WrittenPromise } from './promise';
import { type PublishedResults } from './publish';
import { type Run, type SkipReason } from './run';
import { type RunDate } from './schedule';

/** A person in HR, or an operator, who does something with a campaign. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** Step id -> the words that a person lets HR read. */
export type SharedText = Readonly<Record<string, string>>;

/** Which run a session belongs to. */
export interface SendingRef {
  readonly campaign: string;
  /** The run's day. */
  readonly occurrence: string;
  readonly group: string;
}

/** The run to which a session belongs, as it is now. */
export interface Sending extends SendingRef {
  /** Whether answers to it count now. */
  readonly takesAnswers: boolean;
  /** The last local day on which answers count. */
  readonly answerUntil: string;
}

/** Names a run. */
export type RunRef = Pick<Run, 'campaign' | 'day'>;

/** A campaign that may have runs to come, or runs that take answers. */
export interface Unfinished {
  readonly campaign: Campaign;
  /** The day of its last stored run; undefined where there is none. */
  readonly lastDay?: string;
  /** Whether any of its stored runs is still to come or takes answers. */
  readonly hasOpenRuns: boolean;
}

/** What campaigns need stored. */
export interface CampaignStore {
  /** Running, paused or cancelled: some of their runs may be to come, or take answers. */
  unfinished(): Promise<readonly Unfinished[]>;
  find(campaign: string): Promise<Campaign | undefined>;
  add(campaign: Campaign): Promise<void>;
  /** Stores the campaign with the next revision. False where somebody else has changed it since it was read. */
  change(campaign: Campaign): Promise<boolean>;

  /** All runs of a campaign, by day. */
  runsOf(campaign: string): Promise<readonly Run[]>;
  findRun(run: RunRef): Promise<Run | undefined>;
  /** Stores coming runs. Runs that are already stored do not change. */
  addRuns(campaign: string, runs: readonly RunDate[]): Promise<void>;
  /** Runs of campaigns that are running whose time has come, the earliest first. */
  dueRuns(now: Date): Promise<readonly Run[]>;
  /** True for one instance at a time. */
  claimRun(run: RunRef, now: Date): Promise<boolean>;
  releaseRun(run: RunRef): Promise<void>;
  /** Notes that the run has been sent, or that there was nobody to send it to. */
  settleRun(run: RunRef, sent: Pick<Run, 'recipients' | 'held'>, now: Date): Promise<void>;
  skipRun(run: RunRef, reason: SkipReason): Promise<void>;
  /** Skips a campaign's planned runs, up to the moment `until` where one is given. */
  skipPlanned(campaign: string, reason: SkipReason, until?: Date): Promise<void>;
  /** Runs that have been sent and not been published, or whose thanks are not planned; none of campaigns that are recalled. */
  openRuns(): Promise<readonly Run[]>;
  /** Runs that take answers and whose reminders are not planned. */
  unremindedRuns(): Promise<readonly Run[]>;
  /** Plans, once, that people who have not answered are reminded. */
  remindHalfway(run: RunRef, dueAt: Date): Promise<void>;
  /** Publishes a run, once: destroys its answers and plans the thanks. May be repeated. */
  publish(run: RunRef, least: number, now: Date): Promise<void>;
  /**
   * Stores what HR promises for a run. Where it is carried on, it also holds for coming runs without a promise of their own. The
   * campaign gets the next revision. Nothing is stored for 'changed' (somebody else has changed the campaign since this revision)
   * and for 'over' (the run is published or skipped).
   */
  promise(run: RunRef, written: WrittenPromise, revision: number): Promise<'kept' | 'changed' | 'over'>;
  publishedOf(campaign: string): Promise<ReadonlyMap<string, PublishedResults>>;
  /** The number of recipients: run -> group -> people. */
  sizesOf(campaign: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>;

  /**
   * The people who get a run that is due at this moment, and those who are left out: absent, opted out, or over the week's limit.
   */
  recipients(campaign: Pick<Campaign, 'id' | 'audience'>, dueAt: Date, now: Date): Promise<DryRun>;
  plan(run: Pick<Run, 'campaign' | 'day' | 'dueAt'>, members: readonly AudienceMember[]): Promise<void>;
  /** Whether the person has or will get another card in the calendar week of this moment. */
  hasOtherCard(delivery: ClaimedDelivery, at: Date): Promise<boolean>;
  /** The last outcome of each card of a run, latest first, since `since`. */
  lastOutcomes(run: RunRef, since: Date, most: number): Promise<readonly LastOutcome[]>;
  /** Plans a campaign's refused and overdue cards again for `dueAt`, as if they had never been tried. */
  replanPlanned(campaign: string, dueAt: Date): Promise<void>;
  /** Plans the failed cards of the runs that take answers again, and returns how many. */
  replanFailed(campaign: string, dueAt: Date, now: Date): Promise<number>;
  cancelPlanned(campaign: string, now: Date): Promise<void>;
  /** Recalled campaigns that still have answers. */
  halfRecalled(): Promise<readonly string[]>;
  /** Plans that a recall replaces the cards in people's chats, and destroys the answers. May be repeated. */
  recall(campaign: string, now: Date): Promise<void>;
  /** The session of the card that a person got, and the message that shows it. */
  cardOf(delivery: ClaimedDelivery): Promise<{ readonly session?: string; readonly message?: string }>;
  sendingOf(delivery: string): Promise<Sending | undefined>;
  /** The address of a person's chat, and whether the person has opted out of campaigns. */
  reach(person: string): Promise<{ readonly address?: ConversationAddress; readonly optedOut: boolean }>;
  /** Whether the person has been reminded of own commitments on a local day. */
  hasReminder(person: string, day: string): Promise<boolean>;
}
