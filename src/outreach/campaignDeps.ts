import { type Reply } from '../bot/reply';
import { type Calendar } from '../campaigns/calendar';
import { type Actor, type CampaignStore } from '../campaigns/ports';
import { type CoachDeps } from '../coaching/ports';
import { type RetryTimes, type SendRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { type Texts } from '../shared/texts';

/** What the sending of campaigns needs; main.ts provides it. */
export interface CampaignDeps extends RetryTimes {
  readonly store: CampaignStore;
  readonly coaching: CoachDeps;
  readonly calendar: Calendar;
  readonly texts: Texts['campaigns'];
  readonly invitationTexts: Texts['invitation'];
  /** Remembers which message shows a session. */
  recordMessage(person: string, session: string, message: string): Promise<void>;
  post(
    address: ConversationAddress,
    reply: Reply,
  ): Promise<{ readonly message: string } | { readonly refusal: SendRefusal }>;
  /** Replaces a message with a reply. */
  replace(address: ConversationAddress, message: string, reply: Reply): ReturnType<CampaignDeps['post']>;
  /** Writes into the audit log who did what with which campaign. */
  record(by: Actor, act: string, campaign: string): Promise<void>;
}
