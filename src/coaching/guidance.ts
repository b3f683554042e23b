import { type Card, type Flow } from './flow';
import { type Session } from './ports';
import { type Inputs, type Problem } from './response';
import { type FlowProgress, type MoveKind } from './session';

/** A session, where it stands, and its flow. */
export interface SessionState {
  readonly session: Session;
  readonly flow: Flow;
  readonly state: FlowProgress;
}

/** What there is to show. */
export type Guidance =
  | (SessionState & {
      readonly kind: 'step';
      readonly card: Card;
      readonly problems: Problems;
      readonly inputs?: Inputs;
    })
  | (SessionState & { readonly kind: 'wait'; readonly card: Card; readonly until: Date })
  | (SessionState & { readonly kind: 'paused' | 'stopped' | 'begun' })
  | (SessionState & {
      readonly kind: 'summary';
      /** This guide's finished sessions before it, newest first, where its summary shows them. */
      readonly earlier?: readonly SessionState[];
    })
  /** The page of a programme: what is done, and what is next, with help to the weeks of a place in their order. */
  | (SessionState & { readonly kind: 'programme'; readonly weeks?: number })
  /** The flow's file is gone; what was given is kept. */
  | { readonly kind: 'withoutFlow'; readonly session: Session }
  /** Another person's session, an erased one and one that never existed look the same, so that nobody can tell which it is. */
  | { readonly kind: 'lost' };

/** Step id -> why its response was not taken. */
export type Problems = Readonly<Record<string, Problem>>;

/** A button on a session's card. */
export interface Press {
  readonly session: string;
  readonly card: string;
  readonly kind: MoveKind;
  readonly inputs: Inputs;
  readonly key: string;
}

/** What there is to show after a press, and whether it was a new move that is now kept. */
export interface Moved {
  readonly made: boolean;
  readonly guidance: Guidance;
}
