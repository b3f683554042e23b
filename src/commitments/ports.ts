import { type ConversationAddress } from '../people/person';
import { type Commitment, type OwnCommitment } from './commitment';
import { type OfficeHours } from './officeHours';

/** What a person has set about reminders. */
export interface ReminderSettings {
  readonly hours: OfficeHours;
  /** The person wants no reminders for now. */
  readonly paused: boolean;
}

/** What a manager's side of commitments needs of the store. A commitment is only ever found for the person whose it is. */
export interface CommitmentStore {
  find(person: string, id: string): Promise<Commitment | undefined>;
  /** Those that are open, the earliest first. */
  list(person: string, skip: number, limit: number): Promise<Commitment[]>;
  /** Those of one session that are open. */
  ofSession(person: string, session: string): Promise<Commitment[]>;
  /** Those that the same reminder told of, and that the person has not answered. */
  besides(person: string, commitment: string): Promise<Commitment[]>;
  /** Makes one; the same again is the same one. */
  add(person: string, own: OwnCommitment): Promise<Commitment>;
  /** Keeps a commitment with its next revision. False where it has been changed since it was read. */
  change(person: string, commitment: Commitment): Promise<boolean>;
  settings(person: string): Promise<ReminderSettings>;
  /** Without hours the usual ones. */
  keepHours(person: string, hours: OfficeHours | undefined): Promise<void>;
  /** What was to come comes when reminders are on again. */
  pause(person: string): Promise<void>;
  resume(person: string): Promise<void>;
}

/** What planning and sending reminders needs of the store. Days are local. */
export interface ReminderStore {
  /** People with something due by a day, whose office hours hold a time (`HH:mm`), and who want reminders. */
  due(day: string, time: string): Promise<readonly string[]>;
  /** Plans the one reminder of a person's day; where that has been sent, what is due waits for the next day. */
  plan(person: string, day: string, now: Date): Promise<void>;
  /** What is due by a day waits until another. */
  postpone(person: string, day: string, until: string): Promise<void>;
  /** Whether HR's sendings have brought the person something on a day, or are planned to. */
  hasPush(person: string, day: string): Promise<boolean>;
  reach(person: string): Promise<ReminderSettings & { readonly address?: ConversationAddress }>;
  /** The open commitments that a delivery reminds of. */
  dueIn(delivery: string, person: string): Promise<Commitment[]>;
  /** A delivery does not bring its reminder: what it was of is planned anew from a day on. */
  release(delivery: string, person: string, from: string): Promise<void>;
}
