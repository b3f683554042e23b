import { type CampaignPurpose, type ClaimedDelivery } from '../deliveries/delivery';
import { type ConversationAddress } from '../people/person';
import { type AudienceMember, type DryRun } from './audience';
import { type Campaign, type CampaignState } from './campaign';
import { type AnswerValues, type PublishedResults } from './publish';

/** A person in HR, or an operator, who does something with a campaign. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** Step id -> the words that a person lets HR read. */
export type SharedText = Readonly<Record<string, string>>;

/** Which sending a session belongs to. */
export interface SendingRef {
  readonly campaign: string;
  readonly occurrence: string;
  readonly group: string;
}

/** What campaigns need of the store. */
export interface CampaignStore {
  running(): Promise<readonly Campaign[]>;
  add(campaign: Campaign): Promise<void>;
  /** False where it was no longer in the state that it had been read in. */
  change(campaign: Campaign, from: CampaignState): Promise<boolean>;
  /** Those that have ended, and whose end has not been seen to. */
  uncompleted(): Promise<readonly Campaign[]>;
  complete(campaign: string, now: Date): Promise<void>;
  cancelPlanned(campaign: string, now: Date): Promise<void>;
  /** Plans that the cards in people's chats give way to something else. */
  replace(campaign: string, purpose: CampaignPurpose, now: Date): Promise<void>;
  /** The session of the card that a person got, and the message that shows it. */
  cardOf(delivery: ClaimedDelivery): Promise<{ readonly session?: string; readonly message?: string }>;
  /** Moves on what HR may see, and gives it. */
  publish(campaign: Campaign, occurrence: string, closing: boolean): Promise<PublishedResults>;
  /** Occurrence -> group -> how many it goes to. */
  occurrencesOf(campaign: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>;
  forgetResponses(campaign: string): Promise<void>;
  find(campaign: string): Promise<Campaign | undefined>;
  /** Until when occurrences have been planned. */
  plannedUntil(campaign: string): Promise<Date | undefined>;
  /** True for one instance at a time. */
  claimPlanning(campaign: string, now: Date): Promise<boolean>;
  finishPlanning(campaign: string, until: Date): Promise<void>;
  /** The people that an occurrence goes to, and those that are left out: absent, opted out, or over the cap of the week. */
  recipients(campaign: Campaign, occurrence: string, now: Date): Promise<DryRun>;
  plan(campaign: string, occurrence: string, dueAt: Date, members: readonly AudienceMember[]): Promise<void>;
  sendingOf(delivery: string): Promise<SendingRef | undefined>;
  /** A delivery of which nobody knew whether it arrived: its card has been answered. */
  confirm(delivery: string): Promise<void>;
  /** The address of a person's chat, and whether the person has opted out of campaigns. */
  reach(person: string): Promise<{ readonly address?: ConversationAddress; readonly optedOut: boolean }>;
  keep(
    response: SendingRef & { readonly person: string; readonly given: AnswerValues; readonly shared: SharedText },
  ): Promise<boolean>;
  /** Takes an answer back, as long as anybody can tell which it is. */
  forget(response: SendingRef & { readonly person: string }): Promise<void>;
}
