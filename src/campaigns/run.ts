import { type RunDate } from './schedule';

/**
 * A run's state. A `planned` run is to come. A `sent` one takes answers. A `published` one has shown its result and takes no more
 * answers. A `skipped` one is never sent.
 */
export type RunState = 'planned' | 'sent' | 'published' | 'skipped';

/**
 * Why a run was not sent. The campaign was paused when the run was due, or was stopped; nobody was left to send it to; or, before
 * the service could send it, its answering time ended or a newer run was due.
 */
export type SkipReason = 'paused' | 'stopped' | 'nobody' | 'tooLate';

/**
 * How many people a run was not sent to, by reason. Each person counts once. People who want no campaigns are not among them,
 * because nobody is told who they are.
 */
export interface HeldBack {
  /** Away, by the absences that HR keeps. */
  readonly absent: number;
  /** Have had another campaign in the same calendar week. */
  readonly capped: number;
}

/** One sending of a campaign: a stored row for each day that its plan names. */
export interface Run extends RunDate {
  readonly campaign: string;
  readonly state: RunState;
  readonly reason?: SkipReason;
  readonly sentAt?: Date;
  /** The number of recipients, including people who have no chat with the bot yet. */
  readonly recipients: number;
  readonly held: HeldBack;
  /** What HR promises to do about the answers (promise.ts); '' where HR promises nothing, undefined where HR has not said. */
  readonly promise?: string;
}
