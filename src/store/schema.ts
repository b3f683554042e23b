import { type Generated } from 'kysely';
import { type FeedbackReason, type Reaction } from '../bot/feedback';
import { type MoveKind } from '../coaching/session';
import { type DeliveryState, type PassingRefusal, type Purpose } from '../deliveries/delivery';
import { type Answer } from '../knowledge/answer';
import { type ConversationAddress } from '../people/person';
import { type CampaignRunsTable, type CampaignsTable, type ReleasesTable, type ResponsesTable } from './campaignTables';
import { type DocumentsTable, type DocumentVersionsTable, type LibraryTable } from './documentTables';
import { type IsoTime, type SealedText } from './columns';
import { type DownloadsTable, type SharesTable, type UnderstandingsTable } from './shareTables';
import { type QuestionSetsTable, type QuestionSetVersionsTable } from './questionSetTables';
import { type DialogueAnswersTable, type DialoguesTable } from './dialogueTables';
import { type CommitmentsTable, type ReminderSettingsTable } from './commitmentTables';
import { type HrSettingsTable, type QuestionsTable, type QuestionWordsTable } from './questionTables';

export type { CampaignRunsTable, CampaignsTable, IsoTime, SealedText };

export interface PeopleTable {
  id: string;
  name: string | null;
  email: string | null;
  /** The address of the person's personal chat; null until the person has written there. */
  address: ConversationAddress | null;
  first_seen_at: IsoTime;
  welcomed_at: IsoTime | null;
  /** When the roster was asked for the person's name and e-mail; null when it has not been. */
  roster_at: IsoTime | null;
  /** Since when the person wants no campaigns; null where the person wants them. */
  opted_out_at: IsoTime | null;
}

export interface ActivitiesTable {
  key: string;
  claimed_at: IsoTime;
  /** Null while its effect is under way, or where the process died before the end. */
  finished_at: IsoTime | null;
}

export interface AnswersTable {
  /** The bot's message, by its pseudonym (pseudonym.ts). */
  message: string;
  outcome: Answer['outcome'];
  passage_id: string | null;
  answered_at: IsoTime;
}

export interface FeedbackTable {
  message: string;
  person_id: string;
  reaction: Reaction;
  /** Null where no reason was chosen. */
  reason: FeedbackReason | null;
  words: SealedText | null;
  /** Copied from the answer, because the answer is pruned earlier. */
  passage_id: string | null;
  given_at: IsoTime;
}

export interface PersonKeysTable {
  id: string;
  person_id: string;
  /** The data key, encrypted with the service key; null once destroyed. */
  wrapped_key: string | null;
  created_at: IsoTime;
  /** Destroyed keys stay as rows. They tell "erased" from "tampered with", and are the list of erasures for a restore. */
  destroyed_at: IsoTime | null;
}

/**
 * Written when a session begins and when HR's card is sent, and never when a person answers, because the row names the person.
 */
export interface SessionsTable {
  id: string;
  person_id: string;
  flow: string;
  /** The flow's title and version when the session began. */
  title: string;
  version: string;
  /** The message in which HR's card was sent. */
  message: string | null;
  /** The delivery that brought it, where HR sent it. */
  delivery: string | null;
  /** Only the day, where it began with a delivery. */
  started_at: IsoTime;
}

/** What people did in sessions. Without the service key nobody can tell in whose session (moves.ts). */
export interface MovesTable {
  /** The session, by its pseudonym. */
  session_id: string;
  revision: number;
  /** The press within the session, by its pseudonym. */
  key: string;
  kind: MoveKind;
  /** The card, what was given on it, when and by which press, as encrypted JSON. */
  sealed: SealedText;
  /** The local day. */
  made_at: string;
  /** 1 where this move finished or stopped the session. */
  ended: number;
}

/** The message that shows a session, where it is another than the one that was sent. */
export interface SessionMessagesTable {
  /** The session, by its pseudonym. */
  session_id: string;
  sealed: SealedText;
}

