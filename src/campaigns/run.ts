import { type RunDate } from './schedule';

/**
 * A `planned` run is to come, a `sent` one takes answers, a `published` one has shown what it may and takes no more. A `skipped` one
 * is never sent.
 */
export type RunState = 'planned' | 'sent' | 'published' | 'skipped';

/**
 * Why a run was not sent: the campaign was paused when its time came, it was stopped, nobody was left to send it to, or the time to
 * answer it was over, or a newer run had come, before the service could send it.
 */
export type SkipReason = 'paused' | 'stopped' | 'nobody' | 'tooLate';

/** Whom a run was not sent to, and why; each person once. Who wants no campaigns is told to nobody. */
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
  /** To how many it was sent, those among them who have no chat with the bot yet. */
  readonly recipients: number;
  readonly held: HeldBack;
  /** What HR promises to do about the answers (promise.ts); empty where HR promises nothing, undefined where HR has not said. */
  readonly promise?: string;
}
