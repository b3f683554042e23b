import { type Flow, type places } from './flow';
import { type Move } from './session';

/** A session as it is kept. */
export interface Session {
  readonly id: string;
  readonly flow: string;
  /** The flow's title and version when it began. */
  readonly title: string;
  readonly version: string;
  readonly startedAt: string;
  /** The message that shows it, where one does. */
  readonly message?: string;
  /** The delivery that it came with, where HR sent it. */
  readonly delivery?: string;
  /** Finished or stopped. */
  readonly ended: boolean;
  readonly moves: readonly Move[];
}

/** What the coach needs of the store. A session is only ever found for the person whose it is. */
export interface SessionStore {
  /** Begins a session; one that comes with a delivery is begun once. */
  begin(person: string, flow: Flow, delivery?: string): Promise<Session>;
  find(person: string, session: string): Promise<Session | undefined>;
  /** The open session with the latest move; of one flow where it is named. */
  latestOpen(person: string, flow?: string): Promise<Session | undefined>;
  /** The session of a flow with the latest move, open or ended. */
  latest(person: string, flow: string): Promise<Session | undefined>;
  /** Newest first. */
  list(person: string, skip: number, limit: number): Promise<Session[]>;
  /** Those of one flow that have ended, newest first. */
  listEnded(person: string, flow: string, limit: number): Promise<Session[]>;
  /** False, and nothing kept, where the revision is taken or the session is gone. */
  append(person: string, session: Session, move: Move, ended: boolean): Promise<boolean>;
  erase(person: string, session: string): Promise<void>;
}

/** Words for the places on a scale; {left} and {right} are its poles. */
export type Scale = Readonly<Record<(typeof places)[number], string>>;

/** Finds a flow by its id. A flow of the files is there at once, a question set of HR's own is read from the store. */
export interface FlowLookup {
  get(id: string): Flow | undefined | Promise<Flow | undefined>;
}

export interface CoachDeps {
  readonly flows: FlowLookup;
  readonly store: SessionStore;
  readonly scale: Scale;
  now(): Date;
}
