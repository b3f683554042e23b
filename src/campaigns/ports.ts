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

/** The run that a session belongs to, as it is now. */
export interface Sending extends SendingRef {
  /** Whether responses to it count. */
  readonly takesAnswers: boolean;
  /** The last local day on which they do. */
  readonly answerUntil: string;
}

/** Names a run. */
export type RunRef = Pick<Run, 'campaign' | 'day'>;

/** A campaign of which runs may be to come, or take answers. */
export interface Unfinished {
  readonly campaign: Campaign;
  /** The day of its last stored run; undefined where there is none. */
  readonly lastDay?: string;
  /** Whether any of its stored runs is to come or takes answers. */
  readonly hasOpenRuns: boolean;
}

/** What campaigns need of the store. */
export interface CampaignStore {
  /** Running, paused or cancelled: some of their runs may be to come, or take answers. */
  unfinished(): Promise<readonly Unfinished[]>;
  find(campaign: string): Promise<Campaign | undefined>;
  add(campaign: Campaign): Promise<void>;
  /** Keeps the campaign with the next revision. False where somebody else has changed it since it was read. */
  change(campaign: Campaign): Promise<boolean>;

  /** All runs of a campaign, by day. */
  runsOf(campaign: string): Promise<readonly Run[]>;
  findRun(run: RunRef): Promise<Run | undefined>;
  /** Keeps runs to come; those that are there already stay as they are. */
  addRuns(campaign: string, runs: readonly RunDate[]): Promise<void>;
  /** Runs of campaigns that are running whose time has come, the earliest first. */
  dueRuns(now: Date): Promise<readonly Run[]>;
  /** True for one instance at a time. */
  claimRun(run: RunRef, now: Date): Promise<boolean>;
  releaseRun(run: RunRef): Promise<void>;
  /** It has been sent, or there was nobody to send it to. */
  settleRun(run: RunRef, sent: Pick<Run, 'recipients' | 'held'>, now: Date): Promise<void>;
  skipRun(run: RunRef, reason: SkipReason): Promise<void>;
  /** Skips what is planned of a campaign, up to a moment where one is given. */
  skipPlanned(campaign: string, reason: SkipReason, until?: Date): Promise<void>;
  /** Runs that have been sent and not been published, or whose thanks are not planned; none of campaigns that are recalled. */
  openRuns(): Promise<readonly Run[]>;
  /** Runs that take answers and in which nobody has been reminded at half time. */
  unremindedRuns(): Promise<readonly Run[]>;
  /** Plans that those who have not answered are reminded, once. */
  remindHalfway(run: RunRef, dueAt: Date): Promise<void>;
  /** Publishes a run, once and for all, destroys its answers, and plans the thanks. May be repeated. */
  publish(run: RunRef, least: number, now: Date): Promise<void>;
  /**
   * Keeps what HR promises of a run, and for all runs to come of which nothing else is said where it is carried; the campaign has the
   * next revision. 'changed' where somebody else has changed the campaign since this revision, 'over' where the run is published or
   * skipped: then nothing is kept.
   */
  promise(run: RunRef, written: WrittenPromise, revision: number): Promise<'kept' | 'changed' | 'over'>;
  publishedOf(campaign: string): Promise<ReadonlyMap<string, PublishedResults>>;
  /** Run -> group -> how many it was sent to. */
  sizesOf(campaign: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>;

  /** The people that a run due at this moment goes to, and those that are left out: absent, opted out, or over the week's cap. */
  recipients(campaign: Pick<Campaign, 'id' | 'audience'>, dueAt: Date, now: Date): Promise<DryRun>;
  plan(run: Pick<Run, 'campaign' | 'day' | 'dueAt'>, members: readonly AudienceMember[]): Promise<void>;
  /** Whether the person has another card, or is to get one, in the calendar week of this moment. */
  hasOtherCard(delivery: ClaimedDelivery, at: Date): Promise<boolean>;
  /** What the last attempts to send a run's cards came to, one of each card: the latest first, none before `since`. */
  lastOutcomes(run: RunRef, since: Date, most: number): Promise<readonly LastOutcome[]>;
  /** What was refused of a campaign, and what was to come by then, comes at `dueAt`, as if it had never been tried. */
  replanPlanned(campaign: string, dueAt: Date): Promise<void>;
  /** Plans anew the failed cards of the runs that take answers; how many they are. */
  replanFailed(campaign: string, dueAt: Date, now: Date): Promise<number>;
  cancelPlanned(campaign: string, now: Date): Promise<void>;
  /** Campaigns that are recalled, and some of whose answers are still there. */
  halfRecalled(): Promise<readonly string[]>;
  /** Plans that the cards in people's chats give way to a recall, and destroys the answers. May be repeated. */
  recall(campaign: string, now: Date): Promise<void>;
  /** The session of the card that a person got, and the message that shows it. */
  cardOf(delivery: ClaimedDelivery): Promise<{ readonly session?: string; readonly message?: string }>;
  sendingOf(delivery: string): Promise<Sending | undefined>;
  /** The address of a person's chat, and whether the person has opted out of campaigns. */
  reach(person: string): Promise<{ readonly address?: ConversationAddress; readonly optedOut: boolean }>;
  /** Whether the person has been reminded of own commitments on a local day. */
  hasReminder(person: string, day: string): Promise<boolean>;
}
