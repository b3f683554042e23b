import { type ConversationAddress } from '../people/person';
import { type Commitment, type OwnCommitment } from './commitment';
import { type OfficeHours } from './officeHours';

/** What a person has set about reminders. */
export interface ReminderSettings {
  readonly hours: OfficeHours;
  /** Whether the person wants no reminders for now. */
  readonly paused: boolean;
}

/** What a manager's side of commitments needs stored. A commitment is only found for the person to whom it belongs. */
export interface CommitmentStore {
  find(person: string, id: string): Promise<Commitment | undefined>;
  /** The open ones, earliest first. */
  list(person: string, skip: number, limit: number): Promise<Commitment[]>;
  /** The open ones of a session. */
  ofSession(person: string, session: string): Promise<Commitment[]>;
  /** The other ones in the same reminder that the person has not answered. */
  besides(person: string, commitment: string): Promise<Commitment[]>;
  /** Stores a commitment. The same one again changes nothing. */
  add(person: string, own: OwnCommitment): Promise<Commitment>;
  /** Stores a commitment with its next revision. False where it has been changed since it was read. */
  change(person: string, commitment: Commitment): Promise<boolean>;
  settings(person: string): Promise<ReminderSettings>;
  /** Sets the person's office hours; undefined sets the usual ones. */
  keepHours(person: string, hours: OfficeHours | undefined): Promise<void>;
  /** Pauses reminders. What is due comes when they are on again. */
  pause(person: string): Promise<void>;
  resume(person: string): Promise<void>;
}

/** What planning and sending reminders needs stored. Days are local. */
export interface ReminderStore {
  /** People who want reminders, have something due by this day, and whose office hours include this time (HH:mm). */
  due(day: string, time: string): Promise<readonly string[]>;
  /** Plans the person's one reminder of the day. Where it has been sent, what is due waits for the next day. */
  plan(person: string, day: string, now: Date): Promise<void>;
  /** Moves what is due by a day to another day. */
  postpone(person: string, day: string, until: string): Promise<void>;
  /** Whether HR's cards have reached the person on a day, or are planned to. */
  hasPush(person: string, day: string): Promise<boolean>;
  reach(person: string): Promise<ReminderSettings & { readonly address?: ConversationAddress }>;
  /** The open commitments in a delivery. */
  dueIn(delivery: string, person: string): Promise<Commitment[]>;
  /** Notes that a delivery does not send its reminder. Its commitments are planned again, from this day on. */
  release(delivery: string, person: string, from: string): Promise<void>;
}