export interface DeliveriesTable {
  id: string;
  topic: string;
  occurrence: string;
  purpose: Purpose;
  person: string;
  in_group: string;
  state: DeliveryState;
  /** The earliest moment to send it. */
  due_at: IsoTime;
  attempts: Generated<number>;
  /** The instance that has claimed it, until when, and since when it may be on its way. */
  claimed_by: string | null;
  lease_until: IsoTime | null;
  begun_at: IsoTime | null;
  /** The message in the person's chat. */
  message: string | null;
  settled_at: IsoTime | null;
  /**
   * Why and when it was last refused, and since when it has always been refused for such reasons; null where no further attempt
   * is planned.
   */
  refused_because: PassingRefusal | null;
  refused_at: IsoTime | null;
  refused_since: IsoTime | null;
}

/** The earliest moment of the next request to the channel, by all instances together. */
export interface PaceTable {
  name: string;
  next_at: IsoTime;
}

export interface GroupsTable {
  id: string;
  title: string;
  created_at: IsoTime;
}

export interface GroupMembersTable {
  group_id: string;
  /** An object id or an e-mail, in lower case. */
  listed_as: string;
  /** HR's group in the results. */
  unit: string;
}

/** When somebody is away, as HR has listed it: local dates, including the last. */
export interface AbsencesTable {
  /** An object id or an e-mail, in lower case. */
  listed_as: string;
  from_day: string;
  until_day: string;
}

/** Who did what and when. It never holds content. */
export interface AuditTable {
  id: string;
  at: IsoTime;
  /** The id, and the name as the sign-in gave it. */
  by: string;
  name: string;
  act: string;
  about: string | null;
}

/** Teams in Teams that the bot is in. */
export interface TeamsTable {
  id: string;
  /** '' where Teams has not told the name. */
  name: string;
  service_url: string;
}

/** A word of an unanswered question. The row does not tell the words beside it, nor the asker without the service key. */
export interface UnansweredTable {
  /** In Sweden, as `2026-11`. */
  month: string;
  /** As the person wrote it, in small letters. */
  word: string;
  /** The asker, by a pseudonym under the month’s key and the word (pseudonym.ts). */
  asker: string;
}

/** What HR may see: that at least this many people asked the word in that month, in steps. */
export interface UnansweredCountsTable {
  month: string;
  word: string;
  at_least: number;
}

/** The key for pseudonyms, encrypted with the service key. */
export interface KeyringTable {
  name: 'names';
  sealed: string;
  /** The fingerprint of the new service key during a change; null otherwise. */
  changing_to: string | null;
}

export interface Schema {
  downloads: DownloadsTable;
  shares: SharesTable;
  understandings: UnderstandingsTable;
  people: PeopleTable;
  activities: ActivitiesTable;
  answers: AnswersTable;
  feedback: FeedbackTable;
  person_keys: PersonKeysTable;
  sessions: SessionsTable;
  moves: MovesTable;
  session_messages: SessionMessagesTable;
  deliveries: DeliveriesTable;
  pace: PaceTable;
  campaigns: CampaignsTable;
  campaign_runs: CampaignRunsTable;
  responses: ResponsesTable;
  releases: ReleasesTable;
  groups: GroupsTable;
  group_members: GroupMembersTable;
  absences: AbsencesTable;
  audit: AuditTable;
  teams: TeamsTable;
  unanswered: UnansweredTable;
  unanswered_counts: UnansweredCountsTable;
  questions: QuestionsTable;
  question_words: QuestionWordsTable;
  hr_settings: HrSettingsTable;
  question_sets: QuestionSetsTable;
  question_set_versions: QuestionSetVersionsTable;
  dialogues: DialoguesTable;
  dialogue_answers: DialogueAnswersTable;
  commitments: CommitmentsTable;
  reminder_settings: ReminderSettingsTable;
  keyring: KeyringTable;
  documents: DocumentsTable;
  document_versions: DocumentVersionsTable;
  library: LibraryTable;
}
