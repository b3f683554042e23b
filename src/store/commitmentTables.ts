import { type SealedText } from './columns';

/** What a manager means to do, and when. */
export interface CommitmentsTable {
  id: string;
  person_id: string;
  /** The session in which it was made, by its pseudonym; null where it was made in none. */
  session_id: string | null;
  /** The pseudonym of its session and step. */
  name: string;
  /** What it says, how it went, and its session and title, as JSON. */
  sealed: SealedText;
  /** 1 while the person may still mean to do it. */
  is_open: number;
  /** Local day. */
  due_day: string;
  /** The first local day on which its reminder may be planned; null where one is planned or has been sent. */
  remind_day: string | null;
  /** The delivery of its reminder. */
  delivery: string | null;
  revision: number;
  /** Local day of the last change. */
  changed_day: string;
}

/** When a person may be reminded. Null means the usual hours, and that reminders are on. */
export interface ReminderSettingsTable {
  person_id: string;
  /** Local times, `HH:mm`. */
  from_time: string | null;
  to_time: string | null;
  /** Since which local day the person wants no reminders. */
  paused_day: string | null;
}
