import { type Generated } from 'kysely';
import { type MoveKind } from '../coaching/session';
import { type DeliveryState, type Purpose } from '../deliveries/delivery';
import { type Answer } from '../knowledge/answer';
import { type ConversationAddress } from '../people/person';

/** A time in UTC as ISO-8601 with milliseconds (`Date.toISOString`), so that text order is time order. */
export type IsoTime = string;

/** A text that only sealFor writes and only unsealFor reads (personKeys.ts). */
export type SealedText = string;

/** What a person thought of an answer: the thumb in Teams. */
export type Reaction = 'like' | 'dislike';

export interface PeopleTable {
  id: string;
  name: string | null;
  email: string | null;
  /** Of her personal chat; null until she has written there. */
  address: ConversationAddress | null;
  first_seen_at: IsoTime;
  welcomed_at: IsoTime | null;
  /** When the roster was asked for her name and e-mail; null when it has not been. */
  roster_at: IsoTime | null;
}

export interface ActivitiesTable {
  key: string;
  claimed_at: IsoTime;
  /** Null while its effect is under way, or when the process died on it. */
  finished_at: IsoTime | null;
}

export interface AnswersTable {
  /** The bot's message, named blindly (blind.ts). */
  message: string;
  outcome: Answer['outcome'];
  passage_id: string | null;
  answered_at: IsoTime;
}

export interface FeedbackTable {
  message: string;
  person_id: string;
  reaction: Reaction;
  words: SealedText | null;
  /** Copied from the answer, so that it outlives it. */
  passage_id: string | null;
  given_at: IsoTime;
}

export interface PersonKeysTable {
  id: string;
  person_id: string;
  /** The data key sealed with the service key; null once destroyed. */
  wrapped_key: string | null;
  created_at: IsoTime;
  /** Destroyed keys stay as rows: they tell "erased" from "tampered", and are the erasure list of a restore. */
  destroyed_at: IsoTime | null;
}

export interface SessionsTable {
  id: string;
  person_id: string;
  flow: string;
  /** The flow's title and version when the session began. */
  title: string;
  version: string;
  /** The message in her chat that shows it. */
  message: string | null;
  started_at: IsoTime;
  /** Null while it is open. */
  ended_at: IsoTime | null;
}

export interface MovesTable {
  session_id: string;
  revision: number;
  /** Names the press, blindly (blind.ts). */
  key: string;
  kind: MoveKind;
  /** The card and what was given on it, as JSON. */
  sealed: SealedText;
  made_at: IsoTime;
}

export interface DeliveriesTable {
  id: string;
  topic: string;
  occurrence: string;
  purpose: Purpose;
  person: string;
  in_group: string;
  state: DeliveryState;
  /** Not to be sent before. */
  due_at: IsoTime;
  attempts: Generated<number>;
  /** The instance that has claimed it, until when, and since when it may be on its way. */
  claimed_by: string | null;
  lease_until: IsoTime | null;
  begun_at: IsoTime | null;
  /** The message in her chat. */
  message: string | null;
  settled_at: IsoTime | null;
}

/** When the next request to the channel may be made, by all instances together. */
export interface PaceTable {
  name: string;
  next_at: IsoTime;
}

export interface Schema {
  people: PeopleTable;
  activities: ActivitiesTable;
  answers: AnswersTable;
  feedback: FeedbackTable;
  person_keys: PersonKeysTable;
  sessions: SessionsTable;
  moves: MovesTable;
  deliveries: DeliveriesTable;
  pace: PaceTable;
}
