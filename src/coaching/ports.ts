import { type Flow, type places } from './flow';
import { type Move } from './session';

/** A session as it is stored. */
export interface Session {
  readonly id: string;
  readonly flow: string;
  /** The flow's title and version when it began. */
  readonly title: string;
  readonly version: string;
  readonly startedAt: string;
  /** The message that shows the session, where there is one. */
  readonly message?: string;
  /** The delivery that brought it, where HR sent it. */
  readonly delivery?: string;
  /** Finished or stopped. */
  readonly ended: boolean;
  readonly moves: readonly Move[];
}

/** What a move means for a commitment, which is named by its step: it is made, changed or over. */
export type CommitmentChange =
  | {
      readonly step: string;
      /** The bot asks how it went, or shows the next card of the guide. */
      readonly kind: 'answer' | 'step';
      readonly title: string;
      /** The words that are quoted. */
      readonly what: string;
      /** Local day. */
      readonly due: string;
    }
  /** Done or dropped within the guide, or `withdrawn` where the person has removed it from the guide. */
  | { readonly step: string; readonly over: 'done' | 'dropped' | 'withdrawn' };

/** What the coach needs stored. A session is only found for the person to whom it belongs. */
export interface SessionStore {
  /** Begins a session. One that comes with a delivery is begun once. */
  begin(person: string, flow: Flow, delivery?: string): Promise<Session>;
  find(person: string, session: string): Promise<Session | undefined>;
  /** The open session with the latest move; only of `flow` where it is given. */
  latestOpen(person: string, flow?: string): Promise<Session | undefined>;
  /** The session of a flow with the latest move, open or ended. */
  latest(person: string, flow: string): Promise<Session | undefined>;
  /** Newest first. */
  list(person: string, skip: number, limit: number): Promise<Session[]>;
  /** The ended sessions of a flow, newest first. */
  listEnded(person: string, flow: string, limit: number): Promise<Session[]>;
  /**
   * Stores a move. False, and nothing is stored, where the revision is taken or the session no longer exists. What the move means
   * for commitments is stored in the same transaction.
   */
  append(
    person: string,
    session: Session,
    move: Move,
    ended: boolean,
    changes?: readonly CommitmentChange[],
  ): Promise<boolean>;
  erase(person: string, session: string): Promise<void>;
}

/** Words for the places on a scale; {left} and {right} are its poles. */
export type Scale = Readonly<Record<(typeof places)[number], string>>;

/** Finds a flow by its id. A flow from a file is returned at once; HR's own question set is read from the store. */
export interface FlowLookup {
  get(id: string): Flow | undefined | Promise<Flow | undefined>;
}

export interface CoachDeps {
  readonly flows: FlowLookup;
  readonly store: SessionStore;
  readonly scale: Scale;
  now(): Date;
}
