import { type Generated } from 'kysely';
import { type CampaignState, type PauseReason } from '../campaigns/campaign';
import { type RunState, type SkipReason } from '../campaigns/run';
import { type IsoTime, type SealedText } from './columns';

export interface CampaignsTable {
  id: string;
  title: string;
  flow: string;
  /** Plan and audience as JSON. */
  plan: string;
  audience: string;
  state: CampaignState;
  least: number;
  created_by: string;
  created_at: IsoTime;
  launched_by: string | null;
  launched_at: IsoTime | null;
  closed_at: IsoTime | null;
  /** Working days in which people can answer. */
  answer_days: number;
  revision: number;
  /** Why the service has paused it, and since when sending fails; null where it has not. */
  paused_because: PauseReason | null;
  paused_since: IsoTime | null;
  /** What HR promises for runs without a promise of their own. */
  promise: string | null;
}

export interface CampaignRunsTable {
  campaign_id: string;
  /** The local day that the plan names. */
  day: string;
  due_at: IsoTime;
  /** The last local day on which it takes answers. */
  answer_until: string;
  state: RunState;
  reason: SkipReason | null;
  sent_at: IsoTime | null;
  recipients: Generated<number>;
  absent: Generated<number>;
  capped: Generated<number>;
  /** Until when an instance is planning its deliveries. */
  planning_until: IsoTime | null;
  /** When the reminders halfway were planned. */
  reminded_at: IsoTime | null;
  /** When the thanks were planned. Nothing is left to do then. */
  thanked_at: IsoTime | null;
  /** The key for the pseudonyms of respondents and their answers; null once published. */
  sealed_key: SealedText | null;
  /** What HR promises for it; '' where HR promises nothing, null where HR has not said. */
  promise: string | null;
}

export interface ResponsesTable {
  campaign_id: string;
  /** The run's day. */
  occurrence: string;
  /** Who gave it, by a pseudonym under the run's key. */
  respondent: string;
  /** The group, the chosen options and the words that HR may read, as JSON, encrypted with the run's key. */
  sealed: SealedText;
}

export interface ReleasesTable {
  campaign_id: string;
  occurrence: string;
  /** What HR may see, as JSON. */
  released: string;
  /** The words that HR may read, as JSON. */
  words: SealedText | null;
}
